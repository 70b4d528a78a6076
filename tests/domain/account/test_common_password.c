/* What counts as a common password. */
#include "support/test.h"

#include "domain/account/common_password.h"

static void
knows_what_is_tried_first(void **state)
{
    static const char *const common[] = {
        "1234567890", "qwertyuiop",   "password12",   "Password2024!", "iloveyou123",
        "1111111111", "abcabcabcabc", "abcdefghijkl", "9876543210",    "!!dragon2020!!",
    };
    static const char *const good[] = {
        "correct horse battery",
        "tr0ub4dor and 3",
        "kolo-most-1942-lev",
        "žluťoučký kůň",
    };
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (!common_password_is(*state, common[i]))
            fail_msg("%s", common[i]);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (common_password_is(*state, good[i]))
            fail_msg("%s", good[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        knows_what_is_tried_first, test_arena_open, test_arena_close)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
