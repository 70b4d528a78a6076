/* Values of custom fields: what people and files write, what is stored of it, and that the stored form
 * reads back as itself. */
#include "support/test.h"

#include "domain/label/custom_value.h"

static const char *const options[] = {"Gold", "Příliš žluťoučký", "None"};

static struct custom_field
field_of(const char *type)
{
    return (struct custom_field){
        .key = "x", .label = "X", .type = type, .options = options, .n_options = 3};
}

/* NULL wanted: refused; "": nothing. */
struct reading {
    const char *type, *text, *wanted;
};

static void
reads(void *arena, const struct reading *cases, size_t n, enum custom_reading reading)
{
    struct ctx ctx = {.arena = arena};
    for (size_t i = 0; i < n; i++) {
        const struct custom_field field = field_of(cases[i].type);
        const char *value, *again;
        bool ok = custom_value_normalise(&ctx, &field, reading, cases[i].text, &value);
        if (ok != (cases[i].wanted != NULL))
            fail_msg("%s \"%s\": %s", cases[i].type, cases[i].text, ok ? value : ctx.err.message);
        if (!ok) {
            assert_int_equal(ctx.err.kind, ERR_INPUT);
            assert_string_equal(ctx.err.field, "custom.x");
            err_clear(&ctx);
            continue;
        }
        if (strcmp(value ? value : "", cases[i].wanted) != 0)
            fail_msg("%s \"%s\": \"%s\"", cases[i].type, cases[i].text, value ? value : "");
        if (!value)
            continue;
        assert_true(custom_value_normalise(&ctx, &field, CUSTOM_CELL, value, &again));
        assert_string_equal(again, value);
        assert_true(custom_value_normalise(&ctx, &field, CUSTOM_TYPED, value, &again));
        assert_string_equal(again, value);
    }
}

#define READS(cases, reading) reads(*state, cases, sizeof(cases) / sizeof *(cases), reading)

static void
reads_cells(void **state)
{
    static const struct reading cases[] = {
        {"text",   "  Two \n lines ",            "Two \n lines"           },
        {"text",   "n/a",                        ""                       },
        {"number", "1200",                       "1200"                   },
        {"number", "1.200",                      "1200"                   },
        {"number", "1,200.50",                   "1200.5"                 },
        {"number", "1 200,5",                    "1200.5"                 },
        {"number", "-0",                         "0"                      },
        {"number", "€ 12.5",                   "12.5"                   },
        {"number", "12,5 %",                     "12.5"                   },
        {"number", "−7",                       "-7"                     },
        {"number", "2.5k",                       "2500"                   },
        {"number", "0.125",                      "0.1250"                 },
        {"number", "999999999999999",            "999999999999999"        },
        {"number", "12 or so",                   NULL                     },
        {"number", "1e30",                       NULL                     },
        {"number", "NaN",                        ""                       },
        {"number", "-",                          ""                       },
        {"date",   "2026-11-19",                 "2026-11-19"             },
        {"date",   "2026-11-19T10:00:00Z",       "2026-11-19"             },
        {"date",   "2026/1/9",                   "2026-01-09"             },
        {"date",   "19.11.2026",                 "2026-11-19"             },
        {"date",   "1. 2. 2026",                 "2026-02-01"             },
        {"date",   "19 Nov 2026",                "2026-11-19"             },
        {"date",   "November 19, 2026",          "2026-11-19"             },
        {"date",   "Sept. 3, 2026",              "2026-09-03"             },
        {"date",   "11/19/2026",                 "2026-11-19"             },
        {"date",   "19/11/2026",                 "2026-11-19"             },
        {"date",   "5/5/2026",                   "2026-05-05"             },
        {"date",   "29.02.2028 08:00",           "2028-02-29"             },
        {"date",   "05/06/2026",                 NULL                     },
        {"date",   "29.02.2026",                 NULL                     },
        {"date",   "1.2.26",                     NULL                     },
        {"date",   "2026-13-01",                 NULL                     },
        {"date",   "20261119",                   NULL                     },
        {"date",   "2026-11-19 and more",        NULL                     },
        {"date",   "soon",                       NULL                     },
        {"choice", "gold",                       "Gold"                   },
        {"choice", " PRILIS  zlutoucky ",        "Příliš žluťoučký"},
        {"choice", "none",                       "None"                   },
        {"choice", "n/a",                        ""                       },
        {"choice", "Silver",                     NULL                     },
        {"url",    "Example.com/a?utm_source=x", "https://example.com/a"  },
        {"url",    "javascript:alert(1)",        NULL                     },
        {"url",    "no address",                 NULL                     },
        {"yesno",  "YES",                        "yes"                    },
        {"yesno",  "ano",                        "yes"                    },
        {"yesno",  "1",                          "yes"                    },
        {"yesno",  "Não",                       "no"                     },
        {"yesno",  "0",                          "no"                     },
        {"yesno",  "perhaps",                    NULL                     },
        {"yesno",  "",                           ""                       },
    };
    READS(cases, CUSTOM_CELL);
}

/* Forms send numbers with a point, whatever the number of decimals. */
static void
reads_forms(void **state)
{
    static const struct reading cases[] = {
        {"number", "1.234",     "1.2340"    },
        {"number", "-1.5",      "-1.5"      },
        {"number", "1.234,5",   "1234.5"    },
        {"number", "12345.678", "12345.6780"},
        {"number", "1.",        NULL        },
    };
    READS(cases, CUSTOM_TYPED);
}

static void
shows_values_as_people_write_them(void **state)
{
    static const struct reading cases[] = {
        {"yesno",  "yes",     "Yes"    },
        {"yesno",  "no",      "No"     },
        {"number", "1.2340",  "1.234"  },
        {"number", "12.3456", "12.3456"},
        {"number", "1200",    "1200"   },
        {"text",   "1.2340",  "1.2340" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct custom_field field = field_of(cases[i].type);
        assert_string_equal(custom_value_shown(*state, &field, cases[i].text), cases[i].wanted);
    }
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(reads_cells),
        UNIT(reads_forms),
        UNIT(shows_values_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
