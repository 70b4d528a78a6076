/* A postal code in front of a city is no part of it. */
#include "support/test.h"

#include "domain/cleaning/postal_city.h"

static void
splits_code_and_city(void **state)
{
    static const char *const cases[][3] = {
        {"50667 Köln",         "50667",    "Köln"     },
        {"D-10115 Berlin",      "10115",    "Berlin"    },
        {"8005 Zürich",        "8005",     "Zürich"   },
        {"1010 Wien",           "1010",     "Wien"      },
        {"110 00 Praha 1",      "110 00",   "Praha 1"   },
        {"00-950 Warszawa",     "00-950",   "Warszawa"  },
        {"1012 AB Amsterdam",   "1012 AB",  "Amsterdam" },
        {"4000-322 Porto",      "4000-322", "Porto"     },
        {"SE-114 35 Stockholm", "114 35",   "Stockholm" },
        {"75008 Île",          "75008",    "Île"      },
        {"400001 Mumbai",       "400001",   "Mumbai"    },
        {"1201 St. Gallen",     "1201",     "St. Gallen"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *code = NULL, *city = cases[i][0];
        postal_city_split(*state, &code, &city);
        assert_non_null(code);
        assert_string_equal(code, cases[i][1]);
        assert_string_equal(city, cases[i][2]);
    }
}

static void
leaves_names_alone(void **state)
{
    static const char *const names[] = {"Köln",
                                        "6th of October City",
                                        "100 Mile House",
                                        "29 Palms",
                                        "12345",
                                        "1234567 Ort",
                                        "12345 6",
                                        "Praha 1",
                                        "50667Köln",
                                        "50667 - Köln",
                                        ""};
    const char *code = NULL, *city = NULL;
    postal_city_split(*state, &code, &city);
    assert_null(city);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        city = names[i];
        postal_city_split(*state, &code, &city);
        assert_null(code);
        assert_string_equal(city, names[i]);
    }
}

static void
another_code_stays(void **state)
{
    const char *code = "10115", *city = "10115 Berlin";
    postal_city_split(*state, &code, &city);
    assert_string_equal(city, "Berlin");
    city = "50667 Köln";
    postal_city_split(*state, &code, &city);
    assert_string_equal(code, "10115");
    assert_string_equal(city, "50667 Köln");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(splits_code_and_city, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(leaves_names_alone, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(another_code_stays, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
