/* The start page: first steps where nothing is, then what waits and how much is there; each number
 * leads to the list it counts. */
#include "support/visits.h"

static void
opens_on_first_steps_then_on_work(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *home = arena_printf(p->arena, "/%s", p->people->kestrel_slug);
    struct webrun_answer answer = webrun_get(p->run, p->tokens[ED], home);
    assert_shows(answer, "First steps");
    assert_shows(answer, "Import a list");
    assert_hides(webrun_get(p->run, p->tokens[VI], home), "Import a list");
    const char *add = arena_printf(p->arena, "%s/contacts/new", home);
    assert_int_equal(
        pages_post(p, ED, add, "first_name=Ann&last_name=Alpha&job_title=VP+Sales").status, 303);
    answer = webrun_get(p->run, p->tokens[ED], home);
    assert_hides(answer, "First steps");
    assert_shows(answer, "Contacts without an e-mail address");
    assert_shows(answer, arena_printf(p->arena, "href=\"%s/contacts?email=none\"", home));
    assert_shows(answer, arena_printf(p->arena, "href=\"%s/contacts?seniority=vp\"", home));
    assert_shows(answer, "Contacts added in the last 14 days: 1, at most 1 on one day");
    assert_hides(
        webrun_get(p->run, p->tokens[BO], arena_printf(p->arena, "/%s", p->people->atlas_slug)),
        "Ann Alpha");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(opens_on_first_steps_then_on_work)};
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
