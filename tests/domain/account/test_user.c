/* Accounts, as super admins see and change them. */
#include "support/people.h"

#include "domain/account/user.h"

static void
is_for_super_admins(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct user *rows, one;
    struct user_role *roles;
    size_t n;
    int64_t id;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_list(&p->app, "", "", "", "", 10, &rows, &n), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_read(&p->app, p->ids[ED], &one), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_roles(&p->app, p->ids[ED], &roles, &n), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_by_email(&p->app, p->emails[ED], &id), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_add(&p->app, "a@b.example", "A", NULL, true, &id), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_set_role(&p->app, p->ids[ADA], p->atlas, "admin"), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_set_active(&p->app, p->ids[ED], false), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_set_super(&p->app, p->ids[ADA], true), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_sessions_end(&p->app, p->ids[ED], &id), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_second_factor_remove(&p->app, p->ids[ED]), ERR_DENIED);
}

static void
adds_accounts(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    int64_t id, again;
    struct user user;
    const char *email = arena_printf(p->arena, "Added.%s@X.example", p->mark);
    people_begin(p, SUE, 0);
    assert_ok(p, user_add(&p->app, email, "Added", NULL, false, &id));
    assert_ok(p, user_read(&p->app, id, &user));
    assert_false(user.has_password);
    assert_true(user.active);
    assert_ok(p, user_by_email(&p->app, email, &again));
    assert_int_equal(id, again);
    people_commit(p);
    people_begin(p, SUE, 0);
    assert_refused(p, user_add(&p->app, email, "Added", NULL, false, &id), ERR_CONFLICT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_add(&p->app, "not mail", "Added", NULL, false, &id), ERR_INPUT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_add(&p->app, "x@y.example", "", NULL, false, &id), ERR_INPUT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_add(&p->app, "x@y.example", "X", "password1234", false, &id), ERR_INPUT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_by_email(&p->app, "nobody@nowhere.example", &id), ERR_NOT_FOUND);
}

static void
sets_roles(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct user_role *roles;
    size_t n;
    people_begin(p, SUE, 0);
    assert_ok(p, user_set_role(&p->app, p->ids[VI], p->atlas, "editor"));
    assert_ok(p, user_roles(&p->app, p->ids[VI], &roles, &n));
    assert_int_equal(n, 2);
    assert_ok(p, user_set_role(&p->app, p->ids[VI], p->atlas, ""));
    assert_ok(p, user_roles(&p->app, p->ids[VI], &roles, &n));
    assert_int_equal(n, 1);
    assert_refused(p, user_set_role(&p->app, p->ids[BO], p->atlas, "viewer"), ERR_CONFLICT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_set_role(&p->app, INT64_MAX, p->atlas, "viewer"), ERR_NOT_FOUND);
}

static void
switches_off_with_all_sessions(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    people_number(
        p,
        "INSERT INTO session (token_hash, user_id, idle, expires_at, user_agent, address) "
        "VALUES ('s-%s', %" PRId64 ", '1 day', now() + interval '1 day', '', '') "
        "RETURNING 1",
        p->mark, p->ids[ED]);
    people_begin(p, SUE, 0);
    assert_refused(p, user_set_active(&p->app, p->ids[SUE], false), ERR_CONFLICT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_set_super(&p->app, p->ids[SUE], false), ERR_CONFLICT);
    people_begin(p, SUE, 0);
    assert_ok(p, user_set_active(&p->app, p->ids[ED], false));
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM session WHERE user_id = %" PRId64
                                   " AND revoked_at IS NULL",
                                   p->ids[ED]),
                     0);
    people_begin(p, SUE, 0);
    assert_ok(p, user_set_active(&p->app, p->ids[ED], true));
    assert_ok(p, user_set_super(&p->app, p->ids[ED], true));
    assert_ok(p, user_set_super(&p->app, p->ids[ED], false));
    people_commit(p);
    assert_int_equal(people_audited(p, "user_off"), 1);
    assert_int_equal(people_audited(p, "super_on"), 1);
}

static void
gives_another_address(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token;
    int64_t hours;
    people_begin(p, ADA, 0);
    assert_refused(p, user_set_email(&p->app, p->ids[ED], "new@x.example"), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_refused(p, user_set_email(&p->app, p->ids[ED], p->emails[VI]), ERR_CONFLICT);
    people_begin(p, SUE, 0);
    assert_refused(p, user_set_email(&p->app, p->ids[ED], "nobody"), ERR_INPUT);
    people_begin(p, SUE, 0);
    assert_ok(p, user_reset_link(&p->app, p->ids[ED], &token, &hours));
    const char *fresh = arena_printf(p->arena, "Fresh.%s@X.example", p->mark);
    assert_ok(p, user_set_email(&p->app, p->ids[ED], fresh));
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM user_account WHERE user_id = %" PRId64
                                   " AND email_key = lower('%s')",
                                   p->ids[ED], fresh),
                     1);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM one_time_link WHERE user_id = %" PRId64
                                   " AND used_at IS NULL",
                                   p->ids[ED]),
                     0);
    assert_int_equal(people_audited(p, "user_email"), 1);
}

static void
searches_page_by_page(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct user *rows;
    size_t n;
    people_begin(p, SUE, 0);
    assert_ok(p, user_list(&p->app, p->mark, "", "", "", 2, &rows, &n));
    assert_int_equal(n, 2);
    assert_string_equal(rows[0].email, p->emails[ADA]);
    const char *last = rows[1].email;
    assert_ok(p, user_list(&p->app, p->mark, "", last, "", 50, &rows, &n));
    assert_true(n >= 3);
    assert_ok(p, user_list(&p->app, p->mark, "", "", rows[0].email, 1, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].email, last);
    assert_ok(p, user_list(&p->app, p->mark, "super", "", "", 50, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].email, p->emails[SUE]);
    assert_ok(p, user_list(&p->app, "VI.", "active", "", "", 50, &rows, &n));
    assert_true(n >= 1);
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
        cmocka_unit_test(is_for_super_admins),
        cmocka_unit_test(adds_accounts),
        cmocka_unit_test(sets_roles),
        cmocka_unit_test(switches_off_with_all_sessions),
        cmocka_unit_test(gives_another_address),
        cmocka_unit_test(searches_page_by_page),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
