/* The key file: keys by name, newest first, and what is said when one is missing. */
#include "support/test.h"

#include <stdio.h>

#include "base/conf.h"
#include "base/keyring.h"

static const char *
key_file(struct arena *arena, const char *content)
{
    const char *folder = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/keyring-XXXXXX", folder ? folder : "/tmp");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
    return path;
}

static void
finds_keys_by_name(void **state)
{
    struct arena *arena = *state;
    struct conf conf = {.keyfile = key_file(arena, "seal 0123456789abcdef0123456789abcdef\n"
                                                   "other ffffffffffffffffffffffffffffffff\n"
                                                   "seal fedcba9876543210fedcba9876543210\n"
                                                   "seal short\n")};
    struct ctx ctx = {.arena = arena, .conf = &conf};
    struct keyring ring;
    assert_true(keyring_get(&ctx, "seal", &ring));
    assert_int_equal(ring.n, 2);
    assert_string_equal(ring.secrets[0], "0123456789abcdef0123456789abcdef");
    assert_false(keyring_get(&ctx, "sea", &ring));
    assert_int_equal(ctx.err.kind, ERR_UNAVAILABLE);
    remove(conf.keyfile);
}

static void
says_that_the_file_is_missing(void **state)
{
    struct conf conf = {.keyfile = "/nowhere/keys"};
    struct ctx ctx = {.arena = *state, .conf = &conf};
    struct keyring ring;
    assert_false(keyring_get(&ctx, "seal", &ring));
    assert_non_null(strstr(ctx.err.message, "LEADGEN_KEYFILE"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_keys_by_name, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(says_that_the_file_is_missing, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
