/* What cells look like. */
#include "support/test.h"

#include "base/csv_type.h"

static void
knows_values(void **state)
{
    static const struct {
        const char *cell;
        enum csv_type type;
    } cases[] = {
        {"",                        CSV_TYPE_EMPTY },
        {"  ",                      CSV_TYPE_EMPTY },
        {"12",                      CSV_TYPE_NUMBER},
        {"-1,234.50",               CSV_TYPE_NUMBER},
        {"$74.69",                  CSV_TYPE_NUMBER},
        {"(1 200)",                 CSV_TYPE_NUMBER},
        {"1.8e+006",                CSV_TYPE_NUMBER},
        {"12 %",                    CSV_TYPE_NUMBER},
        {"+420 777 123 456",        CSV_TYPE_NUMBER},
        {"1 200 €",               CSV_TYPE_NUMBER},
        {"28/01/2018",              CSV_TYPE_DATE  },
        {"2018-01-28 10:00:00",     CSV_TYPE_DATE  },
        {"2018-01-28T10:00:00Z",    CSV_TYPE_DATE  },
        {"12 Jan 2024",             CSV_TYPE_DATE  },
        {"Jan 12, 2024",            CSV_TYPE_DATE  },
        {"1. 2. 2024",              CSV_TYPE_DATE  },
        {"00:15",                   CSV_TYPE_TIME  },
        {"1:15 PM",                 CSV_TYPE_TIME  },
        {"jan.novak@example.cz",    CSV_TYPE_EMAIL },
        {"https://example.com/a?b", CSV_TYPE_URL   },
        {"www.example.com",         CSV_TYPE_URL   },
        {"MG-8769",                 CSV_TYPE_CODE  },
        {"Praha",                   CSV_TYPE_WORD  },
        {"Novák",                  CSV_TYPE_WORD  },
        {"Head of Sales",           CSV_TYPE_TEXT  },
        {"a;b",                     CSV_TYPE_ODD   },
        {"a \"b\"",                 CSV_TYPE_ODD   },
        {"@home",                   CSV_TYPE_WORD  },
        {"May",                     CSV_TYPE_WORD  },
        {"-",                       CSV_TYPE_WORD  },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span cell = {cases[i].cell, strlen(cases[i].cell)};
        if (csv_type_of(cell) != cases[i].type)
            fail_msg("\"%s\" is %d", cases[i].cell, (int)csv_type_of(cell));
    }
}

static void
headers_are_not_data(void **state)
{
    (void)state;
    assert_true(csv_type_is_data(CSV_TYPE_NUMBER));
    assert_true(csv_type_is_data(CSV_TYPE_EMAIL));
    assert_false(csv_type_is_data(CSV_TYPE_TEXT));
    assert_false(csv_type_is_data(CSV_TYPE_EMPTY));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_values),
        cmocka_unit_test(headers_are_not_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
