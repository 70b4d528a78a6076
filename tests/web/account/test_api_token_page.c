/* API tokens of a workspace. */
#include "support/visits.h"

static void
shows_a_token_once(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *list = arena_printf(p->arena, "/%s/settings/tokens", p->people->kestrel_slug);
    const char *add = arena_printf(p->arena, "%s/new", list);
    assert_shows(webrun_get(p->run, p->tokens[ADA], list), "No API tokens");
    assert_int_equal(webrun_get(p->run, p->tokens[ADA], add).status, 200);
    assert_int_equal(pages_post(p, ADA, add, "name=&scope=read&days=90").status, 400);
    struct webrun_answer answer = pages_post(p, ADA, add, "name=CRM&scope=read&days=90");
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "value=\"leadgen_");
    answer = webrun_get(p->run, p->tokens[ADA], list);
    assert_shows(answer, "CRM");
    assert_hides(answer, "leadgen_");
    int64_t id = people_number(p->people,
                               "SELECT max(api_token_id) FROM api_token WHERE tenant_id = "
                               "%" PRId64,
                               p->people->kestrel);
    const char *revoke = arena_printf(p->arena, "%s/%" PRId64 "/revoke", list, id);
    const char *elsewhere =
        arena_printf(p->arena, "/%s/settings/tokens/%" PRId64 "/revoke", p->people->atlas_slug, id);
    answer = pages_post(p, BO, elsewhere, "");
    assert_non_null(strstr(pages_flash(p, &answer), "bad\n"));
    assert_shows(webrun_get(p->run, p->tokens[ADA], list), "CRM");
    assert_int_equal(webrun_get(p->run, p->tokens[ADA], revoke).status, 200);
    assert_leads(p, pages_post(p, ADA, revoke, ""), list);
    assert_hides(webrun_get(p->run, p->tokens[ADA], list), "CRM");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_a_token_once),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
