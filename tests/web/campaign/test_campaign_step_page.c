/* The steps of a campaign as people work on them: from a preset, added, moved, edited with examples,
 * switched off, removed; what is wrong stands at its field; who may and who may not. */
#include "support/pages.h"

/* "/t/campaigns/7" of a new campaign of Ed's. */
static const char *
campaign(struct pages *pages)
{
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/campaigns/new"), "name=Autumn&language=de");
    assert_int_equal(answer.status, 303);
    const char *at = strstr(webrun_header(pages->run, &answer, "Location"), "/campaigns/");
    assert_non_null(at);
    return pages_path(pages, arena_printf(pages->people->arena, "/campaigns/%lld",
                                          strtoll(at + strlen("/campaigns/"), NULL, 10)));
}

static const char *
below(struct pages *pages, const char *path, const char *rest)
{
    return arena_printf(pages->people->arena, "%s%s", path, rest);
}

/* The address of the step with that label, and what follows. */
static const char *
step_path(struct pages *pages, const char *path, const char *label, const char *rest)
{
    int64_t id = people_number(pages->people,
                               "SELECT step_id FROM campaign_step WHERE tenant_id = %" PRId64
                               " AND label = '%s'",
                               pages->people->kestrel, label);
    return arena_printf(pages->people->arena, "%s/steps/%" PRId64 "%s", path, id, rest);
}

/* The page names them in this order. */
static void
assert_order(const struct webrun_answer *answer, const char *const *labels)
{
    const char *at = strstr(answer->body, "step-list");
    assert_non_null(at);
    for (; *labels; labels++) {
        at = strstr(at, *labels);
        if (!at)
            fail_msg("%s does not follow in: %s", *labels, answer->body);
    }
}

static void
goes_from_preset_to_own_order(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = campaign(pages), *steps = below(pages, path, "/steps");
    struct webrun_answer answer = pages_get(pages, ED, steps);
    pages_shows(&answer, "The first step");
    pages_shows(&answer, "Meetup Dual LinkedIn + Email");
    answer = pages_get(pages, VI, steps);
    pages_shows(&answer, "An editor adds them");
    answer = pages_get(pages, ED, below(pages, steps, "/load?template=email-3-step"));
    pages_shows(&answer, "What comes: Email 3-Step");
    assert_null(strstr(answer.body, "What goes"));
    assert_int_equal(
        pages_post(pages, ED, below(pages, steps, "/load"), "template=email-3-step&count=0").status,
        303);
    answer = pages_get(pages, VI, steps);
    assert_order(&answer, (const char *const[]){"1. Intro", "2. Value", "3. Close", NULL});
    assert_null(strstr(answer.body, "Remove…"));
    assert_int_equal(
        pages_post(pages, ED, step_path(pages, path, "Close", "/move"), "where=up").status, 303);
    answer = pages_get(pages, ED, steps);
    assert_order(&answer,
                 (const char *const[]){"1. Intro", "2. Close", "day 3", "3. Value", "day 8", NULL});
    assert_int_equal(
        pages_post(pages, VI, step_path(pages, path, "Close", "/move"), "where=up").status, 403);
    assert_int_equal(
        pages_post(pages, ED, step_path(pages, path, "Value", "/move"), "where=first").status, 303);
    assert_int_equal(pages_post(pages, ED, step_path(pages, path, "Intro", "/switch"), "").status,
                     303);
    answer = pages_get(pages, ED, steps);
    assert_order(&answer,
                 (const char *const[]){"1. Value", "2. Intro</b> <span class=\"badge\">Off",
                                       "3. Close", NULL});
    answer = pages_get(pages, ED, step_path(pages, path, "Intro", "/remove"));
    pages_shows(&answer, "Remove step 2, Intro?");
    assert_int_equal(pages_post(pages, ED, step_path(pages, path, "Intro", "/remove"), "").status,
                     303);
    answer = pages_get(pages, ED, steps);
    assert_order(&answer, (const char *const[]){"1. Value", "2. Close", NULL});
    answer = pages_get(pages, ED, below(pages, steps, "/load?template=meetup"));
    pages_shows(&answer, "What goes: 2 steps of this campaign");
    pages_post(pages, ED, below(pages, steps, "/load"), "template=meetup&count=3");
    answer = pages_get(pages, ED, steps);
    assert_order(&answer, (const char *const[]){"1. Value", "2. Close", NULL});
    assert_int_equal(pages_get(pages, BO, steps).status, 404);
    pages_free(pages);
}

static void
edits_with_examples(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = campaign(pages), *steps = below(pages, path, "/steps");
    struct webrun_answer answer = pages_get(pages, ED, below(pages, steps, "/new?channel=call"));
    pages_shows(&answer, "value=\"call\" selected");
    pages_shows(&answer, "name=\"max_length\" type=\"number\" autocomplete=\"off\" value=\"1500\"");
    pages_shows(&answer, "Campaign: Professional");
    pages_shows(&answer, "Campaign: German");
    answer = pages_post(pages, ED, below(pages, steps, "/new"),
                        "channel=email&condition=always&day_offset=2&max_length=6000&variants=2&"
                        "label=First&is_on=1&examples.0.body=Hello+%3Ci%3E&examples.0.note=short");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Choose from 100 to 5000 characters");
    pages_shows(&answer, "Hello &lt;i&gt;");
    pages_shows(&answer, "value=\"short\"");
    answer = pages_post(pages, ED, below(pages, steps, "/new"),
                        "channel=email&condition=always&day_offset=2&max_length=700&variants=2&"
                        "label=First&is_on=1&tone=bold&examples.0.body=Hello+%3Ci%3E&"
                        "examples.0.note=short&more=1");
    assert_int_equal(answer.status, 303);
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Location"), "#examples"));
    answer = pages_get(pages, ED, steps);
    pages_shows(&answer, "up to 700 characters · 2 variants · Bold · 1 example");
    const char *step = step_path(pages, path, "First", "");
    answer = pages_get(pages, ED, step);
    pages_shows(&answer, "Hello &lt;i&gt;");
    pages_shows(&answer, "name=\"examples.1.body\"");
    answer = pages_post(pages, ED, step,
                        "channel=email&condition=always&day_offset=2&variants=1&label=First&is_on=1"
                        "&examples.0.body=&examples.0.note=&examples.1.body=&examples.1.note=lost");
    pages_shows(&answer, "The note has no message");
    pages_shows(&answer, "value=\"lost\"");
    answer = pages_post(pages, ED, step,
                        "channel=linkedin_connect&condition=always&day_offset=0&variants=1&label="
                        "&examples.0.body=&examples.0.note=");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, steps);
    pages_shows(&answer, "1. LinkedIn invitation</b> <span class=\"badge\">Off");
    pages_shows(&answer, "up to 300 characters</span>");
    pages_post(pages, ED, below(pages, steps, "/new"),
               "channel=email&condition=no_response&day_offset=5&variants=1&label=Later&is_on=1");
    answer = pages_post(pages, ED, below(pages, steps, "/new"),
                        "channel=email&condition=always&day_offset=9&variants=1&position=2");
    pages_shows(&answer, "the step after is on day 5");
    answer = pages_post(pages, ED, below(pages, steps, "/new"),
                        "channel=carrier&condition=always&day_offset=9&variants=1");
    pages_shows(&answer, "Choose one of the channels.");
    assert_int_equal(pages_get(pages, VI, below(pages, steps, "/new?channel=call")).status, 403);
    assert_int_equal(pages_get(pages, ED, below(pages, steps, "/999999")).status, 404);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(goes_from_preset_to_own_order),
                                       cmocka_unit_test(edits_with_examples)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
