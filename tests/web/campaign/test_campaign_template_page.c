/* Presets and the library as people use them: a campaign made from one, saved as a template, loaded into
 * another, renamed, deleted; who may and who may not. */
#include "support/pages.h"

static int64_t
campaign_of(struct pages *pages, struct webrun_answer *answer)
{
    assert_int_equal(answer->status, 303);
    const char *at = strstr(webrun_header(pages->run, answer, "Location"), "/campaigns/");
    assert_non_null(at);
    return strtoll(at + strlen("/campaigns/"), NULL, 10);
}

static const char *
path_of(struct pages *pages, const char *format, int64_t id)
{
    return pages_path(pages,
                      arena_printf(pages->people->arena, "/campaigns/%" PRId64 "%s", id, format));
}

static void
goes_through_the_library(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *library = pages_path(pages, "/campaigns/templates");
    struct webrun_answer answer = pages_get(pages, VI, library);
    pages_shows(&answer, "No templates of your own yet");
    pages_shows(&answer, "LinkedIn + Email Sequence");
    answer = pages_get(pages, VI, pages_path(pages, "/campaigns/templates/linkedin-email"));
    pages_shows(&answer, "LI Followup + PDF");
    pages_shows(&answer, "Switched off");
    assert_null(strstr(answer.body, "Create the campaign"));
    const char *preset = pages_path(pages, "/campaigns/templates/linkedin-only");
    assert_int_equal(pages_post(pages, VI, preset, "name=Mine").status, 403);
    answer = pages_post(pages, ED, preset, "name=");
    pages_shows(&answer, "Fill this in.");
    answer = pages_post(pages, ED, preset, "name=Mine");
    int64_t id = campaign_of(pages, &answer);
    answer = pages_get(pages, ED, path_of(pages, "/steps", id));
    pages_shows(&answer, "2. LinkedIn Followup");
    pages_shows(&answer, "English, casual");
    answer = pages_post(pages, ED, path_of(pages, "/template", id), "name=LinkedIn+ONLY");
    pages_shows(&answer, "A preset of the system has this name");
    answer = pages_get(pages, ED, path_of(pages, "/template", id));
    pages_shows(&answer, "value=\"Mine\"");
    assert_int_equal(pages_post(pages, ED, path_of(pages, "/template", id),
                                "name=Two+steps&description=For+fairs")
                         .status,
                     303);
    answer = pages_post(pages, ED, path_of(pages, "/template", id), "name=TWO+steps");
    pages_shows(&answer, "There is a template with this name already");
    assert_int_equal(
        pages_post(pages, ED, path_of(pages, "/template", id), "name=TWO+steps&replace=1").status,
        303);
    answer = pages_get(pages, VI, library);
    pages_shows(&answer, "TWO steps");
    assert_null(strstr(answer.body, "Delete…"));
    int64_t key = people_number(
        pages->people, "SELECT template_id FROM campaign_template WHERE tenant_id = %" PRId64,
        pages->people->kestrel);
    const char *own = arena_printf(pages->people->arena, "%s/%" PRId64, library, key);
    answer = pages_get(pages, ED, own);
    pages_shows(&answer, "Mine, 2 steps");
    answer = pages_post(pages, ED, arena_printf(pages->people->arena, "%s/into", own),
                        arena_printf(pages->people->arena, "campaign=%" PRId64, id));
    assert_int_equal(campaign_of(pages, &answer), id);
    assert_int_equal(
        pages_post(pages, ED, arena_printf(pages->people->arena, "%s/edit", own), "name=Fairs")
            .status,
        303);
    answer = pages_get(pages, ED, library);
    pages_shows(&answer, "Fairs");
    assert_int_equal(
        pages_get(pages, BO, arena_printf(pages->people->arena, "%s/edit", own)).status, 404);
    assert_int_equal(
        pages_get(pages, ED, arena_printf(pages->people->arena, "%s/edit", preset)).status, 404);
    answer = pages_get(pages, ED, arena_printf(pages->people->arena, "%s/delete", own));
    pages_shows(&answer, "Delete the template Fairs?");
    assert_int_equal(
        pages_post(pages, ED, arena_printf(pages->people->arena, "%s/delete", own), "").status,
        303);
    assert_int_equal(pages_get(pages, ED, own).status, 404);
    assert_int_equal(people_audited(pages->people, "campaign_template_delete"), 1);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(goes_through_the_library)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
