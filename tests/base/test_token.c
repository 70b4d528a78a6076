/* Tokens, hashes and passwords. */
#include "support/test.h"

#include "base/token.h"

static void
makes_tokens_for_links(void **state)
{
    const char *a = token_random(*state, 32), *b = token_random(*state, 32);
    assert_int_equal(strlen(a), 43);
    assert_string_not_equal(a, b);
    assert_int_equal(strspn(a, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"),
                     43);
}

static void
hashes_as_the_standards_say(void **state)
{
    /* FIPS 180-2; RFC 4231, case 2. */
    assert_string_equal(token_sha256(*state, "abc", 3),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(token_mac(*state, "Jefe", "what do ya want for nothing?"),
                        "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
}

static void
compares_whole_texts(void **state)
{
    (void)state;
    assert_true(token_equal("abc", "abc"));
    assert_false(token_equal("abc", "abd"));
    assert_false(token_equal("abc", "ab"));
    assert_false(token_equal("", "a"));
    assert_true(token_equal("", ""));
}

static void
reads_only_its_own_base64(void **state)
{
    size_t length = 0;
    assert_memory_equal(token_base64_read(*state, "AAH_-w", &length), "\0\x01\xff\xfb", 4);
    assert_int_equal(length, 4);
    assert_null(token_base64_read(*state, "AAH/+w", &length));
    assert_null(token_base64_read(*state, "AAH_-w==", &length));
    assert_null(token_base64_read(*state, "A", &length));
    assert_null(token_base64_read(*state, "AA AA", &length));
}

static void
knows_passwords(void **state)
{
    struct ctx ctx = {.arena = *state};
    const char *hash = NULL, *again = NULL;
    assert_true(token_password_hash(&ctx, "correct horse", &hash));
    assert_true(token_password_hash(&ctx, "correct horse", &again));
    assert_memory_equal(hash, "$argon2id$v=19$m=19456,t=3,p=1$", 31);
    assert_string_not_equal(hash, again);
    assert_true(token_password_matches(hash, "correct horse"));
    assert_false(token_password_matches(hash, "correct horse "));
    assert_false(token_password_matches("", "correct horse"));
    assert_false(token_password_matches("$argon2id$broken", "correct horse"));
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(makes_tokens_for_links), UNIT(hashes_as_the_standards_say),
        UNIT(compares_whole_texts),   UNIT(reads_only_its_own_base64),
        UNIT(knows_passwords),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
