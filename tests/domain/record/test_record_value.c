/* One value of one field: what is stored, what is nothing, what is refused and with which words. */
#include "support/test.h"

#include "domain/record/record_value.h"

struct value_case {
    enum record_entity entity;
    const char *field, *input;
    const char *want; /* NULL: nothing is stored */
};

static void
stores_values(void **state)
{
    static const struct value_case cases[] = {
        {RECORD_COMPANY, "name",         "  Müller   GmbH ",                "Müller GmbH"     },
        {RECORD_COMPANY, "name",         "AS",                               "AS"               },
        {RECORD_COMPANY, "name",         "n/a",                              NULL               },
        {RECORD_COMPANY, "domain",       "https://www.Acme.co.uk/jobs",      "acme.co.uk"       },
        {RECORD_COMPANY, "website_url",  "acme.com",                         "https://acme.com/"},
        {RECORD_COMPANY, "linkedin_url", "linkedin.com/company/Acme/about/",
         "https://www.linkedin.com/company/acme"                                                },
        {RECORD_COMPANY, "employees",    "11 - 50",                          "11-50"            },
        {RECORD_COMPANY, "employees",    "1,200",                            "1200"             },
        {RECORD_COMPANY, "employees",    "50+",                              "50+"              },
        {RECORD_CONTACT, "birthday",     "1980-02-01",                       "1980-02-01"       },
        {RECORD_CONTACT, "birthday",     "1980-02-01T00:00:00Z",             "1980-02-01"       },
        {RECORD_CONTACT, "birthday",     "19800201",                         "1980-02-01"       },
        {RECORD_CONTACT, "birthday",     "29.2.1992",                        "1992-02-29"       },
        {RECORD_CONTACT, "birthday",     "2/28/1990",                        "1990-02-28"       },
        {RECORD_CONTACT, "birthday",     "3/4/1990",                         "3/4/1990"         },
        {RECORD_CONTACT, "birthday",     "--05-12",                          "--05-12"          },
        {RECORD_CONTACT, "birthday",     "12 May",                           "12 May"           },
        {RECORD_CONTACT, "birthday",     "12. března 1980",                 "12. března 1980" },
        {RECORD_COMPANY, "founded_year", "2014.0",                           "2014"             },
        {RECORD_COMPANY, "founded_year", "Mar 2014",                         "2014"             },
        {RECORD_COMPANY, "country",      "Deutschland",                      "DE"               },
        {RECORD_COMPANY, "description",  " one\r\ntwo\rthree ",              "one\ntwo\nthree"  },
        {RECORD_COMPANY, "city",         "Br\xE2\x80\xAEno\x07",             "Brno"             },
        {RECORD_COMPANY, "city",         "-",                                NULL               },
        {RECORD_COMPANY, "city",         "",                                 NULL               },
        {RECORD_CONTACT, "last_name",    "Null",                             "Null"             },
        {RECORD_CONTACT, "last_name",    "NULL",                             NULL               },
        {RECORD_CONTACT, "email",        "Jane Doe <Jane@Acme.COM>",         "jane@acme.com"    },
        {RECORD_CONTACT, "phone",        "+420 777 123 456",                 "+420777123456"    },
        {RECORD_CONTACT, "linkedin_url", "cz.linkedin.com/in/jane-doe?x=1",
         "https://www.linkedin.com/in/jane-doe"                                                 },
        {RECORD_CONTACT, "owner_id",     "0017",                             "17"               },
    };
    struct ctx ctx = {.arena = *state};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *out = "unset";
        const struct record_field *field = record_field_get(cases[i].entity, cases[i].field);
        if (!record_value_normalise(&ctx, field, cases[i].input, NULL, &out))
            fail_msg("%s: %s", cases[i].input, ctx.err.message);
        if (!cases[i].want)
            assert_null(out);
        else if (!out || strcmp(out, cases[i].want) != 0)
            fail_msg("%s: got %s, wanted %s", cases[i].input, out ? out : "nothing", cases[i].want);
    }
}

static void
reads_national_numbers_by_country(void **state)
{
    struct ctx ctx = {.arena = *state};
    const struct record_field *field = record_field_get(RECORD_CONTACT, "phone");
    const char *out;
    assert_true(record_value_normalise(&ctx, field, "777 123 456", "CZ", &out));
    assert_string_equal(out, "+420777123456");
    assert_true(record_value_normalise(&ctx, field, "777 123 456", NULL, &out));
    assert_string_equal(out, "777 123 456");
}

static void
refuses_with_words(void **state)
{
    static const struct value_case cases[] = {
        {RECORD_COMPANY, "domain",       "gmail.com",               NULL                               },
        {RECORD_COMPANY, "employees",    "many",
         "This is no number of people. Write 120, 50-200 or 50+."                                      },
        {RECORD_COMPANY, "founded_year", "12-34",
         "This is no year. Write four digits, such as 2014."                                           },
        {RECORD_CONTACT, "birthday",     "31.02.1990",
         "This is no day. Write year, month and day, such as 1990-02-28."                              },
        {RECORD_CONTACT, "birthday",     "1990-02-30",
         "This is no day. Write year, month and day, such as 1990-02-28."                              },
        {RECORD_CONTACT, "birthday",     "1990-13-01",
         "This is no day. Write year, month and day, such as 1990-02-28."                              },
        {RECORD_CONTACT, "birthday",     "never",
         "This is no day. Write year, month and day, such as 1990-02-28."                              },
        {RECORD_CONTACT, "birthday",     "0/0/00",
         "This is no day. Write year, month and day, such as 1990-02-28."                              },
        {RECORD_COMPANY, "founded_year", "2014 or 2015",            NULL                               },
        {RECORD_COMPANY, "country",      "Atlantis",                "No country is known by this name."},
        {RECORD_COMPANY, "linkedin_url", "linkedin.com/in/jane",    NULL                               },
        {RECORD_CONTACT, "linkedin_url", "https://example.com/in/",
         "This is no address at LinkedIn."                                                             },
        {RECORD_CONTACT, "email",        "not an address",          NULL                               },
        {RECORD_CONTACT, "phone",        "4.20777E+11",             NULL                               },
        {RECORD_CONTACT, "owner_id",     "1 OR 1=1",                NULL                               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        const char *out;
        const struct record_field *field = record_field_get(cases[i].entity, cases[i].field);
        assert_false(record_value_normalise(&ctx, field, cases[i].input, NULL, &out));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_string_equal(ctx.err.field, cases[i].field);
        if (cases[i].want)
            assert_string_equal(ctx.err.message, cases[i].want);
    }
}

static void
refuses_what_is_too_long(void **state)
{
    struct ctx ctx = {.arena = *state};
    const struct record_field *field = record_field_get(RECORD_COMPANY, "postal_code");
    const char *out;
    char text[64];
    memset(text, 'x', sizeof text);
    text[20] = '\0';
    assert_true(record_value_normalise(&ctx, field, text, NULL, &out));
    text[20] = 'x';
    text[21] = '\0';
    assert_false(record_value_normalise(&ctx, field, text, NULL, &out));
    assert_string_equal(ctx.err.message, "At most 20 characters fit here.");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stores_values, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_national_numbers_by_country, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_with_words, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_what_is_too_long, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
