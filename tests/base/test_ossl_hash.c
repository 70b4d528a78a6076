/* SHA-256 of long texts: the vectors of FIPS 180-2, and the same as token.c says of what is short. */
#include "support/test.h"

#include "base/ossl_hash.h"
#include "base/token.h"

static const char *
hex(struct arena *arena, const void *bytes, size_t length)
{
    unsigned char hash[OSSL_HASH_BYTES];
    char *text = arena_alloc(arena, 2 * sizeof hash + 1);
    ossl_hash_sha256(bytes, length, hash);
    for (size_t i = 0; i < sizeof hash; i++)
        snprintf(text + 2 * i, 3, "%02x", hash[i]);
    return text;
}

static void
hashes(void **state)
{
    enum { MANY = 1000000 };
    char *many = arena_alloc(*state, MANY);
    memset(many, 'a', MANY);
    assert_string_equal(hex(*state, "abc", 3),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(hex(*state, many, MANY),
                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    for (size_t length = 0; length < 10000; length += 977)
        assert_string_equal(hex(*state, many, length), token_sha256(*state, many, length));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(hashes, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
