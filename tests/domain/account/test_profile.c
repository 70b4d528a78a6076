/* One's own account: settings, password, workspaces. */
#include "support/people.h"

#include "domain/account/profile.h"

static void
changes_ones_own_settings(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct profile profile;
    struct profile wish = {.name = "Vi Two",
                           .theme = "dark",
                           .density = "compact",
                           .time_zone = "Europe/Prague",
                           .shortcuts = false};
    people_begin(p, VI, 0);
    assert_ok(p, profile_change(&p->app, &wish));
    assert_ok(p, profile_read(&p->app, &profile));
    assert_string_equal(profile.name, "Vi Two");
    assert_string_equal(profile.theme, "dark");
    assert_false(profile.shortcuts);
    assert_false(profile.has_second_factor);
    people_commit(p);
    wish.time_zone = "Nowhere";
    people_begin(p, VI, 0);
    assert_refused(p, profile_change(&p->app, &wish), ERR_INPUT);
    people_begin(p, -1, 0);
    assert_refused(
        p,
        profile_change(
            &p->app,
            &(struct profile){.name = "x", .theme = "dark", .density = "compact", .time_zone = ""}),
        ERR_DENIED);
}

static void
changes_the_password_with_the_old_one(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct profile profile;
    struct login_result result;
    people_forget_tries(p, "192.0.2.8");
    people_number(
        p,
        "INSERT INTO session (token_hash, user_id, idle, expires_at, user_agent, address) "
        "VALUES ('s-%s', %" PRId64 ", '1 day', now() + interval '1 day', '', '') "
        "RETURNING 1",
        p->mark, p->ids[ED]);
    people_begin(p, ED, 0);
    assert_ok(p, profile_read(&p->app, &profile));
    assert_ok(p, profile_password(&p->app, &profile, "not it", "new kolo most", "new kolo most", 0,
                                  "192.0.2.8", &result));
    assert_int_equal(result.outcome, LOGIN_WRONG);
    assert_int_equal(result.tries_left, 4);
    people_commit(p);
    people_begin(p, ED, 0);
    assert_refused(p,
                   profile_password(&p->app, &profile, PEOPLE_PASSWORD, "short", "short", 0,
                                    "192.0.2.8", &result),
                   ERR_INPUT);
    people_begin(p, ED, 0);
    assert_ok(p, profile_password(&p->app, &profile, PEOPLE_PASSWORD, "new kolo most",
                                  "new kolo most", 0, "192.0.2.8", &result));
    assert_int_equal(result.outcome, LOGIN_IN);
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM session WHERE user_id = %" PRId64
                                   " AND revoked_at IS NULL",
                                   p->ids[ED]),
                     0);
    people_begin(p, ED, 0);
    assert_ok(p, profile_password(&p->app, &profile, PEOPLE_PASSWORD, "newer kolo most",
                                  "newer kolo most", 0, "192.0.2.8", &result));
    assert_int_equal(result.outcome, LOGIN_WRONG);
    db_rollback(&p->app);
}

static void
knows_ones_workspaces(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct workspace *rows;
    size_t n;
    people_begin(p, BO, 0);
    assert_ok(p, profile_workspaces(&p->app, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].slug, p->atlas_slug);
    assert_string_equal(rows[0].role, "admin");
    people_begin(p, SUE, 0);
    assert_ok(p, profile_workspaces(&p->app, &rows, &n));
    assert_true(n >= 2);
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
        cmocka_unit_test(changes_ones_own_settings),
        cmocka_unit_test(changes_the_password_with_the_old_one),
        cmocka_unit_test(knows_ones_workspaces),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
