/* Company names: clean-up, legal form, key, and the cases of other projects. */
#include "support/cases.h"

#include "domain/company/company_name.h"

static void
splits_the_legal_form(void **state)
{
    static const struct {
        const char *input, *base, *form, *form_key, *countries;
    } cases[] = {
        {"Acme, Inc.",                      "Acme",                  "Inc.",              "Inc.",              "US CA"         },
        {"EMCO spol. s r. o.",              "EMCO",                  "spol. s r. o.",     "s.r.o.",            "CZ SK"         },
        {"Alza.cz, a. s.",                  "Alza.cz",               "a. s.",             "a.s.",              "CZ SK"         },
        {"Ørsted A/S",                     "Ørsted",               "A/S",               "A/S",               "DK"            },
        {"Nordic AS",                       "Nordic",                "AS",                "AS",                "CZ NO SK EE LV"},
        {"Gross GmbH & Co. KG",             "Gross",                 "GmbH & Co. KG",     "GmbH & Co. KG",     "DE AT"         },
        {"Allegro Sp. z o.o. sp. k.",       "Allegro",               "Sp. z o.o. sp. k.", "Sp. z o.o. sp. k.", "PL"            },
        {"UAB Rimi",                        "Rimi",                  "UAB",               "UAB",               "LT"            },
        {"AB Volvo",                        "Volvo",                 "AB",                "AB",                "SE FI"         },
        {"ООО «Ромашка»",       "Ромашка",        "ООО",            "OOO",               "RU BY KZ"      },
        {"Grupo Bimbo, S.A.B. de C.V.",     "Grupo Bimbo",           "S.A.B. de C.V.",    "SAB de CV",         "MX"            },
        {"株式会社サンプル",        "サンプル",          "株式会社",      "K.K.",              "JP"            },
        {"삼성전자(주)",               "삼성전자",          "(주)",             "주식회사",      "KR"            },
        {"Ferrari S.p.A.",                  "Ferrari",               "S.p.A.",            "S.p.A.",            "IT CL DZ"      },
        {"Smith & Co.",                     "Smith",                 "& Co.",             "Co.",               "US GB"         },
        {"Müller & Söhne GmbH",           "Müller & Söhne",      "GmbH",              "GmbH",              "DE AT CH"      },
        {"Steinbrück & Partner PartG mbB", "Steinbrück & Partner", "PartG mbB",         "PartG",             "DE"            },
        {"Meier PartGmbB",                  "Meier",                 "PartGmbB",          "PartG",             "DE"            },
        {"Meier Partnerschaft mbB",         "Meier",                 "Partnerschaft mbB", "PartG",             "DE"            },
        {"Beauty Spa",                      "Beauty Spa",            "",                  "",                  ""              },
        {"Day Spa",                         "Day Spa",               "",                  "",                  ""              },
        {"O&Y Properties",                  "O&Y Properties",        "",                  "",                  ""              },
        {"Limited Brands",                  "Limited Brands",        "",                  "",                  ""              },
        {"Bank of Montreal",                "Bank of Montreal",      "",                  "",                  ""              },
        {"AS",                              "AS",                    "",                  "",                  ""              },
        {"Co",                              "Co",                    "",                  "",                  ""              },
        {"GmbH",                            "GmbH",                  "",                  "",                  ""              },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct company_name name;
        company_name_split(*state, cases[i].input, &name);
        if (strcmp(name.base, cases[i].base) || strcmp(name.form, cases[i].form) ||
            strcmp(name.form_key, cases[i].form_key) || strcmp(name.countries, cases[i].countries))
            fail_msg("\"%s\": %s|%s|%s|%s", cases[i].input, name.base, name.form, name.form_key,
                     name.countries);
    }
}

