/* Capitals of names that came in one case. */
#include "support/test.h"

#include "domain/contact/person_case.h"

static void
gives_normal_capitals(void **state)
{
    static const struct {
        const char *input, *want;
        bool family;
    } cases[] = {
        {"JANE",               "Jane",               false},
        {"jane",               "Jane",               false},
        {"MCDONALD",           "McDonald",           true },
        {"MACDONALD",          "MacDonald",          true },
        {"MACHADO",            "Machado",            true },
        {"O'NEIL",             "O'Neil",             true },
        {"ANNE-MARIE",         "Anne-Marie",         false},
        {"VAN DER BERG",       "van der Berg",       true },
        {"DE LA CRUZ",         "de la Cruz",         true },
        {"LE",                 "Le",                 true },
        {"JP",                 "JP",                 false},
        {"J.R.",               "J.R.",               false},
        {"ŠŤASTNÝ",         "Šťastný",         true },
        {"ИВАНОВ",       "Иванов",       true },
        {"VELASQUEZ Y GARCIA", "Velasquez y Garcia", true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(person_case_fix(*state, cases[i].input, cases[i].family),
                            cases[i].want);
}

static void
tells_one_case(void **state)
{
    (void)state;
    assert_true(person_case_is_single("JANE DOE"));
    assert_true(person_case_is_single("jane doe"));
    assert_false(person_case_is_single("Jane Doe"));
    assert_false(person_case_is_single("J"));
    assert_false(person_case_is_single("习近平"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_normal_capitals, test_arena_open, test_arena_close),
        cmocka_unit_test(tells_one_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
