/* Ranges of numbers in words. */
#include "support/test.h"

#include "base/number_range.h"

static void
reads_ranges(void **state)
{
    (void)state;
    static const struct {
        const char *input;
        double low, high;
        enum number_bound bound;
        bool two;
    } cases[] = {
        {"50",              50,   50,   NUMBER_EXACT,     false},
        {"200-300",         200,  300,  NUMBER_EXACT,     true },
        {"200 – 300",     200,  300,  NUMBER_EXACT,     true },
        {"from 5 to 10",    5,    10,   NUMBER_EXACT,     true },
        {"50 až 99 lidí", 50,   99,   NUMBER_EXACT,     true },
        {"10-50M",          10e6, 50e6, NUMBER_EXACT,     true },
        {"$10M - $50M",     10e6, 50e6, NUMBER_EXACT,     true },
        {"50+",             50,   50,   NUMBER_AT_LEAST,  false},
        {"50 or more",      50,   50,   NUMBER_AT_LEAST,  false},
        {"at least 50",     50,   50,   NUMBER_AT_LEAST,  false},
        {"> 50",            50,   50,   NUMBER_MORE_THAN, false},
        {"more than 50",    50,   50,   NUMBER_MORE_THAN, false},
        {">= 50",           50,   50,   NUMBER_AT_LEAST,  false},
        {"< 10",            10,   10,   NUMBER_LESS_THAN, false},
        {"up to 10",        10,   10,   NUMBER_AT_MOST,   false},
        {"ca. 30",          30,   30,   NUMBER_EXACT,     false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct number_range range;
        if (!number_range_read(cases[i].input, &range) || range.low.value != cases[i].low ||
            range.high.value != cases[i].high || range.bound != cases[i].bound ||
            range.two != cases[i].two || range.more || range.negative)
            fail_msg("\"%s\": %f to %f, bound %d", cases[i].input, range.low.value,
                     range.high.value, (int)range.bound);
    }
}

static void
notes_what_it_leaves_out(void **state)
{
    (void)state;
    struct number_range range;
    assert_true(number_range_read("50 people in 2021", &range));
    assert_true(range.more);
    assert_true(number_range_read("50 (2021)", &range));
    assert_false(range.more);
    assert_true(number_range_read("-5", &range));
    assert_true(range.negative);
    assert_false(number_range_read("many", &range));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ranges),
        cmocka_unit_test(notes_what_it_leaves_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
