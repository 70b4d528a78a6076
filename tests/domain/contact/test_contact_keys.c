/* Keys of a contact follow from its facts. */
#include "support/test.h"

#include "domain/contact/contact_keys.h"

static void
derives_keys(void **state)
{
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_FIRST_NAME] = "Hana",
                                            [CONTACT_LAST_NAME] = "Novotná",
                                            [CONTACT_EMAIL] = "hana@acme.com",
                                            [CONTACT_JOB_TITLE] = "VP Sales",
                                            [CONTACT_LINKEDIN_URL] =
                                                "https://www.linkedin.com/in/hana-n"};
    struct contact_keys keys;
    contact_keys_of(*state, values, &keys);
    assert_string_equal(keys.email_key, "hana@acme.com");
    assert_string_equal(keys.linkedin_key, "hana-n");
    assert_string_equal(keys.name_key, "hana novotna");
    assert_string_equal(keys.search, "hana novotna hana@acme.com vp sales");
    assert_string_equal(keys.sort_name, "novotna hana");
    assert_string_equal(keys.title_key, "vp sales");
    assert_string_equal(contact_keys_label(*state, values), "Hana Novotná");
}

/* An address of a desk identifies no person, but the desk itself where nobody is named. */
static void
takes_no_key_from_desks(void **state)
{
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_EMAIL] = "info@acme.com"};
    struct contact_keys keys;
    contact_keys_of(*state, values, &keys);
    assert_string_equal(keys.email_key, "info@acme.com");
    assert_string_equal(keys.name_key, "");
    assert_string_equal(keys.sort_name, "info@acme.com");
    values[CONTACT_LAST_NAME] = "Novotná";
    contact_keys_of(*state, values, &keys);
    assert_null(keys.email_key);
}

static void
labels_by_the_best_there_is(void **state)
{
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_LINKEDIN_URL] =
                                                "https://www.linkedin.com/in/hana-n"};
    assert_string_equal(contact_keys_label(*state, values), "hana-n");
    values[CONTACT_LINKEDIN_URL] = NULL;
    assert_string_equal(contact_keys_label(*state, values), "No name");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(derives_keys, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(takes_no_key_from_desks, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(labels_by_the_best_there_is, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
