/* Lists in one field: each value once. */
#include "support/test.h"

#include "domain/cleaning/value_list.h"

static void
a_value_is_added_once(void **state)
{
    assert_string_equal(value_list_with(*state, NULL, "a@x"), "a@x");
    assert_string_equal(value_list_with(*state, "a@x", "b@x"), "a@x, b@x");
    assert_string_equal(value_list_with(*state, "a@x, b@x", "b@x"), "a@x, b@x");
    assert_string_equal(value_list_with(*state, "aa@x, b@xy", "a@x"), "aa@x, b@xy, a@x");
}

static void
lists_are_joined(void **state)
{
    assert_null(value_list_joined(*state, NULL, NULL, "a@x"));
    assert_string_equal(value_list_joined(*state, "a@x", "b@x, a@x,c@x", "c@x"), "a@x, b@x");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_value_is_added_once, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(lists_are_joined, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
