/* Secrets at rest. */
#include "support/test.h"

#include <unistd.h>

#include "base/conf.h"
#include "base/secret.h"

static const char one[] = "seal 0123456789abcdef0123456789abcdef\n";
static const char two[] = "seal ffffffffffffffffffffffffffffffff\n"
                          "seal 0123456789abcdef0123456789abcdef\n";
static const char other[] = "seal ffffffffffffffffffffffffffffffff\n";

static char keyfile[] = "/tmp/leadgen-test-keys-XXXXXX";
static struct conf conf = {.keyfile = keyfile};

static void
write_keys(const char *text)
{
    FILE *file = fopen(keyfile, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int
make_file(void **state)
{
    (void)state;
    int fd = mkstemp(keyfile);
    close(fd);
    return fd < 0;
}

static int
drop_file(void **state)
{
    (void)state;
    return unlink(keyfile);
}

static void
opens_only_for_its_owner(void **state)
{
    struct ctx ctx = {.arena = *state, .conf = &conf};
    const char *sealed = NULL, *again = NULL, *plain = NULL;
    write_keys(one);
    assert_true(secret_seal(&ctx, "relay password", "tenant 7 sender 1", &sealed));
    assert_true(secret_seal(&ctx, "relay password", "tenant 7 sender 1", &again));
    assert_string_not_equal(sealed, again);
    assert_null(strstr(sealed, "relay"));
    assert_true(secret_unseal(&ctx, sealed, "tenant 7 sender 1", &plain));
    assert_string_equal(plain, "relay password");
    assert_false(secret_unseal(&ctx, sealed, "tenant 8 sender 1", &plain));
    assert_int_equal(ctx.err.kind, ERR_UNAVAILABLE);
}

static void
survives_a_new_key(void **state)
{
    struct ctx ctx = {.arena = *state, .conf = &conf};
    const char *sealed = NULL, *plain = NULL;
    write_keys(one);
    assert_true(secret_seal(&ctx, "x", "a", &sealed));
    write_keys(two);
    assert_true(secret_unseal(&ctx, sealed, "a", &plain));
    write_keys(other);
    assert_false(secret_unseal(&ctx, sealed, "a", &plain));
    err_clear(&ctx);
    assert_false(secret_unseal(&ctx, "not sealed", "a", &plain));
    err_clear(&ctx);
    assert_false(secret_unseal(&ctx, "", "a", &plain));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(opens_only_for_its_owner, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(survives_a_new_key, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, make_file, drop_file);
}
