/* Jobs on their pages: of the workspace, of all, tried again and stopped. */
#include "support/visits.h"

static int64_t
job(struct pages *p, int64_t tenant, const char *state)
{
    return people_number(p->people,
                         "INSERT INTO job (tenant_id, kind, state, attempts, reason) VALUES "
                         "(%" PRId64 ", 'import_run', '%s', 5, 'the disk is full') RETURNING "
                         "job_id",
                         tenant, state);
}

static void
shows_each_workspace_its_own(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    int64_t mine = job(p, p->people->kestrel, "dead"), other = job(p, p->people->atlas, "dead");
    struct webrun_answer answer = pages_get(p, VI, "/%s/jobs", p->people->kestrel_slug);
    assert_int_equal(answer.status, 200);
    assert_shows(answer, arena_printf(p->arena, ">%" PRId64 "<", mine));
    assert_hides(answer, arena_printf(p->arena, ">%" PRId64 "<", other));
    assert_shows(answer, "the disk is full");
    assert_hides(answer, "Try again");
    assert_shows(pages_get(p, ED, "/%s/jobs", p->people->kestrel_slug), "Try again");
    answer = pages_get(p, SUE, "/admin/jobs?state=dead");
    assert_shows(answer, arena_printf(p->arena, ">%" PRId64 "<", other));
    assert_shows(answer, "Atlas");
    assert_shows(pages_get(p, ED, "/%s/jobs?state=cancelled", p->people->kestrel_slug),
                 "No job in this state");
}

static void
tries_again_and_stops(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    int64_t mine = job(p, p->people->kestrel, "dead"), other = job(p, p->people->atlas, "dead");
    const char *list = arena_printf(p->arena, "/%s/jobs", p->people->kestrel_slug);
    const char *one = arena_printf(p->arena, "%s/%" PRId64, list, mine);
    assert_int_equal(pages_post(p, VI, one, "act=retry").status, 403);
    assert_leads(p, pages_post(p, ED, one, "act=retry"), list);
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM job WHERE job_id = %" PRId64
                                   " AND state = 'ready'",
                                   mine),
                     1);
    assert_leads(p, pages_post(p, ED, one, "act=cancel"), list);
    struct webrun_answer answer =
        pages_post(p, ED, arena_printf(p->arena, "%s/%" PRId64, list, other), "act=retry");
    assert_non_null(strstr(pages_flash(p, &answer), "bad\n"));
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM job WHERE job_id = %" PRId64
                                   " AND state = 'dead'",
                                   other),
                     1);
    assert_leads(
        p, pages_post(p, SUE, arena_printf(p->arena, "/admin/jobs/%" PRId64, other), "act=retry"),
        "/admin/jobs");
    database_script(
        p->people->db,
        arena_printf(p->arena,
                     "DELETE FROM job WHERE kind = 'import_run' AND tenant_id IN (%" PRId64
                     ", %" PRId64 ")",
                     p->people->kestrel, p->people->atlas));
}

static void
tries_all_again(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    job(p, p->people->kestrel, "dead");
    job(p, p->people->kestrel, "dead");
    job(p, p->people->atlas, "dead");
    /* Two that gave up on the same thing: one is enough. */
    int64_t first = job(p, p->people->atlas, "dead"), second = job(p, p->people->atlas, "dead");
    database_script(p->people->db,
                    arena_printf(p->arena,
                                 "UPDATE job SET subject = 7 WHERE job_id IN (%" PRId64 ", %" PRId64
                                 ")",
                                 first, second));
    const char *list = arena_printf(p->arena, "/%s/jobs", p->people->kestrel_slug);
    const char *all = arena_printf(p->arena, "%s/dead/retry", list);
    struct webrun_answer answer = pages_get(p, ED, "%s", list);
    assert_shows(answer, "Try all that gave up again");
    assert_int_equal(pages_post(p, VI, all, "").status, 403);
    assert_leads(p, pages_post(p, ED, all, ""), list);
    static const char *const dead =
        "SELECT count(*) FROM job WHERE state = 'dead' AND attempts = 5 AND tenant_id "
        "IN (%" PRId64 ", %" PRId64 ")";
    assert_int_equal(people_number(p->people, dead, p->people->kestrel, p->people->kestrel), 0);
    assert_int_equal(people_number(p->people, dead, p->people->atlas, p->people->atlas), 3);
    answer = pages_get(p, ED, "%s", list);
    assert_hides(answer, "Try all that gave up again");
    assert_leads(p, pages_post(p, SUE, "/admin/jobs/dead/retry", ""), "/admin/jobs");
    assert_int_equal(people_number(p->people, dead, p->people->atlas, p->people->atlas), 1);
    database_script(
        p->people->db,
        arena_printf(p->arena,
                     "DELETE FROM job WHERE kind = 'import_run' AND tenant_id IN (%" PRId64
                     ", %" PRId64 ")",
                     p->people->kestrel, p->people->atlas));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_each_workspace_its_own),
        cmocka_unit_test(tries_again_and_stops),
        cmocka_unit_test(tries_all_again),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
