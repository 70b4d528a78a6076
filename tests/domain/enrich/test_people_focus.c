/* Who matters to a workspace. */
#include "support/database.h"

#include "domain/contact/job_title.h"
#include "domain/enrich/people_focus.h"

static void
weighs_rank_department_and_seniority(void **state)
{
    (void)state;
    struct people_focus focus = people_focus_default();
    int cto = people_focus_relevance(&focus, 10, DEPARTMENT_ENGINEERING, SENIORITY_C_LEVEL);
    int cfo = people_focus_relevance(&focus, 9, DEPARTMENT_FINANCE, SENIORITY_C_LEVEL);
    int engineer = people_focus_relevance(&focus, 2, DEPARTMENT_ENGINEERING, SENIORITY_INDIVIDUAL);
    assert_int_equal(cto, 100);
    assert_true(cto > cfo && cfo > engineer);
    assert_int_equal(people_focus_relevance(&focus, 0, 0, 0), 10);
    focus.departments[DEPARTMENT_FINANCE] = true;
    assert_true(people_focus_relevance(&focus, 9, DEPARTMENT_FINANCE, SENIORITY_C_LEVEL) > cfo);
}

static void
is_kept_by_workspace(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct people_focus focus, other = {.most = 7};
    other.departments[DEPARTMENT_SALES] = other.seniorities[SENIORITY_MANAGER] = true;
    database_begin(db);
    assert_true(people_focus_read(&db->ctx, &focus));
    assert_int_equal(focus.most, 50);
    assert_true(people_focus_write(&db->ctx, &other));
    assert_true(people_focus_read(&db->ctx, &focus));
    assert_memory_equal(&focus, &other, sizeof focus);
    other.most = 0;
    assert_false(people_focus_write(&db->ctx, &other));
    assert_string_equal(db->ctx.err.field, "most");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weighs_rank_department_and_seniority),
        cmocka_unit_test(is_kept_by_workspace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
