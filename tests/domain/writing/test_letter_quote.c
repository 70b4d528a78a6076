/* Quotations and values that a sentence can take in. */
#include "support/test.h"

#include "domain/writing/letter_quote.h"

static void
clauses_end_at_their_borders(void **state)
{
    static const struct {
        const char *snippet, *found, *want;
    } cases[] = {
        {"Jobs. We are looking for an ML engineer. Apply now", "ml engineer",
         "We are looking for an ML engineer"                                                                              },
        {"We run AI agents in v2.0 of our product",            "AI agents",
         "We run AI agents in v2.0 of our product"                                                                        },
        {"Our AI agents answer every support request, by day and by night and on every holiday of "
         "the year",                                  "AI agents",   "Our AI agents answer every support request"},
        {"Home Pricing Security SOC 2 Blog",                   "SOC 2",       NULL                                        },
        {"for our team in Berlin we need AI agents",           "AI agents",   NULL                                        },
        {"We are hiring an ML engineer for the",               "ML engineer", NULL                                        },
        {"Ask for {{name}} and our AI agents",                 "AI agents",   NULL                                        },
        {"Nothing about it stands in here",                    "AI agents",   NULL                                        },
        {NULL,                                                 "x",           NULL                                        },
        {"Our our AI agents are everywhere here",              "AI agents",   NULL                                        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *clause = letter_clause(*state, cases[i].snippet, cases[i].found);
        if (cases[i].want) {
            assert_non_null(clause);
            assert_string_equal(clause, cases[i].want);
        } else {
            assert_null(clause);
        }
    }
}

static void
values_are_clean_or_nothing(void **state)
{
    assert_string_equal(letter_value(*state, "  Founder &\n CEO, ", 60), "Founder & CEO");
    assert_null(letter_value(*state, "{first_name}", 60));
    assert_null(letter_value(*state, "<b>CTO</b>", 60));
    assert_null(letter_value(*state, "mail@example.com", 60));
    assert_null(letter_value(*state, "—", 60));
    assert_null(letter_value(*state, "Much too long", 5));
    assert_null(letter_value(*state, "CTO CTO", 60));
    assert_null(letter_value(*state, "\xFF", 60));
    assert_null(letter_value(*state, NULL, 60));
    assert_string_equal(letter_term(*state, "SOC 2"), "SOC 2");
    assert_null(letter_term(*state, "one two three four five"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(clauses_end_at_their_borders, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(values_are_clean_or_nothing, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
