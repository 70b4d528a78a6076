/* Who is calling: a role in one workspace gives nothing in another, a bad token sees nothing, an API
 * token never does more than its scope and its maker. */
#include "support/people.h"

#include "domain/account/api_token.h"
#include "domain/account/auth.h"
#include "domain/account/member.h"
#include "domain/account/session.h"

static const struct session_place place = {.user_agent = "test", .address = "192.0.2.6"};

static const char *
hash(struct people *p, const char *token)
{
    return token_sha256(p->arena, token, strlen(token));
}

static const char *
start(struct people *p, int who)
{
    const char *token = NULL;
    people_begin(p, -1, 0);
    assert_ok(p, session_start(&p->app, p->ids[who], false, place, &token));
    people_commit(p);
    return token;
}

static bool
enter(struct people *p, const char *token, const char *slug, struct auth_caller *caller)
{
    bool found = false;
    db_rollback(&p->app);
    assert_ok(p, auth_open(&p->app, hash(p, token), slug, true, caller, &found));
    return found;
}

static bool
enter_token(struct people *p, const char *token, const char *slug, struct auth_caller *caller)
{
    bool found = false;
    db_rollback(&p->app);
    assert_ok(p, auth_open_token(&p->app, hash(p, token), slug, false, caller, &found));
    return found;
}

static const char *
setting(struct people *p, const char *name)
{
    struct db_table table;
    assert_true(db_table_composed(
        &p->app, arena_printf(p->arena, "SELECT current_setting('%s', true)", name), DB_NO_ARGS,
        &table));
    const char *value = db_cell(&table, 0, 0);
    return value ? value : "";
}

static void
gives_the_role_of_the_workspace(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct auth_caller caller;
    assert_true(enter(p, start(p, ED), p->kestrel_slug, &caller));
    assert_int_equal(caller.tenant_id, p->kestrel);
    assert_string_equal(caller.role, "editor");
    assert_int_equal(caller.role_rank, AUTH_EDITOR);
    assert_string_equal(caller.tenant_name, "Kestrel");
    assert_string_equal(caller.timezone, "UTC");
    assert_string_equal(setting(p, "app.tenant"), arena_printf(p->arena, "%" PRId64, p->kestrel));
    assert_string_equal(setting(p, "app.actor"), arena_printf(p->arena, "%" PRId64, p->ids[ED]));
}

static void
gives_nothing_in_another_workspace(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct auth_caller caller;
    assert_true(enter(p, start(p, ADA), p->atlas_slug, &caller));
    assert_int_equal(caller.tenant_id, 0);
    assert_int_equal(caller.role_rank, AUTH_NONE);
    assert_string_equal(caller.role, "");
    assert_string_equal(caller.tenant_name, "");
    assert_string_equal(setting(p, "app.tenant"), "");
    assert_true(enter(p, start(p, SUE), p->atlas_slug, &caller));
    assert_int_equal(caller.role_rank, AUTH_ADMIN);
    assert_true(caller.is_super);
}

static void
knows_nobody_by_a_bad_token(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct auth_caller caller;
    const char *token = start(p, VI);
    assert_false(enter(p, "made up", p->kestrel_slug, &caller));
    assert_string_equal(setting(p, "app.actor"), "");
    people_number(
        p, "UPDATE user_account SET deactivated_at = now() WHERE user_id = %" PRId64 " RETURNING 1",
        p->ids[VI]);
    assert_false(enter(p, token, p->kestrel_slug, &caller));
    people_number(
        p, "UPDATE user_account SET deactivated_at = NULL WHERE user_id = %" PRId64 " RETURNING 1",
        p->ids[VI]);
    assert_true(enter(p, token, p->kestrel_slug, &caller));
    people_number(
        p, "UPDATE tenant SET deactivated_at = now() WHERE tenant_id = %" PRId64 " RETURNING 1",
        p->kestrel);
    assert_true(enter(p, token, p->kestrel_slug, &caller));
    assert_int_equal(caller.tenant_id, 0);
    people_number(
        p, "UPDATE tenant SET deactivated_at = NULL WHERE tenant_id = %" PRId64 " RETURNING 1",
        p->kestrel);
}

