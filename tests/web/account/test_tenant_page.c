/* Settings of a workspace, and all workspaces. */
#include "support/visits.h"

static void
saves_settings(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *path = arena_printf(p->arena, "/%s/settings", p->people->kestrel_slug);
    assert_shows(webrun_get(p->run, p->tokens[ADA], path), "value=\"Kestrel\"");
    assert_int_equal(webrun_get(p->run, p->tokens[ED], path).status, 403);
    assert_leads(
        p,
        pages_post(p, ADA, path,
                   "name=Kestrel+Works&time_zone=Europe/Prague&locale=cs&default_country=CZ"),
        path);
    struct webrun_answer answer = webrun_get(p->run, p->tokens[ADA], path);
    assert_shows(answer, "value=\"Kestrel Works\"");
    assert_shows(answer, "<option value=\"CZ\" selected>");
    answer = pages_post(p, ADA, path, "name=K&time_zone=Nowhere&locale=cs&default_country=");
    assert_int_equal(answer.status, 400);
    assert_int_equal(pages_post(p, ADA, path, "name=K&time_zone=UTC&locale=xx").status, 400);
    assert_int_equal(
        pages_post(p, ADA, path, "name=K&time_zone=UTC&locale=en&default_country=ZZ").status, 400);
}

static void
adds_and_switches_off(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    assert_int_equal(pages_get(p, ADA, "/admin/workspaces").status, 404);
    const char *slug = arena_printf(p->arena, "new-%s", p->people->mark);
    struct webrun_answer answer =
        pages_post(p, SUE, "/admin/workspaces/new",
                   arena_printf(p->arena, "slug=%s&name=New+One&email=first@new.example", slug));
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "/link/");
    answer = pages_post(p, SUE, "/admin/workspaces/new",
                        arena_printf(p->arena, "slug=%s&name=New+One&email=", slug));
    assert_int_equal(answer.status, 409);
    assert_shows(answer, "is taken");
    answer = pages_get(p, SUE, "/admin/workspaces?q=%s", slug);
    assert_shows(answer, "New One");
    assert_hides(answer, "Atlas");
    const char *off = arena_printf(p->arena, "/admin/workspaces/%" PRId64, p->people->atlas);
    assert_shows(webrun_get(p->run, p->tokens[SUE], arena_printf(p->arena, "%s/off", off)),
                 "Nothing is deleted");
    assert_leads(p, pages_post(p, SUE, arena_printf(p->arena, "%s/off", off), ""),
                 "/admin/workspaces");
    assert_int_equal(pages_get(p, BO, "/%s/settings", p->people->atlas_slug).status, 404);
    assert_leads(p, pages_post(p, SUE, arena_printf(p->arena, "%s/on", off), ""),
                 "/admin/workspaces");
    assert_int_equal(pages_get(p, BO, "/%s/settings", p->people->atlas_slug).status, 200);
}

static void
turns_pages(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    for (int i = 0; i < 60; i++)
        people_number(p->people,
                      "INSERT INTO tenant (slug, name) VALUES ('p%02d-%s', 'P') RETURNING 1", i,
                      p->people->mark);
    struct webrun_answer answer = pages_get(p, SUE, "/admin/workspaces?q=-%s", p->people->mark);
    assert_shows(answer, "after=");
    assert_hides(answer, "before=");
    const char *at = strstr(answer.body, "after=");
    const char *cursor = arena_strndup(p->arena, at, strcspn(at, "\""));
    answer = pages_get(p, SUE, "/admin/workspaces?q=-%s&%s", p->people->mark, cursor);
    assert_shows(answer, "before=");
    assert_hides(answer, "after=");
    at = strstr(answer.body, "before=");
    answer = pages_get(p, SUE, "/admin/workspaces?q=-%s&%s", p->people->mark,
                       arena_strndup(p->arena, at, strcspn(at, "\"")));
    assert_shows(answer, "after=");
    assert_hides(answer, "before=");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saves_settings),
        cmocka_unit_test(adds_and_switches_off),
        cmocka_unit_test(turns_pages),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
