/* Members and invitations, for the admins of the workspace. */
#include "support/visits.h"

static const char *
path(struct pages *p, const char *rest)
{
    return arena_printf(p->arena, "/%s/settings/members%s", p->people->kestrel_slug, rest);
}

static void
lists_members_for_admins(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer = webrun_get(p->run, p->tokens[ADA], path(p, ""));
    assert_int_equal(answer.status, 200);
    assert_shows(answer, p->people->emails[VI]);
    assert_hides(answer, p->people->emails[BO]);
    assert_int_equal(webrun_get(p->run, p->tokens[ED], path(p, "")).status, 403);
    assert_int_equal(webrun_get(p->run, p->tokens[BO], path(p, "")).status, 404);
    assert_int_equal(webrun_get(p->run, p->tokens[SUE], path(p, "")).status, 200);
}

static void
shows_an_invitation_link_once(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer =
        pages_post(p, ADA, path(p, "/invite"), "email=lena@kestrel.example&role=editor");
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "value=\"http://127.0.0.1:8080/link/");
    answer = webrun_get(p->run, p->tokens[ADA], path(p, ""));
    assert_shows(answer, "lena@kestrel.example");
    assert_hides(answer, "/link/");
    answer = pages_post(p, ADA, path(p, "/invite"), "email=nonsense&role=editor");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "value=\"nonsense\"");
    answer = pages_post(p, ADA, path(p, "/invite"),
                        arena_printf(p->arena, "email=%s&role=viewer", p->people->emails[ED]));
    assert_int_equal(answer.status, 409);
    assert_shows(answer, "is a member already");
}

static void
changes_and_removes(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct people *q = p->people;
    const char *role = path(p, arena_printf(p->arena, "/%" PRId64 "/role", q->ids[VI]));
    assert_leads(p, pages_post(p, ADA, role, "role=editor"), path(p, ""));
    const char *remove = path(p, arena_printf(p->arena, "/%" PRId64 "/remove", q->ids[VI]));
    assert_shows(webrun_get(p->run, p->tokens[ADA], remove), "Remove vi?");
    struct webrun_answer answer = pages_post(p, ADA, remove, "");
    assert_leads(p, answer, path(p, ""));
    assert_int_equal(
        webrun_get(p->run, p->tokens[VI], arena_printf(p->arena, "/%s", q->kestrel_slug)).status,
        404);
    answer = pages_post(p, ADA, path(p, arena_printf(p->arena, "/%" PRId64 "/role", q->ids[ADA])),
                        "role=viewer");
    assert_leads(p, answer, path(p, ""));
    assert_non_null(strstr(pages_flash(p, &answer), "keeps at least one admin"));
}

/* Ids of another workspace, put into one's own addresses. */
static void
finds_nobody_of_another_workspace(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct people *q = p->people;
    const char *bo = arena_printf(p->arena, "/%" PRId64, q->ids[BO]);
    assert_int_equal(
        webrun_get(p->run, p->tokens[ADA], path(p, arena_printf(p->arena, "%s/remove", bo))).status,
        404);
    struct webrun_answer answer =
        pages_post(p, ADA, path(p, arena_printf(p->arena, "%s/remove", bo)), "");
    assert_non_null(strstr(pages_flash(p, &answer), "bad\n"));
    answer = pages_post(p, ADA, path(p, arena_printf(p->arena, "%s/role", bo)), "role=viewer");
    assert_non_null(strstr(pages_flash(p, &answer), "bad\n"));
    int64_t link = people_number(q,
                                 "INSERT INTO one_time_link (token_hash, kind, tenant_id, email, "
                                 "email_key, role, expires_at) "
                                 "VALUES ('w-%s', 'invitation', %" PRId64
                                 ", 'a@b.example', 'a@b.example', 'admin', now() + "
                                 "interval '1 day') RETURNING link_id",
                                 q->mark, q->atlas);
    answer = pages_post(p, ADA,
                        arena_printf(p->arena, "/%s/settings/invitations/%" PRId64 "/withdraw",
                                     q->kestrel_slug, link),
                        "");
    assert_non_null(strstr(pages_flash(p, &answer), "bad\n"));
    assert_int_equal(people_number(q,
                                   "SELECT count(*) FROM one_time_link WHERE link_id = %" PRId64
                                   " AND used_at IS NULL",
                                   link),
                     1);
    assert_int_equal(people_number(q,
                                   "SELECT count(*) FROM membership WHERE user_id = %" PRId64
                                   " AND role = 'admin'",
                                   q->ids[BO]),
                     1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_members_for_admins),
        cmocka_unit_test(shows_an_invitation_link_once),
        cmocka_unit_test(changes_and_removes),
        cmocka_unit_test(finds_nobody_of_another_workspace),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
