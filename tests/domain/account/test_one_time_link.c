/* Links that work once: what they set, what they never touch. */
#include "support/people.h"

#include "domain/account/login.h"
#include "domain/account/member.h"
#include "domain/account/one_time_link.h"
#include "domain/account/user.h"

static const struct session_place place = {.user_agent = "test", .address = "192.0.2.7"};

static const char *
invite(struct people *p, const char *email, const char *role)
{
    const char *token = NULL;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, member_invite(&p->app, p->kestrel, email, role, &token));
    people_commit(p);
    return token;
}

static void
lets_a_new_person_in(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *email = arena_printf(p->arena, "new.%s@x.example", p->mark);
    const char *token = invite(p, email, "editor");
    struct one_time_link link;
    int64_t id = 0;
    people_begin(p, -1, 0);
    assert_ok(p, one_time_link_read(&p->app, token, &link));
    assert_string_equal(link.kind, "invitation");
    assert_string_equal(link.email, email);
    assert_string_equal(link.tenant_name, "Kestrel");
    assert_string_equal(link.invited_by, "ada");
    assert_false(link.has_account);
    assert_ok(p, one_time_link_join_new(&p->app, token, &link, "New One", "kolo most 1942",
                                        "kolo most 1942", &id));
    people_commit(p);
    assert_string_equal(
        database_value(p->db, arena_printf(p->arena,
                                           "SELECT role FROM membership WHERE user_id = %" PRId64
                                           " AND tenant_id = %" PRId64,
                                           id, p->kestrel)),
        "editor");
    people_begin(p, -1, 0);
    assert_refused(p, one_time_link_read(&p->app, token, &link), ERR_NOT_FOUND);
    people_begin(p, -1, 0);
    assert_refused(p,
                   one_time_link_join_new(&p->app, token, &link, "Again", "kolo most 1942",
                                          "kolo most 1942", &id),
                   ERR_NOT_FOUND);
}

/* Or the admin of any workspace could take over anybody's account. */
static void
never_touches_an_account_that_exists(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token = invite(p, p->emails[BO], "viewer");
    struct one_time_link link;
    int64_t id = 0;
    people_begin(p, -1, 0);
    assert_ok(p, one_time_link_read(&p->app, token, &link));
    assert_true(link.has_account);
    assert_refused(p,
                   one_time_link_join_new(&p->app, token, &link, "Me", "kolo most 1942",
                                          "kolo most 1942", &id),
                   ERR_CONFLICT);
    people_begin(p, -1, 0);
    assert_refused(
        p, one_time_link_reset(&p->app, token, &link, "kolo most 1942", "kolo most 1942", &id),
        ERR_NOT_FOUND);
    people_begin(p, -1, 0);
    assert_refused(p, one_time_link_join(&p->app, token, p->ids[ED]), ERR_DENIED);
    people_begin(p, -1, 0);
    assert_ok(p, one_time_link_join(&p->app, token, p->ids[BO]));
    people_commit(p);
    people_begin(p, -1, 0);
    struct login_result result;
    people_forget_tries(p, place.address);
    assert_ok(p, login_password(&p->app, p->emails[BO], PEOPLE_PASSWORD, false, place, &result));
    assert_int_equal(result.outcome, LOGIN_IN);
}

static void
does_not_lower_a_role(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    int64_t id = people_number(
        p,
        "INSERT INTO one_time_link (token_hash, kind, tenant_id, email, email_key, role, "
        "expires_at) "
        "VALUES ('%s', 'invitation', %" PRId64 ", '%s', '%s', 'viewer', now() + interval '1 hour') "
        "RETURNING link_id",
        token_sha256(p->arena, p->mark, strlen(p->mark)), p->kestrel, p->emails[ADA],
        p->emails[ADA]);
    assert_true(id > 0);
    people_begin(p, -1, 0);
    assert_ok(p, one_time_link_join(&p->app, p->mark, p->ids[ADA]));
    people_commit(p);
    assert_string_equal(
        database_value(p->db, arena_printf(p->arena,
                                           "SELECT role FROM membership WHERE user_id = %" PRId64,
                                           p->ids[ADA])),
        "admin");
}

static const char *
reset_link(struct people *p, int who)
{
    const char *token = NULL;
    int64_t hours = 0;
    people_begin(p, SUE, 0);
    assert_ok(p, user_reset_link(&p->app, p->ids[who], &token, &hours));
    people_commit(p);
    assert_int_equal(hours, 2);
    return token;
}

static void
sets_a_password_and_ends_the_sessions(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct login_result result;
    struct one_time_link link;
    int64_t id = 0;
    people_forget_tries(p, place.address);
    people_begin(p, -1, 0);
    assert_ok(p, login_password(&p->app, p->emails[ED], PEOPLE_PASSWORD, false, place, &result));
    people_commit(p);
    const char *first = reset_link(p, ED), *token = reset_link(p, ED);
    people_begin(p, -1, 0);
    assert_refused(p, one_time_link_read(&p->app, first, &link), ERR_NOT_FOUND);
    people_begin(p, -1, 0);
    assert_ok(p, one_time_link_read(&p->app, token, &link));
    assert_string_equal(link.kind, "reset");
    assert_refused(p, one_time_link_reset(&p->app, token, &link, "short", "short", &id), ERR_INPUT);
    people_begin(p, -1, 0);
    assert_ok(p, one_time_link_reset(&p->app, token, &link, "new kolo most", "new kolo most", &id));
    people_commit(p);
    assert_int_equal(id, p->ids[ED]);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM session WHERE user_id = %" PRId64
                                   " AND revoked_at IS NULL",
                                   p->ids[ED]),
                     0);
    people_begin(p, -1, 0);
    assert_ok(p, login_password(&p->app, p->emails[ED], "new kolo most", false, place, &result));
    assert_int_equal(result.outcome, LOGIN_IN);
    people_commit(p);
    assert_int_equal(people_audited(p, "password_reset"), 1);
}

static void
runs_out(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct one_time_link link;
    const char *token = reset_link(p, VI);
    people_number(p,
                  "UPDATE one_time_link SET expires_at = now() - interval '1 second' "
                  "WHERE token_hash = '%s' RETURNING 1",
                  token_sha256(p->arena, token, strlen(token)));
    people_begin(p, -1, 0);
    assert_refused(p, one_time_link_read(&p->app, token, &link), ERR_NOT_FOUND);
}

static void
is_for_super_admins_to_make(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token = NULL;
    int64_t hours;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, user_reset_link(&p->app, p->ids[ED], &token, &hours), ERR_DENIED);
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
        cmocka_unit_test(lets_a_new_person_in),
        cmocka_unit_test(never_touches_an_account_that_exists),
        cmocka_unit_test(does_not_lower_a_role),
        cmocka_unit_test(sets_a_password_and_ends_the_sessions),
        cmocka_unit_test(runs_out),
        cmocka_unit_test(is_for_super_admins_to_make),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
