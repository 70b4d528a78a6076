/* QR codes: size, quiet zone, the corner squares by which a camera finds the code. */
#include "support/test.h"

#include "base/qr.h"

static void
draws_a_code(void **state)
{
    int64_t size = 0;
    const char *path = qr_path(*state, "otpauth://totp/leadgen:a@x.cz?secret=ABC", &size);
    assert_non_null(path);
    /* 21 squares and four more for each version, with the quiet zone of four on both sides. */
    assert_int_equal((size - 8 - 21) % 4, 0);
    /* The first line begins and ends with the top of a corner square, seven wide. */
    assert_int_equal(strncmp(path, "M4 4h7v1h-7z", 12), 0);
    char right[64];
    snprintf(right, sizeof right, "M%d 4h7v1h-7z", (int)size - 11);
    assert_non_null(strstr(path, right));
    snprintf(right, sizeof right, "M4 %dh7v1h-7z", (int)size - 5);
    assert_non_null(strstr(path, right));
}

static void
refuses_what_does_not_fit(void **state)
{
    int64_t size = 0;
    char *text = arena_alloc(*state, 5001);
    memset(text, 'a', 5000);
    assert_null(qr_path(*state, text, &size));
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {UNIT(draws_a_code), UNIT(refuses_what_does_not_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
