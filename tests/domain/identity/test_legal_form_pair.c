/* Which legal forms one company cannot have both. */
#include "support/test.h"

#include "domain/identity/legal_form_pair.h"

static void
different_forms_differ(void **state)
{
    static const char *const pairs[][2] = {
        {"GmbH",      "Ltd."         },
        {"GmbH",      "AG"           },
        {"AG",        "S.A."         },
        {"KG",        "GmbH & Co. KG"},
        {"Inc.",      "LLC"          },
        {"PLC",       "Ltd."         },
        {"s.r.o.",    "a.s."         },
        {"Co., Ltd.", "GmbH"         },
        {"SARL",      "SAS"          },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!legal_form_pair_differs(*state, pairs[i][0], pairs[i][1]) ||
            !legal_form_pair_differs(*state, pairs[i][1], pairs[i][0]))
            fail_msg("taken for one: %s, %s", pairs[i][0], pairs[i][1]);
}

static void
spellings_of_one_do_not(void **state)
{
    static const char *const pairs[][2] = {
        {"GmbH",         "Gesellschaft mit beschränkter Haftung"},
        {"Ltd.",         "Limited"                               },
        {"S.A.",         "SA"                                    },
        {"Inc",          "Incorporated"                          },
        {"Inc.",         "Corp."                                 },
        {"Co.",          "LLC"                                   },
        {"a.s.",         "AS"                                    },
        {"A/S",          "AS"                                    },
        {"SL",           "SLU"                                   },
        {"K.K.",         "Co., Ltd."                             },
        {"有限公司", "Co., Ltd."                             },
        {"AB",           "AB (publ)"                             },
        {"GmbH",         "a family business"                     },
        {"GmbH",         NULL                                    },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (legal_form_pair_differs(*state, pairs[i][0], pairs[i][1]) ||
            legal_form_pair_differs(*state, pairs[i][1], pairs[i][0]))
            fail_msg("taken for two: %s, %s", pairs[i][0], pairs[i][1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(different_forms_differ, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(spellings_of_one_do_not, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