static void
notes_use_once_a_minute(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct auth_caller caller;
    const char *token = start(p, ED);
    assert_true(enter(p, token, "", &caller));
    assert_false(caller.touch_due);
    people_number(p,
                  "UPDATE session SET seen_at = now() - interval '5 minutes' "
                  "WHERE token_hash = '%s' RETURNING 1",
                  hash(p, token));
    assert_true(enter(p, token, "", &caller));
    assert_true(caller.touch_due);
    db_rollback(&p->app);
    assert_ok(p, auth_touch(&p->app, hash(p, token)));
    assert_true(enter(p, token, "", &caller));
    assert_false(caller.touch_due);
}

static const char *
make_token(struct people *p, int who, int64_t tenant, const char *scope)
{
    const char *token = NULL;
    people_begin(p, who, tenant);
    assert_ok(p, api_token_add(&p->app, tenant, "test", scope, 30, &token));
    people_commit(p);
    return token;
}

static void
keeps_tokens_to_workspace_and_scope(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct auth_caller caller;
    static const struct {
        const char *scope;
        int64_t rank;
    } cases[] = {
        {"read",  AUTH_VIEWER},
        {"write", AUTH_EDITOR},
        {"admin", AUTH_ADMIN }
    };
    for (size_t i = 0; i < 3; i++) {
        const char *token = make_token(p, ADA, p->kestrel, cases[i].scope);
        assert_true(enter_token(p, token, p->kestrel_slug, &caller));
        assert_int_equal(caller.role_rank, cases[i].rank);
        struct member *rows;
        size_t n;
        if (cases[i].rank < AUTH_ADMIN)
            assert_refused(p, member_list(&p->app, p->kestrel, &rows, &n), ERR_DENIED);
        else
            assert_ok(p, member_list(&p->app, p->kestrel, &rows, &n));
        assert_true(enter_token(p, token, p->atlas_slug, &caller));
        assert_int_equal(caller.tenant_id, 0);
        assert_refused(p, member_list(&p->app, p->atlas, &rows, &n), ERR_DENIED);
    }
}

static void
gives_a_token_no_more_than_its_maker(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct auth_caller caller;
    struct member *rows;
    size_t n;
    const char *token = make_token(p, SUE, p->kestrel, "admin"), *again = NULL;
    assert_true(enter_token(p, token, p->kestrel_slug, &caller));
    assert_false(caller.is_super);
    /* Not even a super admin's token reaches another workspace, or makes tokens. */
    assert_refused(p, member_list(&p->app, p->atlas, &rows, &n), ERR_DENIED);
    assert_true(enter_token(p, token, p->kestrel_slug, &caller));
    assert_refused(p, api_token_add(&p->app, p->kestrel, "more", "admin", 1, &again), ERR_DENIED);
    token = make_token(p, ADA, p->kestrel, "admin");
    people_number(p,
                  "UPDATE membership SET role = 'viewer' WHERE user_id = %" PRId64 " RETURNING 1",
                  p->ids[ADA]);
    assert_true(enter_token(p, token, p->kestrel_slug, &caller));
    assert_int_equal(caller.role_rank, AUTH_VIEWER);
    people_number(p, "UPDATE membership SET role = 'admin' WHERE user_id = %" PRId64 " RETURNING 1",
                  p->ids[ADA]);
    people_number(p,
                  "UPDATE api_token SET expires_at = now() - interval '1 second' "
                  "WHERE token_hash = '%s' RETURNING 1",
                  hash(p, token));
    assert_false(enter_token(p, token, p->kestrel_slug, &caller));
    /* A session's token is no API token, and the other way round. */
    assert_false(enter_token(p, start(p, ADA), p->kestrel_slug, &caller));
    assert_false(enter(p, make_token(p, ADA, p->kestrel, "admin"), p->kestrel_slug, &caller));
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
        cmocka_unit_test(gives_the_role_of_the_workspace),
        cmocka_unit_test(gives_nothing_in_another_workspace),
        cmocka_unit_test(knows_nobody_by_a_bad_token),
        cmocka_unit_test(notes_use_once_a_minute),
        cmocka_unit_test(keeps_tokens_to_workspace_and_scope),
        cmocka_unit_test(gives_a_token_no_more_than_its_maker),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
