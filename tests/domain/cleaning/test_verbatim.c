/* Formulas and markup are kept as written; remarks, addresses and stray marks are none. */
#include "support/test.h"

#include "domain/cleaning/verbatim.h"
#include "domain/company/company_name.h"
#include "domain/contact/person_name.h"

static const char *const kept[] = {
    "=HYPERLINK(\"http://x.example\",\"x\")",
    "<script>alert(1)</script>",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "=1+1",
    "+A1*2",
    "<img src=x onerror=alert(1)>",
    "Acme<br>Ltd",
    "</title>",
    "‹img src=y onerror=b()›",
};

static void
knows_formulas_and_markup(void **state)
{
    static const char *const others[] = {"",
                                         "Acme (Berlin)",
                                         "- Acme -",
                                         "Jane <Jay> Doe",
                                         "Jane Doe<jane@acme.com>",
                                         "=Acme=",
                                         "a < b",
                                         "<Acme>",
                                         "Jane Doe <https://x>",
                                         "AT&T",
                                         "+420 2 34",
                                         "-",
                                         "3 < 4 > 2 a",
                                         "Jane ‹Jay› Doe"};
    (void)state;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (!verbatim_is(kept[i]))
            fail_msg("taken apart: %s", kept[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (verbatim_is(others[i]))
            fail_msg("kept: %s", others[i]);
}

/* As a company's name and as a part of a person's, nothing of it is cut. */
static void
names_lose_nothing_of_them(void **state)
{
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        struct person_name name;
        struct company_name company;
        assert_string_equal(company_name_clean(*state, kept[i]), kept[i]);
        company_name_split(*state, kept[i], &company);
        assert_string_equal(company.base, kept[i]);
        assert_true(person_name_from_parts(*state, "Anna", kept[i], &name));
        assert_string_equal(name.first, "Anna");
        assert_string_equal(name.last, kept[i]);
        assert_true(person_name_from_parts(*state, kept[i], "X", &name));
        assert_string_equal(name.first, kept[i]);
        assert_string_equal(name.last, "X");
        assert_true(person_name_split(*state, kept[i], &name));
        assert_string_equal(name.first, kept[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(knows_formulas_and_markup, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(names_lose_nothing_of_them, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
