/* Names that may stand for each other, and how many of others' table are known. */
#include "support/cases.h"

#include "domain/enrich/nickname.h"

static void
knows_short_forms(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"bob",    "robert"    },
        {"robert", "bob"       },
        {"bob",    "rob"       },
        {"honza",  "jan"       },
        {"bill",   "william"   },
        {"kate",   "cathy"     },
        {"pepe",   "jose"      },
        {"gosia",  "malgorzata"},
        {"hannes", "johannes"  },
        {"anna",   "anna"      },
        {"jirka",  "jiri"      },
        {"beppe",  "giuseppe"  },
    };
    static const char *const others[][2] = {
        {"jan",  "jana" },
        {"paul", "paula"},
        {"bob",  "bill" },
        {"anna", "hanna"},
        {"",     "bob"  },
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!nickname_same(same[i][0], same[i][1]))
            fail_msg("%s may be %s", same[i][0], same[i][1]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (nickname_same(others[i][0], others[i][1]))
            fail_msg("%s is not %s", others[i][0], others[i][1]);
}

static void
knows_the_usual_ones_of_others(void **state)
{
    size_t length, n = 0, known = 0;
    if (!test_data_dir())
        return;
    char *at = cases_file(*state, "names-nicknames/names.csv", &length);
    (void)cases_line(&at);
    for (char *line; (line = cases_line(&at)) != NULL;) {
        const char *name = strsep(&line, ","), *relation = strsep(&line, ",");
        assert_non_null(relation);
        n++;
        known += nickname_same(name, line);
    }
    printf("# nicknames: %zu of %zu rows\n", known, n);
    assert_true(n > 1000 && known * 100 >= n * 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_short_forms),
        cmocka_unit_test_setup_teardown(knows_the_usual_ones_of_others, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
