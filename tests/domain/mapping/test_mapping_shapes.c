/* What single values look like, and what a column of them tells. */
#include "support/test.h"

#include "domain/mapping/mapping_shapes.h"

#define IS(shape) (1u << SHAPE_##shape)

static void
recognises_values(void **state)
{
    static const struct {
        const char *value;
        unsigned is, is_not;
    } cases[] = {
        {"",                                            0,                                       ~0u                     },
        {"jan@acme.cz",                                 IS(EMAIL),                               IS(URL) | IS(ROLE_EMAIL)},
        {"Jan Novák <jan@acme.cz>",                    IS(EMAIL),                               0                       },
        {"info@acme.cz",                                IS(EMAIL) | IS(ROLE_EMAIL),              0                       },
        {"jan@acme.cz ::: jan@home.cz",                 IS(EMAIL),                               0                       },
        {"write to jan@acme.cz as soon as you can",     0,                                       IS(EMAIL)               },
        {"acme.cz",                                     IS(DOMAIN),                              IS(URL)                 },
        {"https://www.acme.cz/o-nas",                   IS(URL),                                 IS(DOMAIN)              },
        {"https://cz.linkedin.com/in/jan-novak",        IS(URL) | IS(LINKEDIN_PERSON),           0                       },
        {"linkedin.com/company/acme",                   IS(LINKEDIN_COMPANY),                    IS(LINKEDIN_PERSON)     },
        {"http://www.crunchbase.com/organization/acme", IS(CRUNCHBASE),                          0                       },
        {"https://x.com/logo.png?s=1",                  IS(IMAGE),                               0                       },
        {"Inc.",                                        0,                                       IS(DOMAIN) | IS(URL)    },
        {"3.14",                                        IS(NUMBER),                              IS(DOMAIN) | IS(PHONE)  },
        {"+420 777 123 456",                            IS(PHONE) | IS(SURE_PHONE),              IS(DATE)                },
        {"(030) 12 34-56",                              IS(PHONE) | IS(SURE_PHONE),              0                       },
        {"777123456",                                   IS(PHONE) | IS(NUMBER),                  IS(SURE_PHONE)          },
        {"+420 777 123 456, +420 777 123 457",          IS(PHONE),                               0                       },
        {"2024-02-29",                                  IS(DATE),                                IS(PHONE)               },
        {"29.2.2024",                                   IS(DATE),                                IS(PHONE)               },
        {"12 Mar 2024",                                 IS(DATE),                                0                       },
        {"19081209",                                    IS(DATE) | IS(NUMBER),                   0                       },
        {"2024-05-01T10:00:00Z",                        IS(DATE),                                0                       },
        {"1998",                                        IS(YEAR) | IS(NUMBER),                   0                       },
        {"1911.0",                                      IS(YEAR),                                0                       },
        {"11-50",                                       IS(RANGE),                               0                       },
        {"1,001-5,000 employees",                       IS(RANGE),                               0                       },
        {"50+",                                         IS(RANGE),                               0                       },
        {"$3,000,000",                                  IS(MONEY),                               0                       },
        {"20 mil. Kč",                                 IS(MONEY),                               0                       },
        {"12.5M",                                       IS(MONEY),                               0                       },
        {"110 00",                                      IS(POSTAL),                              0                       },
        {"SW1A 1AA",                                    IS(POSTAL),                              0                       },
        {"Jan Novák",                                  IS(PERSON) | IS(FIRST_NAME) | IS(WORDS), IS(COMPANY)             },
        {"Ludwig van der Berg",                         IS(PERSON),                              IS(COMPANY)             },
        {"Novák, Jan",                                 IS(LAST_FIRST),                          IS(PEOPLE)              },
        {"Allan Grant, Dominic Coryell, Jeff Yee",      IS(PEOPLE),                              0                       },
        {"E-Commerce, Analytics, Internet",             IS(LIST),                                IS(PEOPLE)              },
        {"Acme s.r.o.",                                 IS(COMPANY),                             IS(PERSON)              },
        {"Beta Holding AG",                             IS(COMPANY),                             IS(PERSON)              },
        {"ООО Ромашка",                       IS(COMPANY),                             0                       },
        {"Head of Sales",                               IS(JOB),                                 IS(PERSON)              },
        {"obchodní ředitelka",                        IS(JOB),                                 IS(PERSON)              },
        {"Geschäftsführer",                           IS(JOB),                                 0                       },
        {"Dr.",                                         IS(HONORIFIC),                           0                       },
        {"Frau",                                        IS(HONORIFIC),                           0                       },
        {"12 High Street",                              IS(STREET),                              0                       },
        {"Hauptstraße 5, 10115 Berlin",                IS(STREET),                              IS(PHONE)               },
        {"Deutschland",                                 IS(COUNTRY) | IS(WORDS),                 0                       },
        {"CZ",                                          IS(COUNTRY) | IS(CODE2),                 0                       },
        {"yes",                                         IS(YES_NO),                              0                       },
    };
    const struct mapping_lexicon *words = mapping_shapes_words(*state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned shape = mapping_shapes_of(*state, words, cases[i].value);
        if ((shape & cases[i].is) != cases[i].is || shape & cases[i].is_not)
            printf("# \"%s\": %08x, wanted %08x without %08x\n", cases[i].value, shape, cases[i].is,
                   cases[i].is_not);
        assert_int_equal(shape & cases[i].is, cases[i].is);
        assert_int_equal(shape & cases[i].is_not, 0);
    }
}

static void
counts_a_column(void **state)
{
    static const char *const cells[] = {"a@x.cz", "", "b@y.cz", "a@x.cz", " ", "none"};
    const char *const *rows[6];
    struct mapping_shapes shapes;
    for (size_t i = 0; i < 6; i++)
        rows[i] = &cells[i];
    mapping_shapes_read(*state, mapping_shapes_words(*state), rows, 6, 0, &shapes);
    assert_int_equal(shapes.rows, 6);
    assert_int_equal(shapes.filled, 4);
    assert_true(shapes.share[SHAPE_EMAIL] > 0.74 && shapes.share[SHAPE_EMAIL] < 0.76);
    assert_true(shapes.distinct > 0.74 && shapes.distinct < 0.76);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(recognises_values, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(counts_a_column, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
