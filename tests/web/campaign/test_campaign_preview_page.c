/* The preview of a campaign: somebody of the campaign or any contact, every step's letter with its
 * sources, what is missing in words; nothing stored; text from outside stays text. */
#include "support/pages.h"

static int64_t
add_contact(struct pages *pages, const char *form)
{
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, "/contacts/new"), form);
    assert_int_equal(answer.status, 303);
    return people_number(pages->people,
                         "SELECT max(contact_id) FROM contact WHERE tenant_id = %" PRId64,
                         pages->people->kestrel);
}

static void
shows_what_a_person_would_get(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct webrun_answer answer = pages_post(
        pages, ED, pages_path(pages, "/campaigns/templates/email-3-step"), "name=Autumn");
    const char *at = strstr(webrun_header(pages->run, &answer, "Location"), "/campaigns/");
    assert_non_null(at);
    int64_t id = strtoll(at + strlen("/campaigns/"), NULL, 10);
    const char *preview =
        pages_path(pages, arena_printf(pages->people->arena, "/campaigns/%" PRId64 "/preview", id));
    answer = pages_get(pages, VI, preview);
    pages_shows(&answer, "Choose a person");
    pages_shows(&answer, "Nobody sends it yet");
    int64_t ada = add_contact(pages, "first_name=Ada&last_name=Byron&job_title=CTO+%3Cb%3E");
    int64_t ben = add_contact(pages, "first_name=Ben&last_name=Carter");
    people_number(pages->people,
                  "WITH p AS (INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) "
                  "VALUES (%" PRId64 ", %" PRId64 ", %" PRId64 ") RETURNING 1) SELECT 1 FROM p",
                  pages->people->kestrel, id, ada);
    answer = pages_get(pages, VI, preview);
    pages_shows(&answer, "Ada Byron");
    pages_shows(&answer, "CTO &lt;b&gt;");
    pages_shows(&answer, "The built-in writer cannot write this one");
    people_number(pages->people,
                  "WITH o AS (INSERT INTO campaign_offer (tenant_id, campaign_id, language, does, "
                  "ask) VALUES (%" PRId64 ", %" PRId64 ", 'en', 'We keep <records>.', 'Shall we "
                  "talk?') RETURNING 1) SELECT 1 FROM o",
                  pages->people->kestrel, id);
    answer = pages_get(pages, VI, preview);
    pages_shows(&answer, "1. Intro");
    pages_shows(&answer, "We keep &lt;records&gt;.");
    pages_shows(&answer, "3. Close");
    pages_shows(&answer, "<sup>");
    pages_shows(&answer, "From the record");
    answer = pages_get(pages, VI, arena_printf(pages->people->arena, "%s?q=carter", preview));
    pages_shows(&answer, "Nobody of the campaign matches");
    pages_shows(&answer, "Ben Carter");
    answer =
        pages_get(pages, VI,
                  arena_printf(pages->people->arena, "%s?q=carter&contact=%" PRId64, preview, ben));
    pages_shows(&answer, ">Ben Carter</a>");
    assert_int_equal(people_number(pages->people,
                                   "SELECT count(*) FROM message WHERE tenant_id = %" PRId64,
                                   pages->people->kestrel),
                     0);
    assert_int_equal(
        pages_get(pages, VI, arena_printf(pages->people->arena, "%s?contact=999999999", preview))
            .status,
        404);
    assert_int_equal(pages_get(pages, BO, preview).status, 404);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_what_a_person_would_get)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
