/* Names of countries in many languages lead to codes that exist. */
#include "support/test.h"

#include "domain/record/country.h"
#include "domain/record/country_names.h"

static void
knows_folded_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *iso2;
    } cases[] = {
        {"afghanistan",           "AF"},
        {"allemagne",             "DE"},
        {"brasil",                "BR"},
        {"cesko",                 "CZ"},
        {"deutschland",           "DE"},
        {"espana",                "ES"},
        {"finnland",              "FI"},
        {"great britain",         "GB"},
        {"holland",               "NL"},
        {"italia",                "IT"},
        {"jihoafricka republika", "ZA"},
        {"osterreich",            "AT"},
        {"polska",                "PL"},
        {"rakousko",              "AT"},
        {"schweiz",               "CH"},
        {"u s a",                 "US"},
        {"uk",                    "GB"},
        {"zimbabwe",              "ZW"},
        {"россия",          "RU"},
        {"україна",        NULL},
        {"中国",                "CN"},
        {"대한민국",          "KR"},
        {"el",                    "GR"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *code = country_names_code(cases[i].name);
        if (cases[i].iso2 && (!code || strcmp(code, cases[i].iso2)))
            fail_msg("%s: %s", cases[i].name, code ? code : "none");
        if (code)
            assert_non_null(country_by_code(code));
    }
    assert_null(country_names_code("atlantis"));
    assert_null(country_names_code(""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_folded_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
