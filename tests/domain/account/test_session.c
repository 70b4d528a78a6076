/* Sessions: how they end, and that nobody ends another's. */
#include "support/people.h"

#include "domain/account/auth.h"
#include "domain/account/session.h"

static const struct session_place place = {.user_agent = "Mozilla/5.0 (X11; Linux) Firefox/128",
                                           .address = "192.0.2.5"};

static const char *
start(struct people *p, int who, bool keep)
{
    const char *token = NULL;
    people_begin(p, -1, 0);
    assert_ok(p, session_start(&p->app, p->ids[who], keep, place, &token));
    people_commit(p);
    return token;
}

static bool
is_good(struct people *p, const char *token)
{
    struct auth_caller caller;
    bool found = false;
    db_rollback(&p->app);
    assert_ok(p, auth_open(&p->app, token_sha256(p->arena, token, strlen(token)), "", true, &caller,
                           &found));
    db_rollback(&p->app);
    return found;
}

/* Moves a session into the past. */
static void
age(struct people *p, const char *token, const char *seen, const char *made)
{
    people_number(p,
                  "UPDATE session SET seen_at = seen_at - interval '%s', "
                  "expires_at = expires_at - interval '%s' WHERE token_hash = '%s' RETURNING 1",
                  seen, made, token_sha256(p->arena, token, strlen(token)));
}

static void
ends_when_it_is_not_used(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *brief = start(p, ED, false), *kept = start(p, ED, true);
    age(p, brief, "11 hours 59 minutes", "0");
    age(p, kept, "13 days 23 hours", "0");
    assert_true(is_good(p, brief));
    assert_true(is_good(p, kept));
    age(p, brief, "2 minutes", "0");
    age(p, kept, "2 hours", "0");
    assert_false(is_good(p, brief));
    assert_false(is_good(p, kept));
}

static void
ends_after_thirty_days_in_any_case(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token = start(p, ED, true);
    age(p, token, "0", "29 days 23 hours");
    assert_true(is_good(p, token));
    age(p, token, "0", "2 hours");
    assert_false(is_good(p, token));
}

static void
ends_when_one_signs_out(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token = start(p, VI, false);
    people_begin(p, VI, 0);
    assert_ok(p, session_end(&p->app, token));
    people_commit(p);
    assert_false(is_good(p, token));
}

static int64_t
id_of(struct people *p, const char *token)
{
    return people_number(p, "SELECT session_id FROM session WHERE token_hash = '%s'",
                         token_sha256(p->arena, token, strlen(token)));
}

static void
is_ended_by_its_owner_or_a_super_admin_only(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token = start(p, BO, false);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, session_revoke(&p->app, id_of(p, token)), ERR_NOT_FOUND);
    assert_true(is_good(p, token));
    people_begin(p, BO, 0);
    assert_ok(p, session_revoke(&p->app, id_of(p, token)));
    people_commit(p);
    assert_false(is_good(p, token));
    token = start(p, BO, false);
    people_begin(p, SUE, 0);
    assert_ok(p, session_revoke(&p->app, id_of(p, token)));
    people_commit(p);
    assert_false(is_good(p, token));
    assert_true(people_audited(p, "session_end") >= 2);
}

static void
ends_the_others_at_once(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *here = start(p, ADA, false), *there = start(p, ADA, false),
               *other = start(p, BO, false);
    int64_t n;
    people_begin(p, ADA, 0);
    assert_ok(p, session_revoke_others(&p->app, id_of(p, here), &n));
    people_commit(p);
    assert_int_equal(n, 1);
    assert_true(is_good(p, here));
    assert_false(is_good(p, there));
    assert_true(is_good(p, other));
}

static void
lists_what_is_live(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    start(p, VI, false);
    age(p, start(p, VI, false), "13 hours", "0");
    struct session_view *rows = NULL;
    size_t n = 0;
    people_begin(p, VI, 0);
    assert_ok(p, session_list_own(&p->app, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].address, "192.0.2.5");
    assert_refused(p, session_list(&p->app, 0, INT64_MAX, 10, &rows, &n), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_ok(p, session_list(&p->app, p->ids[VI], INT64_MAX, 10, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].user_email, p->emails[VI]);
}

static void
names_devices(void **state)
{
    (void)state;
    static const struct {
        const char *agent, *name;
    } cases[] = {
        {"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
         "Firefox on Linux"                                                                                        },
        {"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
         "Edge on Windows"                                                                                         },
        {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) AppleWebKit/605 Version/17.5 Safari/604.1",
         "Safari on iPhone"                                                                                        },
        {"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
         "Chrome on Android"                                                                                       },
        {"",                                                                                      "Unknown browser"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(session_device(arena, cases[i].agent), cases[i].name);
    arena_free(arena);
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
        cmocka_unit_test(ends_when_it_is_not_used),
        cmocka_unit_test(ends_after_thirty_days_in_any_case),
        cmocka_unit_test(ends_when_one_signs_out),
        cmocka_unit_test(is_ended_by_its_owner_or_a_super_admin_only),
        cmocka_unit_test(ends_the_others_at_once),
        cmocka_unit_test(lists_what_is_live),
        cmocka_unit_test(names_devices),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
