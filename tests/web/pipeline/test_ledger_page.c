/* Usage: admins see their budget in credits, super admins set it in dollars and see all of them. */
#include "support/visits.h"

static void
is_set_and_shown(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *path = arena_printf(p->arena, "/%s/settings/usage", p->people->kestrel_slug);
    assert_int_equal(pages_get(p, ED, "%s", path).status, 403);
    struct webrun_answer answer = pages_get(p, ADA, "%s", path);
    assert_shows(answer, "No budget is set");
    assert_hides(answer, "Set the budget");
    const char *set = "do=limit&limit=25.50&mode=soft&warn_percent=70&reset_day=31";
    assert_int_equal(pages_post(p, ADA, path, set).status, 404);
    answer = pages_post(p, SUE, path, "do=limit&limit=much&mode=soft&warn_percent=70&reset_day=31");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "Enter an amount in dollars");
    assert_leads(p, pages_post(p, SUE, path, set), path);
    assert_leads(p, pages_post(p, SUE, path, "do=top_up&amount=4.50&note=A+gift"), path);
    answer = pages_get(p, ADA, "%s", path);
    assert_shows(answer, "30,000 credits");
    assert_hides(answer, "$");
    answer = pages_get(p, SUE, "%s", path);
    assert_shows(answer, "$30.00");
    assert_shows(answer, "A gift");
    assert_shows(pages_get(p, SUE, "/admin/usage"), "20 % more may begin");
    assert_int_equal(pages_get(p, ADA, "/admin/usage").status, 404);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(is_set_and_shown)};
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
