/* Saving a filter, opening it, renaming it, giving it another filter, removing it. */
#include "support/visits.h"

static void
saves_and_opens_a_filter(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *slug = p->people->kestrel_slug;
    const char *lists = arena_printf(p->arena, "/%s/smart-lists", slug);
    const char *save = arena_printf(
        p->arena, "%s/new?entity=contact&filter=seniority%%3Dvp&sort=updated&dir=down", lists);
    assert_shows(webrun_get(p->run, p->tokens[ED], lists), "No smart lists yet");
    assert_shows(webrun_get(p->run, p->tokens[ED], save), "<b>0</b> contacts");
    assert_int_equal(pages_post(p, ED, save, "name=+").status, 400);
    struct webrun_answer saved = pages_post(p, ED, save, "name=Vice+presidents");
    assert_int_equal(saved.status, 303);
    struct webrun_answer again = pages_post(p, ED, save, "name=vice+PRESIDENTS");
    assert_int_equal(again.status, 409);
    assert_shows(again, "Another smart list has this name.");
    int64_t id = people_number(
        p->people, "SELECT max(smart_list_id) FROM smart_list WHERE tenant_id = %" PRId64,
        p->people->kestrel);
    const char *open = arena_printf(
        p->arena, "/%s/contacts?seniority=vp&smart=%" PRId64 "&sort=updated&dir=down", slug, id);
    assert_leads(p, saved, open);
    const char *one = arena_printf(p->arena, "%s/%" PRId64, lists, id);
    /* changed since it was opened, it can be saved from where it stands */
    const char *offer = "Save changes to Vice presidents</button>";
    struct webrun_answer answer = webrun_get(p->run, p->tokens[ED], open);
    assert_null(strstr(answer.body, offer));
    assert_shows(answer, "name=\"smart\"");
    const char *changed = arena_printf(
        p->arena, "/%s/contacts?seniority=vp&q=anna&smart=%" PRId64 "&sort=updated&dir=down", slug,
        id);
    answer = webrun_get(p->run, p->tokens[ED], changed);
    assert_shows(answer, offer);
    assert_shows(answer, arena_printf(p->arena,
                                      "%s/filter?filter=q%%3Danna%%26seniority%%3Dvp&amp;sort="
                                      "updated&amp;dir=down",
                                      one));
    assert_shows(
        webrun_get(p->run, p->tokens[ED],
                   arena_printf(p->arena, "/%s/contacts?seniority=vp&smart=%" PRId64, slug, id)),
        offer); /* another order */
    assert_null(strstr(webrun_get(p->run, p->tokens[VI], changed).body, offer));
    assert_leads(p, webrun_get(p->run, p->tokens[VI], one), open);
    assert_shows(webrun_get(p->run, p->tokens[VI], lists), "Vice presidents");
    const char *edit = arena_printf(p->arena, "%s/edit", one);
    assert_leads(p, pages_post(p, ED, edit, "name=VPs"), lists);
    assert_shows(webrun_get(p->run, p->tokens[ED], edit), "value=\"VPs\"");
    const char *filter = arena_printf(p->arena, "%s/filter?filter=q%%3Danna", one);
    assert_leads(p, pages_post(p, ED, filter, ""),
                 arena_printf(p->arena, "/%s/contacts?q=anna&smart=%" PRId64, slug, id));
    assert_leads(p, pages_post(p, ED, arena_printf(p->arena, "%s/remove", one), ""), lists);
    assert_int_equal(webrun_get(p->run, p->tokens[ED], one).status, 404);
}

static void
keeps_viewers_and_strangers_out(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *save =
        arena_printf(p->arena, "/%s/smart-lists/new?entity=company&filter=industry%%3Dit",
                     p->people->kestrel_slug);
    assert_int_equal(pages_post(p, VI, save, "name=Mine").status, 403);
    assert_int_equal(pages_post(p, BO, save, "name=Mine").status, 404);
    const char *bad = arena_printf(
        p->arena, "/%s/smart-lists/new?entity=company&filter=hair%%3Dred", p->people->kestrel_slug);
    assert_int_equal(webrun_get(p->run, p->tokens[ED], bad).status, 400);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saves_and_opens_a_filter),
        cmocka_unit_test(keeps_viewers_and_strangers_out),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