static void
cleans_for_display(void **state)
{
    static const struct {
        const char *input, *want;
    } cases[] = {
        {"  Acme   Corp ",        "Acme Corp"            },
        {"\"Acme\"",              "Acme"                 },
        {"\"\"Acme\"\"",          "Acme"                 },
        {"“Acme” Ltd",        "“Acme” Ltd"       },
        {"Acme,",                 "Acme"                 },
        {"- Acme -",              "Acme"                 },
        {"Acme\x01\t Inc",        "Acme Inc"             },
        {"Cafe\u0301",            "Café"                },
        {"Acme \"The Best\" Inc", "Acme \"The Best\" Inc"},
        {"Acme \"The Best",       "Acme \"The Best"      },
        {"\"Acme",                "Acme"                 },
        {"-esque Ltd",            "-esque Ltd"           },
        {".shop owners",          ".shop owners"         },
        {"_lowline",              "_lowline"             },
        {"=e2",                   "=e2"                  },
        {"=Acme=",                "Acme"                 },
        {"-- Acme",               "Acme"                 },
        {"_Acme_",                "Acme"                 },
        {"n/a",                   ""                     },
        {"---",                   ""                     },
        {"",                      ""                     },
        {"Yahoo!",                "Yahoo!"               },
        {"3M",                    "3M"                   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(company_name_clean(*state, cases[i].input), cases[i].want);
}

static void
gives_one_key_to_spellings_of_one_name(void **state)
{
    static const char *const same[][3] = {
        {"Acme, Inc.",            "ACME INC",               "acme"          },
        {"Ford Motor Company",    "Ford Motor Co.",         "ford motor"    },
        {"The Coca-Cola Company", "Coca Cola",              "coca cola"     },
        {"ČEZ, a.s.",            "CEZ",                    "cez"           },
        {"Smith & Sons Ltd",      "Smith and Sons Limited", "smith and sons"},
        {"A.B.C. Corp",           "ABC",                    "abc"           },
        {"McDonald's Corp.",      "McDonalds",              "mcdonalds"     },
        {"L’Oréal S.A.",       "L'Oreal",                "loreal"        },
        {"Gross GmbH & Co. KG",   "Gross",                  "gross"         },
        {"-esque Ltd",            "Esque",                  "esque"         },
        {"AS",                    "as",                     "as"            },
        {"Co",                    "CO",                     "co"            },
        {"Co., Ltd.",             "Co",                     "co"            },
        {"Inc",                   "inc",                    "inc"           },
        {"",                      "!!!",                    ""              },
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_string_equal(company_name_key(*state, same[i][0]), same[i][2]);
        assert_string_equal(company_name_key(*state, same[i][1]), same[i][2]);
    }
    assert_string_not_equal(company_name_key(*state, "Atlas Copco"),
                            company_name_key(*state, "Atlas"));
}

/* Cases where we differ on purpose: a name is never empty, a form in the middle stays, and forms
 * that are written in their own script are taken off too. */
static bool
differs_on_purpose(const char *input, const char *want, const char *base)
{
    static const char *const middle[] = {"Oy World", "pty ltd World"};
    for (size_t i = 0; i < sizeof middle / sizeof *middle; i++)
        if (strstr(input, middle[i]))
            return true;
    bool own_script = (unsigned char)want[0] >= 0x80 && !strcmp(input, want) && *base;
    return !*want || (own_script && strstr(want, base));
}

static void
agrees_with_cleanco(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "company-cleanco/basename_cases.tsv", &length);
    const char *fields[CASES_COLUMNS];
    int all = 0, right = 0, purpose = 0;
    cases_row(&at, fields);
    while (cases_row(&at, fields) >= 4) {
        struct company_name name;
        company_name_split(*state, fields[1], &name);
        all++;
        if (!strcmp(name.base, fields[3])) {
            right++;
        } else if (differs_on_purpose(fields[1], fields[3], name.base)) {
            purpose++;
            assert_true(strlen(name.base) > 0);
        } else {
            printf("# \"%s\": \"%s\", wanted \"%s\"\n", fields[1], name.base, fields[3]);
        }
    }
    printf("# base names: %d of %d, %d others on purpose\n", right, all, purpose);
    assert_true(all > 70);
    assert_true((right + purpose) * 100 >= all * 95);
}

static void
finds_forms_of_real_companies(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "company-cleanco/companies.csv", &length);
    int all = 0, found = 0;
    for (char *line; (line = cases_line(&at)) != NULL;) {
        struct company_name name;
        line[strcspn(line, ";")] = '\0';
        company_name_split(*state, line, &name);
        all++;
        found += *name.form != '\0';
        assert_true(strlen(company_name_key(*state, line)) > 0);
    }
    printf("# legal forms found: %d of %d\n", found, all);
    assert_true(found * 100 >= all * 93); /* the others have none */
}

static void
agrees_with_rigour(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "company-legal-forms-cases/cases.tsv", &length);
    const char *fields[CASES_COLUMNS];
    int all = 0, right = 0;
    cases_row(&at, fields);
    while (cases_row(&at, fields) >= 5) {
        const char *call = strstr(fields[2], "remove_org_types('");
        if (!call)
            continue;
        const char *input = call + strlen("remove_org_types('");
        input = arena_strndup(*state, input, strcspn(input, "'"));
        const char *key = company_name_key(*state, input);
        const char *want = arena_strndup(*state, fields[4] + 1, strlen(fields[4]) - 2);
        all++;
        right += !strcmp(key, want);
        if (strcmp(key, want))
            printf("# \"%s\": \"%s\", wanted \"%s\"\n", input, key, want);
    }
    printf("# legal forms removed: %d of %d\n", right, all);
    assert_true(all > 4);
    assert_true(right + 1 >= all);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(splits_the_legal_form, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(cleans_for_display, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(gives_one_key_to_spellings_of_one_name, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_cleanco, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(finds_forms_of_real_companies, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_rigour, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
