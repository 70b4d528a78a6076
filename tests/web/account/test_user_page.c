/* People, as super admins manage them. */
#include "support/visits.h"

static void
is_for_super_admins_only(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    static const char *const paths[] = {"/admin", "/admin/users", "/admin/users/new",
                                        "/admin/users/1"};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(webrun_get(p->run, p->tokens[ADA], paths[i]).status, 404);
    assert_int_equal(pages_post(p, ADA, "/admin/users/new", "email=a@b.example&name=A").status,
                     404);
    assert_leads(p, pages_get(p, SUE, "/admin"), "/admin/schedule");
}

static void
finds_and_shows_a_person(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer = pages_get(p, SUE, "/admin/users?q=%s", p->people->mark);
    assert_shows(answer, p->people->emails[ED]);
    assert_shows(answer, "Kestrel: editor");
    answer = pages_get(p, SUE, "/admin/users?q=nobody-of-this-name");
    assert_shows(answer, "Nobody matches");
    answer = pages_get(p, SUE, "/admin/users/%" PRId64, p->people->ids[ED]);
    assert_shows(answer, "Switch off the account");
    assert_int_equal(pages_get(p, SUE, "/admin/users/999999999").status, 404);
    /* Nobody switches themselves off. */
    answer = pages_get(p, SUE, "/admin/users/%" PRId64, p->people->ids[SUE]);
    assert_hides(answer, "Switch off the account");
}

static void
changes_an_address(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *path = arena_printf(p->arena, "/admin/users/%" PRId64 "/email", p->people->ids[VI]);
    struct webrun_answer answer = pages_get(p, SUE, "%s", path);
    assert_shows(answer, p->people->emails[VI]);
    answer = pages_post(p, SUE, path, "email=nobody");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "id=\"f-email-error\"");
    const char *fresh = arena_printf(p->arena, "email=vi2.%s%%40x.example", p->people->mark);
    assert_int_equal(pages_post(p, ADA, path, fresh).status, 404);
    assert_leads(p, pages_post(p, SUE, path, fresh),
                 arena_printf(p->arena, "/admin/users/%" PRId64, p->people->ids[VI]));
}

static void
adds_with_a_link(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer =
        pages_post(p, SUE, "/admin/users/new",
                   arena_printf(p->arena, "email=added.%s@x.example&name=Added", p->people->mark));
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "/link/");
    assert_shows(answer, "within 72 hours");
    answer = pages_post(p, SUE, "/admin/users/new",
                        arena_printf(p->arena, "email=%s&name=Again", p->people->emails[ED]));
    assert_int_equal(answer.status, 409);
    assert_shows(answer, "There is an account");
}

static void
acts_on_accounts(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct people *q = p->people;
    const char *ed = arena_printf(p->arena, "/admin/users/%" PRId64, q->ids[ED]);
    assert_leads(p, pages_post(p, SUE, ed, "act=sessions"), ed);
    assert_int_equal(pages_get(p, ED, "/account").status, 303);
    assert_leads(p, pages_post(p, SUE, ed, "act=super"), ed);
    assert_shows(webrun_get(p->run, p->tokens[SUE], ed), "Take away super admin");
    assert_leads(p, pages_post(p, SUE, ed, "act=unsuper"), ed);
    assert_leads(p, pages_post(p, SUE, ed, "act=off"), ed);
    assert_shows(webrun_get(p->run, p->tokens[SUE], ed), "Switched off");
    struct webrun_answer answer = pages_post(p, SUE, arena_printf(p->arena, "%s/link", ed), "");
    assert_non_null(strstr(pages_flash(p, &answer), "Switch it on first"));
    assert_leads(p, pages_post(p, SUE, ed, "act=on"), ed);
    answer = pages_post(p, SUE, arena_printf(p->arena, "%s/link", ed), "");
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "within 2 hours");
    const char *role = arena_printf(p->arena, "%s/role", ed);
    assert_leads(p,
                 pages_post(p, SUE, role,
                            arena_printf(p->arena, "workspace=%" PRId64 "&role=viewer", q->atlas)),
                 ed);
    assert_shows(webrun_get(p->run, p->tokens[SUE], ed), "Atlas");
    const char *sue = arena_printf(p->arena, "/admin/users/%" PRId64, q->ids[SUE]);
    answer = pages_post(p, SUE, sue, "act=off");
    assert_non_null(strstr(pages_flash(p, &answer), "cannot switch off your own account"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_for_super_admins_only), cmocka_unit_test(finds_and_shows_a_person),
        cmocka_unit_test(changes_an_address),       cmocka_unit_test(adds_with_a_link),
        cmocka_unit_test(acts_on_accounts),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
