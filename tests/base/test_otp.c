/* One-time passwords: the vectors of RFC 2202, 4226 and 6238. */
#include "support/test.h"

#include "base/otp.h"

/* "12345678901234567890" */
static const char secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

static void
counts(void **state)
{
    static const char *const wanted[] = {"755224", "287082", "359152", "969429", "338314",
                                         "254676", "287922", "162583", "399871", "520489"};
    for (size_t i = 0; i < 10; i++)
        assert_string_equal(otp_code(*state, secret, i, 6), wanted[i]);
}

static void
tells_the_time(void **state)
{
    static const struct {
        uint64_t seconds;
        const char *code;
    } cases[] = {
        {59,           "94287082"},
        {1111111109,   "07081804"},
        {1111111111,   "14050471"},
        {1234567890,   "89005924"},
        {2000000000,   "69279037"},
        {20000000000U, "65353130"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(otp_code(*state, secret, cases[i].seconds / 30, 8), cases[i].code);
}

static void
hashes_with_keys_of_any_length(void **state)
{
    (void)state;
    unsigned char key[80], mac[OTP_SHA1_SIZE];
    static const unsigned char jefe[] = {0xef, 0xfc, 0xdf, 0x6a, 0xe5, 0xeb, 0x2f,
                                         0xa2, 0xd2, 0x74, 0x16, 0xd5, 0xf1, 0x84,
                                         0xdf, 0x9c, 0x25, 0x9a, 0x7c, 0x79};
    static const unsigned char big[] = {0xaa, 0x4a, 0xe5, 0xe1, 0x52, 0x72, 0xd0, 0x0e, 0x95, 0x70,
                                        0x56, 0x37, 0xce, 0x8a, 0x3b, 0x55, 0xed, 0x40, 0x21, 0x12};
    const char *question = "what do ya want for nothing?";
    otp_hmac_sha1((const unsigned char *)"Jefe", 4, (const unsigned char *)question,
                  strlen(question), mac);
    assert_memory_equal(mac, jefe, sizeof mac);
    const char *larger = "Test Using Larger Than Block-Size Key - Hash Key First";
    memset(key, 0xaa, sizeof key);
    otp_hmac_sha1(key, sizeof key, (const unsigned char *)larger, strlen(larger), mac);
    assert_memory_equal(mac, big, sizeof mac);
}

static void
makes_secrets(void **state)
{
    const char *a = otp_secret(*state), *b = otp_secret(*state);
    assert_int_equal(strlen(a), 32);
    assert_string_not_equal(a, b);
    assert_non_null(otp_code(*state, a, 1, 6));
    assert_string_equal(otp_code(*state, "gezd gnbv gy3t qojq gezd gnbv gy3t qojq", 0, 6),
                        "755224");
    assert_null(otp_code(*state, "not base32!", 1, 6));
}

static void
writes_a_link_for_apps(void **state)
{
    assert_string_equal(otp_link(*state, "leadgen", "a+b@x.cz", "ABC"),
                        "otpauth://totp/leadgen:a%2Bb@x.cz?secret=ABC&issuer=leadgen");
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {UNIT(counts), UNIT(tells_the_time),
                                       UNIT(hashes_with_keys_of_any_length), UNIT(makes_secrets),
                                       UNIT(writes_a_link_for_apps)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
