/* Which passwords may be taken, and that an unknown account costs as much as a known one. */
#include "support/test.h"

#include "base/token.h"
#include "domain/account/password.h"

static void
takes_good_ones_only(void **state)
{
    static const struct {
        const char *password, *confirm, *field;
    } cases[] = {
        {"short",                                   "short",                                   "password"},
        {"hana@kestrel.example",                    "hana@kestrel.example",                    "password"},
        {"Hana Novotna 1",                          "Hana Novotna 1",                          "password"},
        {"password1234",                            "password1234",                            "password"},
        {"kolo most 1942",                          "kolo most 1943",                          "confirm" },
        {"kolo most 1942",                          "kolo most 1942",                          ""        },
        {"\xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD k", "\xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD k", ""        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        bool ok = password_allow(&ctx, cases[i].password, cases[i].confirm, "hana@kestrel.example",
                                 "Hana Novotn\xC3\xA1");
        if (ok != !*cases[i].field || strcmp(ctx.err.field, cases[i].field) != 0)
            fail_msg("%s: %s", cases[i].password, ctx.err.message);
    }
}

static int looked_at;

static bool
count(const char *hash, const char *password)
{
    looked_at++;
    return token_password_matches(hash, password);
}

static void
looks_at_a_hash_always(void **state)
{
    struct ctx ctx = {.arena = *state};
    const char *hash = NULL;
    assert_true(token_password_hash(&ctx, "kolo most 1942", &hash));
    looked_at = 0;
    assert_true(password_matches(count, hash, "kolo most 1942"));
    assert_false(password_matches(count, hash, "kolo most 1943"));
    assert_int_equal(looked_at, 2);
    assert_false(password_matches(count, NULL, "kolo most 1942"));
    assert_int_equal(looked_at, 3);
}

/* The stand-in hash must cost what a real one costs. */
static const char *seen;
static bool
remember(const char *hash, const char *password)
{
    (void)password;
    seen = hash;
    return true;
}

static void
compares_with_a_hash_of_the_same_costs(void **state)
{
    struct ctx ctx = {.arena = *state};
    const char *hash = NULL;
    assert_true(token_password_hash(&ctx, "kolo most 1942", &hash));
    assert_false(password_matches(remember, NULL, "anything"));
    size_t costs = (size_t)(strchr(strchr(hash + 1, 'm'), '$') - hash);
    assert_int_equal(strncmp(hash, seen, costs), 0);
}

static void
makes_random_ones(void **state)
{
    struct ctx ctx = {.arena = *state};
    const char *a = password_random(*state), *b = password_random(*state);
    assert_string_not_equal(a, b);
    assert_true(password_allow(&ctx, a, a, "x@y.example", "X"));
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {UNIT(takes_good_ones_only), UNIT(looks_at_a_hash_always),
                                       UNIT(compares_with_a_hash_of_the_same_costs),
                                       UNIT(makes_random_ones)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
