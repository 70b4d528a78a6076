/* Countries by code and by name. */
#include "support/cases.h"

#include "domain/record/country.h"

static void
reads_what_people_write(void **state)
{
    static const struct {
        const char *input, *iso2;
    } cases[] = {
        {"US",                       "US"},
        {"us",                       "US"},
        {"USA",                      "US"},
        {"U.S.",                     "US"},
        {"U.S.A.",                   "US"},
        {"United States of America", "US"},
        {"UK",                       "GB"},
        {"U.K.",                     "GB"},
        {"GB",                       "GB"},
        {"United Kingdom",           "GB"},
        {"Deutschland",              "DE"},
        {" germany ",                "DE"},
        {"DEU",                      "DE"},
        {"Česko",                   "CZ"},
        {"Czech Republic",           "CZ"},
        {"CZECHIA",                  "CZ"},
        {"Korea, Republic of",       "KR"},
        {"Côte d’Ivoire",         "CI"},
        {"Cote d'Ivoire",            "CI"},
        {"Bosnia & Herzegovina",     "BA"},
        {"Türkiye",                 "TR"},
        {"Turkey",                   "TR"},
        {"Россия",             "RU"},
        {"Україна",           "UA"},
        {"日本",                   "JP"},
        {"Germany (DE)",             "DE"},
        {"The Netherlands",          "NL"},
        {"Trinidad & Tobago",        "TT"},
        {"NA",                       "NA"},
        {"EL",                       "GR"},
        {"Viet Nam",                 "VN"},
        {"",                         NULL},
        {"XX",                       NULL},
        {"Atlantis",                 NULL},
        {"Prague",                   NULL},
        {"n/a",                      NULL},
        {"Europe",                   NULL},
        {"ZZZ",                      NULL},
        {"?",                        NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct country *country = country_read(*state, cases[i].input);
        if ((country == NULL) != (cases[i].iso2 == NULL))
            fail_msg("\"%s\": %s", cases[i].input, country ? country->name : "none");
        if (country)
            assert_string_equal(country->iso2, cases[i].iso2);
    }
}

static void
walks_in_order_of_codes(void **state)
{
    const struct country *country, *before = NULL;
    size_t count = 0;
    for (; (country = country_at(count)); count++) {
        assert_true(!before || strcmp(before->iso2, country->iso2) < 0);
        assert_ptr_equal(country_by_code(country->iso2), country);
        assert_ptr_equal(country_read(*state, country->name), country);
        assert_ptr_equal(country_read(*state, country->iso3), country);
        before = country;
    }
    assert_int_equal(count, 250);
    assert_string_equal(country_by_code("cz")->name, "Czechia");
    assert_int_equal(country_by_code("CZ")->calling, 420);
    assert_null(country_by_code("CZE"));
    assert_null(country_by_code(NULL));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_what_people_write, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(walks_in_order_of_codes, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
