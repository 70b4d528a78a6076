/* What the country says about a name. */
#include "support/test.h"

#include "domain/cleaning/name_custom.h"

static void
two_family_names_where_people_have_two(void **state)
{
    static const char *const cases[][4] = {
  /* name, country, given names, family name */
        {"Juan Carlos García López",   "ES", "Juan Carlos",      "García López"},
        {"María José Ruiz Peña",      "MX", "María José",     "Ruiz Peña"    },
        {"Ana María Luisa Ruiz Peña",  "CL", "Ana María Luisa", "Ruiz Peña"    },
        {"Juan Carlos García",          "ES", "Juan Carlos",      "García"       },
        {"Ana de la Vega",               "ES", "Ana",              "de la Vega"    },
        {"John Paul George Starr",       "GB", "John Paul George", "Starr"         },
        {"John Paul George Starr",       NULL, "John Paul George", "Starr"         },
        {"Ruiz Peña, Ana María Luisa", "ES", "Ana María Luisa", "Ruiz Peña"    },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct person_name name;
        assert_true(person_name_split(*state, cases[i][0], &name));
        name_custom_surnames(*state, cases[i][1], &name);
        const char *given =
            *name.middle ? arena_printf(*state, "%s %s", name.first, name.middle) : name.first;
        assert_string_equal(given, cases[i][2]);
        assert_string_equal(name.last, cases[i][3]);
    }
}

static void
monsieur_is_no_initial(void **state)
{
    static const char *const cases[][4] = {
  /* given name, country, title, given name */
        {"M. Marc",      "FR", "M.",  "Marc"       },
        {"M. François", NULL, "M.",  "François"  },
        {"M. Scott",     NULL, "",    "M. Scott"   },
        {"M. Scott",     "US", "",    "M. Scott"   },
        {"M. Gonçalo",  "PT", "",    "M. Gonçalo"},
        {"Marc M.",      "FR", "",    "Marc"       },
        {"Dr. M. Marc",  "FR", "Dr.", "M. Marc"    },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct person_name name;
        assert_true(person_name_from_parts(*state, cases[i][0], "Dupont", &name));
        name_custom_monsieur(cases[i][1], &name);
        assert_string_equal(name.title, cases[i][2]);
        assert_string_equal(name.first, cases[i][3]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_family_names_where_people_have_two, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(monsieur_is_no_initial, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
