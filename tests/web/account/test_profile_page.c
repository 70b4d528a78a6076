/* Start page, workspaces, own settings, password and sessions. */
#include "support/visits.h"

static void
starts_in_ones_workspace(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    assert_leads(p, pages_get(p, BO, "/"), arena_printf(p->arena, "/%s", p->people->atlas_slug));
    struct webrun_answer answer = pages_get(p, BO, "/workspaces");
    assert_shows(answer, "Atlas");
    assert_hides(answer, "Kestrel");
    people_number(p->people, "DELETE FROM membership WHERE user_id = %" PRId64 " RETURNING 1",
                  p->people->ids[VI]);
    assert_leads(p, pages_get(p, VI, "/"), "/workspaces");
    assert_shows(pages_get(p, VI, "/workspaces"), "Ask the admin of your team");
}

static void
keeps_settings(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer =
        pages_post(p, ED, "/account",
                   "name=Ed+Two&theme=dark&density=compact&time_zone=Europe/Prague&shortcuts=1");
    assert_leads(p, answer, "/account");
    assert_non_null(strstr(pages_flash(p, &answer), "Saved."));
    answer = pages_get(p, ED, "/account");
    assert_shows(answer, "data-theme=\"dark\"");
    assert_shows(answer, "data-density=\"compact\"");
    assert_shows(answer, "value=\"Ed Two\"");
    assert_shows(answer, "<option value=\"Europe/Prague\">");
    answer = pages_post(p, ED, "/account", "name=Ed&theme=dark&density=compact&time_zone=Atlantis");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "There is no time zone");
    assert_shows(answer, "value=\"Atlantis\"");
    assert_int_equal(pages_post(p, ED, "/account", "name=Ed&theme=pink&density=compact").status,
                     400);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_in_ones_workspace),
        cmocka_unit_test(keeps_settings),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
