/* Numbers as people write them. */
#include "support/test.h"

#include <math.h>

#include "base/number.h"

static void
reads_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *input;
        double value;
        const char *rest;
        bool unsure;
    } cases[] = {
        {"12",                  12,         "",         false},
        {"1.5",                 1.5,        "",         false},
        {"1,5",                 1.5,        "",         false},
        {"1.200",               1200,       "",         true },
        {"1,200",               1200,       "",         true },
        {"1 200",               1200,       "",         false},
        {"1\u00A0200\u00A0300", 1200300,    "",         false},
        {"1'200",               1200,       "",         false},
        {"0.125",               0.125,      "",         false},
        {"1,234,567.89",        1234567.89, "",         false},
        {"1.234.567,89",        1234567.89, "",         false},
        {"12,34,567",           1234567,    "",         false},
        {"10K",                 10000,      "",         false},
        {"12.4 million CZK",    12.4e6,     " CZK",     false},
        {"1.234 million",       1.234e6,    "",         false},
        {"3 mld. Kč",          3e9,        " Kč",     false},
        {"2 lakh",              2e5,        "",         false},
        {"1e6",                 1e6,        "",         false},
        {"1.5E+3x",             1500,       "x",        false},
        {"5 m2",                5,          " m2",      false},
        {"11 50",               11,         " 50",      false},
        {"7 members",           7,          " members", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = cases[i].input;
        struct number number;
        if (!number_scan(&at, &number) || fabs(number.value - cases[i].value) > 1e-6 ||
            strcmp(at, cases[i].rest) || number.three_after != cases[i].unsure)
            fail_msg("\"%s\": %f, rest \"%s\"", cases[i].input, number.value, at);
    }
}

static void
refuses_what_is_no_number(void **state)
{
    (void)state;
    static const char *const none[] = {
        "", "x", "-5", "1.2.3", "12.34.56", "1,23,4.5,6", "1234567890123456789012"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        const char *at = none[i];
        struct number number;
        assert_false(number_scan(&at, &number));
        assert_ptr_equal(at, none[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(refuses_what_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
