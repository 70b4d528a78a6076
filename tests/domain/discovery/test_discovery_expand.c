/* Ideas for queries from what worked. */
#include "support/test.h"

#include "domain/discovery/discovery_expand.h"

static void
makes_ideas_of_market_words(void **state)
{
    static const struct discovery_seed seeds[] = {
        {"country",  "DE",             5, 9},
        {"country",  "AT",             2, 9},
        {"industry", "7",              4, 6},
        {"keyword",  "robotics",       5, 6},
        {"keyword",  "b2b",            5, 9},
        {"keyword",  "ai",             4, 9},
        {"keyword",  "machine vision", 2, 2},
    };
    struct discovery_idea *ideas;
    size_t n = discovery_expand_ideas(*state, seeds, sizeof seeds / sizeof *seeds, &ideas);
    assert_int_equal(n, 8);
    assert_string_equal(ideas[0].words, "robotics company");
    assert_string_equal(ideas[1].words, "machine vision company");
    assert_string_equal(ideas[2].words, "Manufacturing companies Germany");
    assert_string_equal(ideas[3].words, "robotics company Germany");
    assert_non_null(strstr(ideas[0].why, "5 of 6 companies with"));
    for (size_t i = 0; i < n; i++)
        assert_null(strstr(ideas[i].words, "b2b"));
    assert_int_equal(discovery_expand_ideas(*state, seeds, 0, &ideas), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(makes_ideas_of_market_words, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
