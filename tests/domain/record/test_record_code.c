/* The closed lists: codes and names are stored and stand in addresses, so they never change. */
#include "support/test.h"

#include "domain/record/record_code.h"

static void
has_lists_of_distinct_codes_and_names(void **state)
{
    const struct {
        const struct record_choices *list;
        size_t n;
    } lists[] = {
        {&record_industries,       22},
        {&record_sizes,            5 },
        {&record_regions,          8 },
        {&record_revenues,         5 },
        {&record_company_statuses, 6 },
        {&record_tiers,            6 },
        {&record_seniorities,      7 },
        {&record_departments,      10},
        {&record_ranks,            10},
        {&record_employments,      3 },
        {&record_activities,       3 },
        {&record_email_kinds,      4 },
        {&record_contact_statuses, 7 },
        {&record_known,            1 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct record_choices *list = lists[i].list;
        assert_int_equal(list->n, lists[i].n);
        for (size_t k = 0; k < list->n; k++) {
            const struct record_choice *choice = &list->of[k];
            assert_int_equal(choice->code, k + 1);
            assert_ptr_equal(record_code_get(list, choice->code), choice);
            assert_ptr_equal(record_code_named(list, choice->name), choice);
            assert_ptr_equal(record_code_named(list, choice->label), choice);
        }
        assert_null(record_code_get(list, 0));
        assert_null(record_code_get(list, (int64_t)list->n + 1));
        assert_null(record_code_named(list, ""));
    }
    assert_int_equal(record_code_named(&record_departments, "hr")->code, 8);
    assert_int_equal(record_code_named(&record_seniorities, "C-LEVEL")->code, 1);
}

static void
writes_countries_as_codes_and_back(void **state)
{
    assert_int_equal(record_code_of_country("AA"), 1);
    assert_int_equal(record_code_of_country("ZZ"), 676);
    static const char *const bad[] = {"", "D", "de", "DEU", "D1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(record_code_of_country(bad[i]), 0);
    assert_int_equal(record_code_of_country(NULL), 0);
    assert_null(record_code_country(*state, 0));
    assert_null(record_code_country(*state, 677));
    for (int16_t code = 1; code <= 676; code++)
        assert_int_equal(record_code_of_country(record_code_country(*state, code)), code);
}

static void
writes_codes_as_the_database_reads_them(void **state)
{
    static const int16_t codes[] = {3, 0, 676};
    assert_string_equal(record_code_array(*state, codes, 3), "{3,0,676}");
    assert_string_equal(record_code_array(*state, codes, 0), "{}");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(has_lists_of_distinct_codes_and_names, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(writes_countries_as_codes_and_back, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(writes_codes_as_the_database_reads_them, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
