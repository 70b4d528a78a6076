/* Numbering plans: the table is sound and agrees with the table of countries. */
#include "support/test.h"

#include "domain/contact/phone_plan.h"
#include "domain/record/country.h"

static void
agrees_with_countries(void **state)
{
    (void)state;
    const struct phone_plan *plan;
    int before = 0;
    for (size_t i = 0; (plan = phone_plan_at(i)); i++) {
        assert_true(plan->calling >= before);
        assert_true(plan->min > 3 && plan->min <= plan->max && plan->max <= 14);
        before = plan->calling;
        const struct country *country = plan->iso2[0] ? country_by_code(plan->iso2) : NULL;
        if (plan->iso2[0] && (!country || country->calling != plan->calling))
            fail_msg("%s +%d", plan->iso2, plan->calling);
    }
    const struct country *country;
    for (size_t i = 0; (country = country_at(i)); i++) {
        /* without inhabitants or with the numbers of another country */
        static const char none[] = "AQ BV GS PN";
        if (country->calling && !strstr(none, country->iso2) &&
            !phone_plan_by_country(country->iso2))
            fail_msg("%s has no plan", country->iso2);
    }
}

static void
finds_plans(void **state)
{
    (void)state;
    size_t used = 0;
    assert_string_equal(phone_plan_by_digits("420777123456", &used)->iso2, "CZ");
    assert_int_equal(used, 3);
    assert_string_equal(phone_plan_by_digits("14155552671", &used)->iso2, "US");
    assert_int_equal(used, 1);
    assert_string_equal(phone_plan_by_digits("442079460958", &used)->iso2, "GB");
    assert_null(phone_plan_by_digits("999123", &used));
    assert_string_equal(phone_plan_country(phone_plan_by_country("US"), "4165551234"), "CA");
    assert_string_equal(phone_plan_country(phone_plan_by_country("RU"), "7012345678"), "KZ");
    assert_string_equal(phone_plan_country(phone_plan_by_country("GB"), "2079460958"), "GB");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_countries),
        cmocka_unit_test(finds_plans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
