/* Cells that say nothing. */
#include "support/test.h"

#include "base/blank.h"

static void
knows_words_for_nothing(void **state)
{
    (void)state;
    static const char *const nothing[] = {"",      "  ",      "\t\n",  "-",     "--",        "—",
                                          "n/a",   "N/A",     "#N/A",  "#REF!", "none",      "NULL",
                                          " nan ", "Unknown", "keine", "tbd",   "neuvedeno", "?"};
    static const char *const something[] = {"0",
                                            "a",
                                            "no",
                                            "n/a/b",
                                            "none of them",
                                            "NaN2",
                                            "x-y-z",
                                            "ne",
                                            "unknown street 5 in Prague"};
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (!blank_is(nothing[i]))
            fail_msg("\"%s\" says something", nothing[i]);
    for (size_t i = 0; i < sizeof something / sizeof *something; i++)
        if (blank_is(something[i]))
            fail_msg("\"%s\" says nothing", something[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_words_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
