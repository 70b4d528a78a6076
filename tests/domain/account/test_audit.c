/* The audit log: only ever added to, and each sees their own part of it. */
#include "support/people.h"

#include "domain/account/audit.h"
#include "domain/account/member.h"

static void
is_only_added_to(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, audit_add(&p->app, "job_retry", "Import 7", "{\"rows\":5}"));
    people_commit(p);
    assert_int_equal(people_audited(p, "job_retry"), 1);
    assert_false(db_script(&p->db->owner, "UPDATE audit SET action = 'sign_in'"));
    err_clear(&p->db->owner);
    assert_false(db_script(&p->db->owner, "DELETE FROM audit"));
    err_clear(&p->db->owner);
    assert_int_equal(people_audited(p, "job_retry"), 1);
}

static void
goes_with_the_act(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    int64_t before = people_audited(p, "member_role");
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_set_role(&p->app, p->kestrel, p->ids[VI], "editor"));
    db_rollback(&p->app);
    assert_int_equal(people_audited(p, "member_role"), before);
}

static void
shows_each_their_part(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct audit_entry *rows;
    size_t n;
    people_begin(p, BO, p->atlas);
    assert_ok(p, audit_add(&p->app, "job_cancel", "Atlas job", NULL));
    people_commit(p);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, audit_list(&p->app, p->kestrel, "", "", 0, 0, 50, &rows, &n));
    for (size_t i = 0; i < n; i++)
        assert_string_not_equal(rows[i].subject, "Atlas job");
    assert_refused(p, audit_list(&p->app, p->atlas, "", "", 0, 0, 50, &rows, &n), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, audit_list(&p->app, 0, "", "", 0, 0, 50, &rows, &n), ERR_DENIED);
    people_begin(p, VI, p->kestrel);
    assert_refused(p, audit_list(&p->app, p->kestrel, "", "", 0, 0, 50, &rows, &n), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_ok(p, audit_list(&p->app, 0, "job_cancel", p->emails[BO], 0, 0, 50, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].actor_name, "bo");
    assert_string_equal(rows[0].tenant_name, "Atlas");
}

static void
goes_page_by_page(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct audit_entry *rows;
    size_t n;
    people_begin(p, ADA, p->kestrel);
    for (int i = 0; i < 5; i++)
        assert_ok(p,
                  audit_add(&p->app, "schedule_run", arena_printf(p->arena, "task %d", i), NULL));
    people_commit(p);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, audit_list(&p->app, p->kestrel, "schedule_run", "", 0, 0, 2, &rows, &n));
    assert_int_equal(n, 2);
    assert_string_equal(rows[0].subject, "task 4");
    assert_ok(
        p, audit_list(&p->app, p->kestrel, "schedule_run", "", rows[1].audit_id, 0, 2, &rows, &n));
    assert_string_equal(rows[0].subject, "task 2");
    assert_ok(
        p, audit_list(&p->app, p->kestrel, "schedule_run", "", 0, rows[0].audit_id, 1, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].subject, "task 3");
}

static void
speaks_words(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *words = NULL;
    assert_ok(p, audit_words(&p->app,
                             "{\"role\":\"editor\",\"was\":\"viewer\",\"days\":30,"
                             "\"super\":false,\"time_zone\":null}",
                             &words));
    assert_string_equal(words, "role: editor, was: viewer, days: 30");
    assert_string_equal(audit_verb("member_role"), "changed the role of");
    assert_string_equal(audit_verb("unheard_of"), "unheard_of");
}

static int
set_up(void **state)
{
    *state = people_new();
    return 0;
}

static int
tear_down(void **state)
{
    people_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_only_added_to),      cmocka_unit_test(goes_with_the_act),
        cmocka_unit_test(shows_each_their_part), cmocka_unit_test(goes_page_by_page),
        cmocka_unit_test(speaks_words),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
