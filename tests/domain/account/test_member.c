/* Members and invitations: by the admins of that very workspace, and one admin always stays. */
#include "support/people.h"

#include "domain/account/member.h"

static const char *
role_of(struct people *p, int who)
{
    return database_value(p->db, arena_printf(p->arena,
                                              "SELECT role FROM membership WHERE user_id = "
                                              "%" PRId64,
                                              p->ids[who]));
}

static void
changes_roles(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_set_role(&p->app, p->kestrel, p->ids[VI], "editor"));
    people_commit(p);
    assert_string_equal(role_of(p, VI), "editor");
    people_begin(p, SUE, p->kestrel);
    assert_ok(p, member_set_role(&p->app, p->kestrel, p->ids[VI], "viewer"));
    people_commit(p);
    assert_int_equal(people_audited(p, "member_role"), 2);
}

static void
is_not_for_others(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct member *rows;
    struct invitation *open;
    size_t n;
    const char *token = NULL;
    static const int others[] = {ED, VI, BO, -1};
    for (size_t i = 0; i < 4; i++) {
        people_begin(p, others[i], p->kestrel);
        assert_refused(p, member_set_role(&p->app, p->kestrel, p->ids[VI], "admin"), ERR_DENIED);
        people_begin(p, others[i], p->kestrel);
        assert_refused(p, member_remove(&p->app, p->kestrel, p->ids[VI]), ERR_DENIED);
        people_begin(p, others[i], p->kestrel);
        assert_refused(p, member_invite(&p->app, p->kestrel, "a@b.example", "admin", &token),
                       ERR_DENIED);
        people_begin(p, others[i], p->kestrel);
        assert_refused(p, member_list(&p->app, p->kestrel, &rows, &n), ERR_DENIED);
        people_begin(p, others[i], p->kestrel);
        assert_refused(p, member_invitations(&p->app, p->kestrel, &open, &n), ERR_DENIED);
    }
    assert_string_equal(role_of(p, VI), "viewer");
}

static void
keeps_an_admin(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, member_set_role(&p->app, p->kestrel, p->ids[ADA], "editor"), ERR_CONFLICT);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, member_remove(&p->app, p->kestrel, p->ids[ADA]), ERR_CONFLICT);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_set_role(&p->app, p->kestrel, p->ids[ED], "admin"));
    assert_ok(p, member_set_role(&p->app, p->kestrel, p->ids[ADA], "editor"));
    db_rollback(&p->app);
}

static void
removes_a_member_with_their_tokens(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    people_number(p,
                  "INSERT INTO api_token (tenant_id, user_id, token_hash, name, scope) VALUES "
                  "(%" PRId64 ", %" PRId64 ", 'hash-%s', 'x', 'read') RETURNING 1",
                  p->kestrel, p->ids[VI], p->mark);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, member_remove(&p->app, p->kestrel, p->ids[BO]), ERR_NOT_FOUND);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_remove(&p->app, p->kestrel, p->ids[VI]));
    people_commit(p);
    assert_null(role_of(p, VI));
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM api_token WHERE user_id = %" PRId64
                                   " AND revoked_at IS NULL",
                                   p->ids[VI]),
                     0);
    people_number(p,
                  "INSERT INTO membership VALUES (%" PRId64 ", %" PRId64 ", 'viewer') "
                  "RETURNING 1",
                  p->kestrel, p->ids[VI]);
}

static void
invites(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *first = NULL, *second = NULL;
    struct invitation *open;
    size_t n;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, member_invite(&p->app, p->kestrel, "no address", "viewer", &first),
                   ERR_INPUT);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, member_invite(&p->app, p->kestrel, p->emails[ED], "viewer", &first),
                   ERR_CONFLICT);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_invite(&p->app, p->kestrel, " Lena@Kestrel.Example ", "viewer", &first));
    assert_ok(p, member_invite(&p->app, p->kestrel, "lena@kestrel.example", "editor", &second));
    assert_ok(p, member_invitations(&p->app, p->kestrel, &open, &n));
    assert_int_equal(n, 1);
    assert_string_equal(open[0].email, "lena@kestrel.example");
    assert_string_equal(open[0].role, "editor");
    assert_false(open[0].expired);
    people_commit(p);
    /* Not of another workspace, not twice. */
    people_begin(p, BO, p->atlas);
    assert_refused(p, member_withdraw(&p->app, p->atlas, open[0].link_id), ERR_NOT_FOUND);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_withdraw(&p->app, p->kestrel, open[0].link_id));
    assert_refused(p, member_withdraw(&p->app, p->kestrel, open[0].link_id), ERR_NOT_FOUND);
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
        cmocka_unit_test(changes_roles),  cmocka_unit_test(is_not_for_others),
        cmocka_unit_test(keeps_an_admin), cmocka_unit_test(removes_a_member_with_their_tokens),
        cmocka_unit_test(invites),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
