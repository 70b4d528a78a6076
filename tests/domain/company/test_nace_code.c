/* NACE codes and their national forms. */
#include "support/test.h"

#include "base/phrase.h"
#include "domain/company/company_industry.h"
#include "domain/company/nace_code.h"

static void
reads_codes_but_no_other_numbers(void **state)
{
    static const struct {
        const char *text;
        int industry;
    } cases[] = {
        {"62.01",                      INDUSTRY_SOFTWARE     },
        {"62.01.0",                    INDUSTRY_SOFTWARE     },
        {"62.02 Computer consultancy", INDUSTRY_IT           },
        {"J62.01",                     INDUSTRY_SOFTWARE     },
        {"J 62.09 - Other IT",         INDUSTRY_IT           },
        {"C.29.10",                    INDUSTRY_AUTOMOTIVE   },
        {"6201Z",                      INDUSTRY_SOFTWARE     },
        {"56.10A Restauration",        INDUSTRY_HOSPITALITY  },
        {"01.11Z",                     INDUSTRY_AGRICULTURE  },
        {"NACE 46",                    INDUSTRY_RETAIL       },
        {"WZ 28",                      INDUSTRY_MANUFACTURING},
        {"ATECO 41.20.00",             INDUSTRY_CONSTRUCTION },
        {"CNAE 6920",                  INDUSTRY_PROFESSIONAL },
        {"PKD 62.01.Z",                INDUSTRY_SOFTWARE     },
        {"84.11",                      INDUSTRY_PUBLIC       },
        {"30.30",                      INDUSTRY_AEROSPACE    },
        {"58.29",                      INDUSTRY_SOFTWARE     },
        {"21.20",                      INDUSTRY_PHARMA       },
        {"6201",                       0                     }, /* may be an American code */
        {"541511",                     0                     },
        {"62",                         0                     },
        {"34.10",                      0                     }, /* no such division */
        {"3D printing",                0                     },
        {"2021 2022 2023 2024",        0                     },
        {"Software 62.01",             0                     },
        {"",                           0                     },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int industry = nace_code_industry(phrase_plain(*state, cases[i].text));
        if (industry != cases[i].industry)
            fail_msg("\"%s\": %d, not %d", cases[i].text, industry, cases[i].industry);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_codes_but_no_other_numbers, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
