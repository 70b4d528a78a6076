/* Keys of a company follow from its facts. */
#include "support/test.h"

#include "domain/company/company_keys.h"

static void
derives_keys(void **state)
{
    const char *values[COMPANY_N_FIELDS] = {[COMPANY_NAME] = "Škoda Auto a.s.",
                                            [COMPANY_WEBSITE_URL] = "https://www.skoda-auto.cz/",
                                            [COMPANY_EMAIL] = "info@skoda-auto.cz"};
    struct company_keys keys;
    company_keys_of(*state, values, &keys);
    assert_string_equal(keys.name, "Škoda Auto a.s.");
    assert_string_equal(keys.legal_form, "a.s.");
    assert_string_equal(keys.domain, "skoda-auto.cz");
    assert_string_equal(keys.name_key, "skoda auto");
    assert_string_equal(keys.search, "skoda auto a.s. skoda-auto.cz info@skoda-auto.cz");
    assert_string_equal(keys.sort_name, "skoda auto a.s.");
}

static void
names_a_nameless_company_by_its_domain(void **state)
{
    const char *values[COMPANY_N_FIELDS] = {[COMPANY_DOMAIN] = "acme.com"};
    struct company_keys keys;
    company_keys_of(*state, values, &keys);
    assert_string_equal(keys.name, "acme.com");
    assert_null(keys.legal_form);
}

/* A web site that hosts many says nothing about one company. */
static void
takes_no_domain_from_shared_hosts(void **state)
{
    const char *values[COMPANY_N_FIELDS] = {
        [COMPANY_NAME] = "Acme", [COMPANY_WEBSITE_URL] = "https://acme.wixsite.com/"};
    struct company_keys keys;
    company_keys_of(*state, values, &keys);
    assert_null(keys.domain);
    assert_string_equal(keys.search, "acme");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(derives_keys, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(names_a_nameless_company_by_its_domain, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(takes_no_domain_from_shared_hosts, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
