/* A company's codes, from its facts. */
#include "support/test.h"

#include "domain/company/company_class.h"

/* The code at a place when the one field has the value. */
static int
code_of(struct arena *arena, enum company_field field, const char *value, enum company_code place)
{
    const char *values[COMPANY_N_FIELDS] = {NULL};
    int16_t codes[COMPANY_N_CODES];
    values[field] = value;
    company_class_of(arena, values, codes);
    return codes[place];
}

static const char *
named(const struct record_choices *list, int code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->name : "";
}

static void
puts_countries_into_regions(void **state)
{
    static const char *const cases[][2] = {
        {"dach",            "DE AT CH LI"                                                },
        {"nordics",         "DK SE NO FI IS FO GL AX"                                    },
        {"benelux",         "BE NL LU"                                                   },
        {"cee",             "PL CZ SK HU RO BG SI HR RS BA ME MK AL XK EE LV LT UA BY MD"},
        {"uk_ireland",      "GB IE IM JE GG"                                             },
        {"southern_europe", "ES PT IT GR MT CY AD SM VA"                                 },
        {"us",              "US"                                                         },
        {"other",           "FR CA JP AU BR TR RU IN CN MX ZA"                           },
        {"",                "Germany de X"                                               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *list = arena_strdup(*state, cases[i][1]);
        for (char *country = list; country && *country;) {
            char *next = strchr(country, ' ');
            if (next)
                *next++ = '\0';
            int code = code_of(*state, COMPANY_COUNTRY, country, COMPANY_CODE_REGION);
            if (strcmp(named(&record_regions, code), cases[i][0]))
                fail_msg("%s: %s", country, named(&record_regions, code));
            country = next;
        }
    }
    assert_int_equal(code_of(*state, COMPANY_COUNTRY, "DE", COMPANY_CODE_COUNTRY), 83);
}

static void
puts_head_counts_and_amounts_into_buckets(void **state)
{
    static const struct {
        enum company_field field;
        const char *value, *bucket;
    } cases[] = {
        {COMPANY_EMPLOYEES, "7",                 "micro"     },
        {COMPANY_EMPLOYEES, "11-50",             "small"     },
        {COMPANY_EMPLOYEES, "51-200",            "medium"    },
        {COMPANY_EMPLOYEES, "201-1000",          "mid_market"},
        {COMPANY_EMPLOYEES, "10,001+ employees", "enterprise"},
        {COMPANY_EMPLOYEES, "Mid-market",        "mid_market"},
        {COMPANY_EMPLOYEES, "many",              ""          },
        {COMPANY_EMPLOYEES, "",                  ""          },
        {COMPANY_REVENUE,   "1 999 999",         "micro"     },
        {COMPANY_REVENUE,   "2000000",           "small"     },
        {COMPANY_REVENUE,   "€9.9M",           "small"     },
        {COMPANY_REVENUE,   "10M",               "medium"    },
        {COMPANY_REVENUE,   "$10M - $50M",       "medium"    },
        {COMPANY_REVENUE,   "50 million",        "mid_market"},
        {COMPANY_REVENUE,   "250M",              "enterprise"},
        {COMPANY_REVENUE,   "$1B+",              "enterprise"},
        {COMPANY_REVENUE,   "< 1M",              "micro"     },
        {COMPANY_REVENUE,   "500K",              "micro"     },
        {COMPANY_REVENUE,   "Mid-market",        "mid_market"},
        {COMPANY_REVENUE,   "Enterprise",        "enterprise"},
        {COMPANY_REVENUE,   "undisclosed",       ""          },
        {COMPANY_REVENUE,   "0",                 ""          },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool size = cases[i].field == COMPANY_EMPLOYEES;
        int code = code_of(*state, cases[i].field, cases[i].value,
                           size ? COMPANY_CODE_SIZE : COMPANY_CODE_REVENUE);
        const char *bucket = named(size ? &record_sizes : &record_revenues, code);
        if (strcmp(bucket, cases[i].bucket))
            fail_msg("\"%s\": \"%s\"", cases[i].value, bucket);
    }
}

static void
takes_keywords_where_the_industry_says_nothing(void **state)
{
    const char *values[COMPANY_N_FIELDS] = {
        [COMPANY_NAME] = "Prague Bank Software", [COMPANY_DESCRIPTION] = "We are a bank."};
    int16_t codes[COMPANY_N_CODES];
    company_class_of(*state, values, codes);
    assert_int_equal(codes[COMPANY_CODE_INDUSTRY], 0); /* a name is no industry */
    values[COMPANY_KEYWORDS] = "logistics, freight, warehousing";
    company_class_of(*state, values, codes);
    assert_string_equal(named(&record_industries, codes[COMPANY_CODE_INDUSTRY]), "transport");
    values[COMPANY_INDUSTRY] = "Banking";
    company_class_of(*state, values, codes);
    assert_string_equal(named(&record_industries, codes[COMPANY_CODE_INDUSTRY]),
                        "financial_services");
    values[COMPANY_INDUSTRY] = "Foobar";
    company_class_of(*state, values, codes);
    assert_string_equal(named(&record_industries, codes[COMPANY_CODE_INDUSTRY]), "transport");
}

static void
knows_status_tier_and_what_is_there(void **state)
{
    assert_int_equal(code_of(*state, COMPANY_STATUS, "customer", COMPANY_CODE_STATUS), 4);
    assert_int_equal(code_of(*state, COMPANY_STATUS, "Churned", COMPANY_CODE_STATUS), 5);
    assert_int_equal(code_of(*state, COMPANY_STATUS, "vip", COMPANY_CODE_STATUS), 0);
    assert_int_equal(code_of(*state, COMPANY_TIER, "tier_2_gold", COMPANY_CODE_TIER), 2);
    assert_int_equal(code_of(*state, COMPANY_DOMAIN, "acme.example", COMPANY_CODE_DOMAIN), 1);
    assert_int_equal(code_of(*state, COMPANY_DOMAIN, NULL, COMPANY_CODE_DOMAIN), 0);
    assert_int_equal(code_of(*state, COMPANY_LINKEDIN_URL, "x", COMPANY_CODE_LINKEDIN), 1);
    assert_int_equal(code_of(*state, COMPANY_PHONE, "+420123456789", COMPANY_CODE_PHONE), 1);
}

static void
adds_up_what_is_known(void **state)
{
    static const struct {
        enum company_field field;
        const char *value;
        int points; /* with all above */
    } steps[] = {
        {COMPANY_NOTES,        "call back",          0  },
        {COMPANY_NAME,         "Acme",               10 },
        {COMPANY_WEBSITE_URL,  "https://a.example/", 25 },
        {COMPANY_DOMAIN,       "a.example",          25 },
        {COMPANY_INDUSTRY,     "something else",     25 }, /* not understood */
        {COMPANY_INDUSTRY,     "Banking",            35 },
        {COMPANY_EMPLOYEES,    "12",                 45 },
        {COMPANY_COUNTRY,      "CZ",                 55 },
        {COMPANY_CITY,         "Brno",               60 },
        {COMPANY_LINKEDIN_URL, "https://l",          70 },
        {COMPANY_EMAIL,        "a@a.example",        80 },
        {COMPANY_FOUNDED_YEAR, "1999",               90 },
        {COMPANY_DESCRIPTION,  "Makes things.",      100},
    };
    const char *values[COMPANY_N_FIELDS] = {NULL};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct record_quality_part parts[RECORD_QUALITY_PARTS];
        int16_t codes[COMPANY_N_CODES];
        values[steps[i].field] = steps[i].value;
        company_class_of(*state, values, codes);
        assert_int_equal(codes[COMPANY_CODE_QUALITY], steps[i].points);
        size_t n = company_class_quality_parts(*state, values, parts, RECORD_QUALITY_PARTS);
        int reached = 0, all = 0;
        for (size_t k = 0; k < n; k++) {
            all += parts[k].points;
            reached += parts[k].reached ? parts[k].points : 0;
        }
        assert_int_equal(all, 100);
        assert_int_equal(reached, steps[i].points);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(puts_countries_into_regions, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(puts_head_counts_and_amounts_into_buckets, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(takes_keywords_where_the_industry_says_nothing,
                                        test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(knows_status_tier_and_what_is_there, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(adds_up_what_is_known, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
