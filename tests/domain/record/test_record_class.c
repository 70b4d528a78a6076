/* Codes as the column holds them: one for each list of the entity, in the order of the places. */
#include "support/test.h"

#include "base/text.h"
#include "domain/record/record_class.h"

static void
writes_a_code_for_each_list(void **state)
{
    const char *company[COMPANY_N_FIELDS] = {[COMPANY_NAME] = "Acme",
                                             [COMPANY_EMPLOYEES] = "120",
                                             [COMPANY_COUNTRY] = "DE",
                                             [COMPANY_STATUS] = "customer"};
    /* industry, size, region, revenue, country (D is 3, E is 4), status, tier */
    const char *codes = record_class_codes(*state, RECORD_COMPANY, company);
    assert_true(text_starts(codes, "{0,3,1,0,83,4,0,"));
    const char *contact[CONTACT_N_FIELDS] = {
        [CONTACT_JOB_TITLE] = "VP Sales", [CONTACT_EMAIL] = "anna@acme.example"};
    assert_true(text_starts(record_class_codes(*state, RECORD_CONTACT, contact), "{2,4,0,1,0,0,"));
}

static void
writes_zeros_for_what_nobody_knows(void **state)
{
    const char *nothing[CONTACT_N_FIELDS] = {NULL};
    assert_string_equal(record_class_codes(*state, RECORD_CONTACT, nothing),
                        "{0,0,0,0,0,0,0,0,0,0,0,0}");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_a_code_for_each_list, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(writes_zeros_for_what_nobody_knows, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
