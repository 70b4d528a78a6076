/* What reviewers say, in the product itself. */
#include "domain/message/messages.h"
#include "support/pages.h"

static void
insights_are_applied(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct people *people = p->people;
    int64_t campaign = messages_campaign(people, "Spring", "choose"),
            mail = messages_step(people, campaign, 1, "email"),
            one =
                messages_draft(people, mail, messages_person(people, campaign, "Alma", 80), 1, "A");
    const char *path =
        pages_path(p, arena_printf(people->arena, "/campaigns/%" PRId64 "/insights", campaign));
    struct webrun_answer answer = pages_get(p, VI, path);
    pages_shows(&answer, "After five decisions");
    for (int i = 0; i < 5; i++)
        people_number(
            people,
            "INSERT INTO message_feedback (tenant_id, campaign_id, message_id, step_id, action, "
            "version, "
            "reasons, tone, language, variant) SELECT tenant_id, campaign_id, message_id, step_id, "
            "'edited', "
            "1, '{too_formal}', tone, language, variant FROM message WHERE message_id = %" PRId64
            " RETURNING feedback_id",
            one);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "5 of 5 edits say: too formal");
    pages_shows(&answer, "Change it");
    answer = pages_get(p, VI, path);
    assert_null(strstr(answer.body, "Change it"));
    assert_int_equal(pages_post(p, VI, path, "act=apply&code=too_formal").status, 403);
    assert_int_equal(pages_post(p, ED, path, "act=apply&code=too_formal").status, 303);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Changed by ed");
    assert_int_equal(pages_post(p, ED, path, "act=undo&code=too_formal").status, 303);
    assert_int_equal(pages_post(p, ED, path, "act=undo&code=too_formal").status, 404);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(insights_are_applied)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
