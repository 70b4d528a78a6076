/* The page of the system's health. */
#include "support/visits.h"

static void
shows_the_system_to_super_admins(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    assert_int_equal(pages_get(p, ADA, "/admin/system").status, 404);
    struct webrun_answer answer = pages_get(p, SUE, "/admin/system");
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "PostgreSQL 1");
    assert_shows(answer, LEADGEN_VERSION);
    assert_shows(answer, "webrun");
    assert_shows(answer, "free");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_the_system_to_super_admins),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
