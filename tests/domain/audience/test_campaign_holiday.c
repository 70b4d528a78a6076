/* Weekends and public holidays against calendars as printed. */
#include "support/test.h"

#include <string.h>

#include "domain/audience/campaign_holiday.h"

static void
days_are_as_printed(void **state)
{
    static const struct {
        const char *country, *day, *name; /* name NULL: a working day; "": a weekend */
    } cases[] = {
        {"DE", "2026-04-03", "Good Friday"              },
        {"DE", "2026-04-06", "Easter Monday"            },
        {"DE", "2026-05-14", "Ascension Day"            },
        {"DE", "2026-05-25", "Whit Monday"              },
        {"DE", "2026-10-03", "Day of German Unity"      },
        {"DE", "2026-11-01", ""                         },
        {"AT", "2026-06-04", "Corpus Christi"           },
        {"DE", "2026-06-04", NULL                       },
        {"FI", "2026-12-06", "Independence Day"         },
        {"FI", "2026-12-07", NULL                       },
        {"FI", "2026-06-19", "Midsummer Eve"            },
        {"SE", "2027-06-25", "Midsummer Eve"            },
        {"GR", "2026-04-10", "Good Friday"              },
        {"GR", "2026-04-13", "Easter Monday"            },
        {"GR", "2026-02-23", "Clean Monday"             },
        {"RO", "2027-05-03", "Easter Monday"            },
        {"GB", "2026-12-28", "Boxing Day"               },
        {"GB", "2027-12-27", "Christmas Day"            },
        {"GB", "2027-12-28", "Boxing Day"               },
        {"GB", "2022-12-27", "Christmas Day"            },
        {"GB", "2026-05-04", "May bank holiday"         },
        {"GB", "2026-05-25", "Spring bank holiday"      },
        {"GB", "2026-08-31", "Summer bank holiday"      },
        {"GB", "2026-05-14", NULL                       },
        {"US", "2026-07-03", "Independence Day"         },
        {"US", "2026-11-26", "Thanksgiving"             },
        {"US", "2026-01-19", "Martin Luther King Day"   },
        {"US", "2026-05-25", "Memorial Day"             },
        {"US", "2021-12-31", "New Year's Day"           },
        {"US", "2026-12-26", ""                         },
        {"CA", "2026-05-18", "Victoria Day"             },
        {"CA", "2026-10-12", "Thanksgiving"             },
        {"NL", "2025-04-26", "King's Day"               },
        {"NL", "2026-04-27", "King's Day"               },
        {"CZ", "2026-11-17", "Freedom and Democracy Day"},
        {"SK", "2026-11-17", NULL                       },
        {"FR", "2026-07-14", "Bastille Day"             },
        {"DK", "2026-04-02", "Maundy Thursday"          },
        {"IS", "2026-04-23", "First Day of Summer"      },
        {"SA", "2026-11-20", ""                         },
        {"SA", "2026-11-22", NULL                       },
        {"DE", "2026-11-22", ""                         },
        {NULL, "2026-11-21", ""                         },
        {NULL, "2026-12-25", NULL                       },
        {"BR", "2026-11-23", NULL                       },
    };
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *name;
        int64_t day = campaign_holiday_read(cases[i].day);
        bool free = campaign_holiday_free(cases[i].country, day, &name);
        const char *said = !free ? NULL : name ? name : "";
        if (!said != !cases[i].name || (said && strcmp(said, cases[i].name) != 0))
            fail_msg("%s %s: %s, not %s", cases[i].country ? cases[i].country : "-", cases[i].day,
                     said ? said : "works", cases[i].name ? cases[i].name : "works");
        assert_string_equal(campaign_holiday_text(arena, day), cases[i].day);
    }
    arena_free(arena);
}

/* Sundays of Easter, western and eastern. */
static void
easter_moves(void **state)
{
    static const struct {
        int year;
        const char *western, *eastern;
    } cases[] = {
        {2024, "2024-04-01", "2024-05-06"},
        {2025, "2025-04-21", "2025-04-21"},
        {2026, "2026-04-06", "2026-04-13"},
        {2027, "2027-03-29", "2027-05-03"},
        {2028, "2028-04-17", "2028-04-17"},
        {2030, "2030-04-22", "2030-04-29"},
        {2038, "2038-04-26", "2038-04-26"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *name;
        assert_true(campaign_holiday_free("DE", campaign_holiday_read(cases[i].western), &name));
        assert_string_equal(name, "Easter Monday");
        assert_true(campaign_holiday_free("GR", campaign_holiday_read(cases[i].eastern), &name));
        assert_string_equal(name, "Easter Monday");
    }
}

static void
the_next_working_day(void **state)
{
    static const struct {
        const char *country, *from, *next;
    } cases[] = {
        {"DE", "2026-12-24", "2026-12-24"},
        {"DE", "2026-12-25", "2026-12-28"},
        {"GB", "2026-12-25", "2026-12-29"},
        {"FI", "2026-12-06", "2026-12-07"},
        {"GR", "2026-04-10", "2026-04-14"},
        {"SA", "2026-11-20", "2026-11-22"},
        {NULL, "2026-11-21", "2026-11-23"},
    };
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t next =
            campaign_holiday_next(cases[i].country, campaign_holiday_read(cases[i].from));
        assert_string_equal(campaign_holiday_text(arena, next), cases[i].next);
    }
    assert_string_equal(campaign_holiday_words(arena, campaign_holiday_read("2026-12-07")),
                        "Monday 7 December 2026");
    assert_true(campaign_holiday_known("FI"));
    assert_false(campaign_holiday_known("BR"));
    assert_true(campaign_holiday_read("2026-02-30") == INT64_MIN);
    assert_true(campaign_holiday_read("2026-2-3") == INT64_MIN);
    assert_true(campaign_holiday_read(NULL) == INT64_MIN);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(days_are_as_printed),
                                       cmocka_unit_test(easter_moves),
                                       cmocka_unit_test(the_next_working_day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
