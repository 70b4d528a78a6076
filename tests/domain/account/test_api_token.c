/* API tokens: made, listed and revoked by the admins of the workspace. */
#include "support/people.h"

#include "domain/account/api_token.h"

static void
is_made_and_revoked_by_admins(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *token = NULL;
    struct api_token *rows;
    size_t n;
    people_begin(p, ED, p->kestrel);
    assert_refused(p, api_token_add(&p->app, p->kestrel, "x", "read", 1, &token), ERR_DENIED);
    people_begin(p, BO, p->kestrel);
    assert_refused(p, api_token_list(&p->app, p->kestrel, &rows, &n), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, api_token_add(&p->app, p->kestrel, "", "read", 1, &token), ERR_INPUT);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, api_token_add(&p->app, p->kestrel, "CRM", "write", 0, &token));
    assert_int_equal(strncmp(token, "leadgen_", 8), 0);
    assert_ok(p, api_token_list(&p->app, p->kestrel, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].name, "CRM");
    assert_string_equal(rows[0].state, "good");
    assert_int_equal(rows[0].expires_at, 0);
    people_commit(p);
    /* Nowhere is the token itself. */
    assert_int_equal(
        people_number(p, "SELECT count(*) FROM api_token a WHERE a::text LIKE '%%%s%%'", token), 0);
    people_begin(p, BO, p->atlas);
    assert_refused(p, api_token_revoke(&p->app, p->atlas, rows[0].api_token_id), ERR_NOT_FOUND);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, api_token_revoke(&p->app, p->kestrel, rows[0].api_token_id));
    assert_ok(p, api_token_list(&p->app, p->kestrel, &rows, &n));
    assert_int_equal(n, 0);
    people_commit(p);
}

static void
tells_why_one_no_longer_works(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct api_token *rows;
    size_t n;
    people_number(p,
                  "INSERT INTO api_token (tenant_id, user_id, token_hash, name, scope, expires_at) "
                  "VALUES (%" PRId64 ", %" PRId64 ", 'old-%s', 'old', 'read', now() - interval "
                  "'1 day') RETURNING 1",
                  p->kestrel, p->ids[ADA], p->mark);
    people_number(p,
                  "INSERT INTO api_token (tenant_id, user_id, token_hash, name, scope) VALUES "
                  "(%" PRId64 ", %" PRId64 ", 'gone-%s', 'gone', 'read') RETURNING 1",
                  p->kestrel, p->ids[BO], p->mark);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, api_token_list(&p->app, p->kestrel, &rows, &n));
    assert_int_equal(n, 2);
    assert_string_equal(rows[0].state, "orphaned");
    assert_string_equal(rows[1].state, "expired");
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
        cmocka_unit_test(is_made_and_revoked_by_admins),
        cmocka_unit_test(tells_why_one_no_longer_works),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
