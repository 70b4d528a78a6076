/* How people are addressed: vocatives, gender, titles. */
#include "support/test.h"

#include "domain/writing/letter_name.h"

static void
czech_vocatives(void **state)
{
    static const char *const first[][2] = {
        {"Jan",       "Jane"      },
        {"Petr",      "Petře"    },
        {"Pavel",     "Pavle"     },
        {"Tomáš",   "Tomáši"  },
        {"Jana",      "Jano"      },
        {"Marie",     "Marie"     },
        {"Jiří",    "Jiří"    },
        {"Zdeněk",   "Zdeňku"   },
        {"Ondřej",   "Ondřeji"  },
        {"Lukáš",   "Lukáši"  },
        {"Eva",       "Evo"       },
        {"Oldřich",  "Oldřichu" },
        {"Patrik",    "Patriku"   },
        {"Vladimír", "Vladimíre"},
    };
    static const char *const last[][2] = {
        {"Novák",   "Nováku" },
        {"Hájek",   "Hájku"  },
        {"Němec",   "Němče" },
        {"Svoboda",  "Svobodo" },
        {"Novotný", "Novotný"},
        {"Krejčí", "Krejčí"},
        {"Havel",    "Havle"   },
        {"Beneš",   "Beneši" },
        {"Kolář",  "Koláři"},
        {"Urban",    "Urbane"  },
        {"Vaněk",   "Vaňku"  },
        {"Janů",    "Janů"   },
    };
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        assert_string_equal(letter_vocative_first(*state, first[i][0]), first[i][1]);
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        assert_string_equal(letter_vocative_last(*state, last[i][0], LETTER_MALE), last[i][1]);
    assert_string_equal(letter_vocative_last(*state, "Nováková", LETTER_FEMALE), "Nováková");
    assert_null(letter_vocative_last(*state, "Miller", LETTER_FEMALE));
    assert_null(letter_vocative_last(*state, "Novák", LETTER_GENDER_UNKNOWN));
    assert_null(letter_vocative_first(*state, "Kim"));
}

static void
gender_only_where_it_is_known(void **state)
{
    assert_int_equal(letter_name_gender(*state, "Jürgen"), LETTER_MALE);
    assert_int_equal(letter_name_gender(*state, "Zuzana"), LETTER_FEMALE);
    assert_int_equal(letter_name_gender(*state, "Anna-Lena"), LETTER_FEMALE);
    assert_int_equal(letter_name_gender(*state, "Andrea"), LETTER_GENDER_UNKNOWN);
    assert_int_equal(letter_name_gender(*state, "Kim"), LETTER_GENDER_UNKNOWN);
    assert_int_equal(letter_name_gender(*state, NULL), LETTER_GENDER_UNKNOWN);
}

static void
titles_stay_and_forms_of_address_tell(void **state)
{
    struct letter_person person = {.first_name = "ALEX", .last_name = "Roth", .prefix = "Frau Dr."};
    struct letter_name name = letter_name(*state, &person, &letter_en);
    assert_string_equal(name.first, "Alex");
    assert_string_equal(name.title, "Dr");
    assert_int_equal(name.gender, LETTER_FEMALE);
    person = (struct letter_person){.first_name = "J.", .last_name = "R0th", .prefix = "Mr"};
    name = letter_name(*state, &person, &letter_en);
    assert_null(name.first);
    assert_null(name.last);
    assert_null(name.title);
    assert_int_equal(name.gender, LETTER_MALE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(czech_vocatives, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(gender_only_where_it_is_known, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(titles_stay_and_forms_of_address_tell, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
