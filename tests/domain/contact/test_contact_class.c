/* A contact's codes, from its facts. */
#include "support/test.h"

#include "domain/contact/contact_class.h"

static int
code_of(struct arena *arena, enum contact_field field, const char *value, enum contact_code place)
{
    const char *values[CONTACT_N_FIELDS] = {NULL};
    int16_t codes[CONTACT_N_CODES];
    values[field] = value;
    contact_class_of(arena, values, codes);
    return codes[place];
}

static const char *
named(const struct record_choices *list, int code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->name : "";
}

static void
prefers_the_columns_to_the_title(void **state)
{
    static const struct {
        const char *title, *seniority, *department;
        const char *wanted_seniority, *wanted_department;
    } cases[] = {
        {"VP Sales", NULL,       NULL,                      "vp",                     "sales"           },
        {"VP Sales", "Director", "Marketing",               "director",               "marketing"       },
        {"Guru",     "C suite",  "C-Suite, Finance",        "c_level",                "finance"         },
        {"Guru",     "Entry",    "Human Resources",         "individual_contributor", "hr"              },
        {"Guru",     "owner",    "Engineering & Technical", "founder",                "engineering"     },
        {"Guru",     "Head",     "Information Technology",  "director",               "engineering"     },
        {"VP Sales", "Other",    "other",                   "other",                  "other"           },
        {"VP Sales", "???",      "???",                     "vp",                     "sales"           },
        {"Guru",     NULL,       NULL,                      "",                       ""                },
        {"Guru",     "c_level",  "customer_success",        "c_level",                "customer_success"},
        {NULL,       NULL,       NULL,                      "",                       ""                },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *values[CONTACT_N_FIELDS] = {[CONTACT_JOB_TITLE] = cases[i].title,
                                                [CONTACT_SENIORITY] = cases[i].seniority,
                                                [CONTACT_DEPARTMENT] = cases[i].department};
        int16_t codes[CONTACT_N_CODES];
        contact_class_of(*state, values, codes);
        assert_string_equal(named(&record_seniorities, codes[CONTACT_CODE_SENIORITY]),
                            cases[i].wanted_seniority);
        assert_string_equal(named(&record_departments, codes[CONTACT_CODE_DEPARTMENT]),
                            cases[i].wanted_department);
    }
}

static void
tells_kinds_of_addresses(void **state)
{
    static const char *const cases[][2] = {
        {"anna@acme.example",   "work"      },
        {"anna@gmail.com",      "free_mail" },
        {"info@acme.example",   "role"      },
        {"info@gmail.com",      "role"      },
        {"x@mailinator.com",    "disposable"},
        {"info@mailinator.com", "disposable"},
        {NULL,                  ""          },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(named(&record_email_kinds,
                                  code_of(*state, CONTACT_EMAIL, cases[i][0], CONTACT_CODE_EMAIL)),
                            cases[i][1]);
}

static void
knows_status_activity_country_and_what_is_there(void **state)
{
    assert_int_equal(code_of(*state, CONTACT_LINKEDIN_ACTIVITY, "moderate", CONTACT_CODE_ACTIVITY),
                     2);
    assert_int_equal(code_of(*state, CONTACT_LINKEDIN_ACTIVITY, "x", CONTACT_CODE_ACTIVITY), 0);
    assert_int_equal(code_of(*state, CONTACT_STATUS, "dormant", CONTACT_CODE_STATUS), 3);
    assert_int_equal(code_of(*state, CONTACT_COUNTRY, "AB", CONTACT_CODE_COUNTRY), 2);
    assert_int_equal(code_of(*state, CONTACT_LINKEDIN_URL, "x", CONTACT_CODE_LINKEDIN), 1);
    assert_int_equal(code_of(*state, CONTACT_PHONE, "+1", CONTACT_CODE_PHONE), 1);
    assert_int_equal(code_of(*state, CONTACT_MOBILE_PHONE, "+1", CONTACT_CODE_PHONE), 1);
    assert_int_equal(code_of(*state, CONTACT_EMAIL, "a@b.example", CONTACT_CODE_PHONE), 0);
    assert_int_equal(code_of(*state, CONTACT_JOB_TITLE, "Head of Engineering", CONTACT_CODE_RANK),
                     8);
    assert_int_equal(code_of(*state, CONTACT_SENIORITY, "C suite", CONTACT_CODE_RANK), 9);
}

static void
adds_up_what_is_known(void **state)
{
    static const struct {
        enum contact_field field;
        const char *value;
        int points; /* with all above */
    } steps[] = {
        {CONTACT_NOTES,        "call back",         0  },
        {CONTACT_FIRST_NAME,   "Anna",              10 },
        {CONTACT_LAST_NAME,    "Novak",             20 },
        {CONTACT_COMPANY_ID,   "7",                 35 },
        {CONTACT_JOB_TITLE,    "Guru",              50 },
        {CONTACT_JOB_TITLE,    "CFO",               55 },
        {CONTACT_EMAIL,        "info@acme.example", 70 },
        {CONTACT_EMAIL,        "anna@acme.example", 75 },
        {CONTACT_LINKEDIN_URL, "https://l",         85 },
        {CONTACT_MOBILE_PHONE, "+420123456789",     95 },
        {CONTACT_COUNTRY,      "CZ",                100},
        {CONTACT_CITY,         "Brno",              100},
    };
    const char *values[CONTACT_N_FIELDS] = {NULL};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct record_quality_part parts[RECORD_QUALITY_PARTS];
        int16_t codes[CONTACT_N_CODES];
        values[steps[i].field] = steps[i].value;
        contact_class_of(*state, values, codes);
        assert_int_equal(codes[CONTACT_CODE_QUALITY], steps[i].points);
        size_t n = contact_class_quality_parts(*state, values, parts, RECORD_QUALITY_PARTS);
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
        cmocka_unit_test_setup_teardown(prefers_the_columns_to_the_title, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(tells_kinds_of_addresses, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(knows_status_activity_country_and_what_is_there,
                                        test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(adds_up_what_is_known, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
