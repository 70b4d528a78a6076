/* The schedule, as super admins see and change it. */
#include "support/visits.h"

#include "domain/pipeline/task.h"

static void
shows_and_changes_a_task(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    if (!task_sync(&p->people->db->ctx))
        fail_msg("%s", p->people->db->ctx.err.message);
    assert_int_equal(pages_get(p, ADA, "/admin/schedule").status, 404);
    struct webrun_answer answer = pages_get(p, SUE, "/admin/schedule");
    assert_shows(answer, "partitions");
    assert_leads(p, pages_post(p, SUE, "/admin/schedule/partitions", "act=pause"),
                 "/admin/schedule");
    assert_shows(pages_get(p, SUE, "/admin/schedule"), "Paused");
    assert_leads(p, pages_post(p, SUE, "/admin/schedule/partitions", "act=resume"),
                 "/admin/schedule");
    assert_leads(p, pages_post(p, SUE, "/admin/schedule/partitions", "act=run"), "/admin/schedule");
    assert_int_equal(people_number(p->people,
                                   "SELECT (next_at <= now())::integer FROM schedule WHERE "
                                   "task = 'partitions'"),
                     1);
    assert_true(people_audited(p->people, "schedule_run") == 1);
    answer = pages_post(p, SUE, "/admin/schedule/none", "act=run");
    assert_non_null(strstr(pages_flash(p, &answer), "There is no such task"));
}

static void
edits_when_it_runs(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *edit = "/admin/schedule/partitions/edit";
    if (!task_sync(&p->people->db->ctx))
        fail_msg("%s", p->people->db->ctx.err.message);
    assert_int_equal(webrun_get(p->run, p->tokens[SUE], edit).status, 200);
    assert_leads(p, pages_post(p, SUE, edit, "kind=every&every_seconds=2&unit=h&at_time=&zone="),
                 "/admin/schedule");
    assert_int_equal(people_number(p->people, "SELECT every_seconds FROM schedule WHERE task = "
                                              "'partitions'"),
                     7200);
    assert_shows(pages_get(p, SUE, "/admin/schedule"), "2 h");
    struct webrun_answer answer =
        pages_post(p, SUE, edit, "kind=at&every_seconds=&unit=h&at_time=25:00&zone=UTC");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "HH:MM");
    answer = pages_post(p, SUE, edit, "kind=every&every_seconds=0&unit=h&at_time=&zone=");
    assert_int_equal(answer.status, 400);
    assert_leads(p,
                 pages_post(p, SUE, edit, "kind=at&every_seconds=&unit=h&at_time=00:40&zone=UTC"),
                 "/admin/schedule");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_and_changes_a_task),
        cmocka_unit_test(edits_when_it_runs),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
