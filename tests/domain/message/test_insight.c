/* Insights on a real database: when they show, what one click changes, and the way back. */
#include "domain/message/messages.h"

#include "domain/message/insight.h"

static void
say(struct people *p, int64_t message, const char *action, const char *reasons, int times)
{
    for (int i = 0; i < times; i++)
        people_number(p,
                      "INSERT INTO message_feedback (tenant_id, campaign_id, message_id, step_id, "
                      "action, version, "
                      "reasons, tone, language, variant) SELECT tenant_id, campaign_id, "
                      "message_id, step_id, '%s', 1, "
                      "'%s', tone, language, variant FROM message WHERE message_id = %" PRId64
                      " RETURNING feedback_id",
                      action, reasons, message);
}

static const char *
found(struct people *p, int64_t campaign)
{
    struct insight *rows;
    size_t n;
    int64_t actions;
    const char *out = "";
    people_begin(p, ED, p->kestrel);
    assert_ok(p, insight_list(&p->app, campaign, &rows, &n, &actions));
    for (size_t i = 0; i < n; i++)
        out = arena_printf(p->arena, "%s%s%s ", out,
                           strncmp(rows[i].code, "step:", 5) ? rows[i].code : "step",
                           rows[i].action ? arena_printf(p->arena, "(%s)", rows[i].action) : "");
    people_commit(p);
    return out;
}

static int64_t
campaign_is(struct people *p, int64_t campaign, const char *what)
{
    return people_number(p, "SELECT count(*) FROM campaign WHERE campaign_id = %" PRId64 " AND %s",
                         campaign, what);
}

static void
what_is_said_often_shows(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = messages_campaign(p, "Spring", "choose"),
            mail = messages_step(p, campaign, 1, "email"),
            one = messages_draft(p, mail, messages_person(p, campaign, "Alma", 80), 1, "A");
    say(p, one, "edited", "{too_formal}", 2);
    say(p, one, "edited", "{}", 2);
    assert_string_equal(found(p, campaign), "");
    say(p, one, "edited", "{generic}", 1);
    /* 2 of 5 formal; 1 of 5 generic is not more than a fifth. */
    assert_string_equal(found(p, campaign), "too_formal ");
    say(p, one, "rejected", "{wrong_tone}", 3);
    say(p, one, "approved", "{}", 2);
    assert_string_equal(found(p, campaign), "too_formal step ");
    say(p, one, "rejected", "{wrong_tone}", 1);
    assert_string_equal(found(p, campaign), "too_formal wrong_tone step ");
    people_free(p);
}

static void
one_click_changes_and_takes_back(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = messages_campaign(p, "Spring", "choose"),
            mail = messages_step(p, campaign, 1, "email"),
            one = messages_draft(p, mail, messages_person(p, campaign, "Alma", 80), 1, "A");
    people_number(p,
                  "UPDATE campaign SET instructions = 'Be kind.' WHERE campaign_id = %" PRId64
                  " RETURNING campaign_id",
                  campaign);
    say(p, one, "edited", "{too_formal,too_long}", 5);
    say(p, one, "rejected", "{}", 3);
    const char *step = arena_printf(p->arena, "step:%" PRId64, mail);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, insight_apply(&p->app, campaign, "generic"), ERR_NOT_FOUND);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, insight_apply(&p->app, campaign, "too_formal"));
    assert_ok(p, insight_apply(&p->app, campaign, "too_long"));
    assert_ok(p, insight_apply(&p->app, campaign, "too_long"));
    assert_ok(p, insight_apply(&p->app, campaign, step));
    people_commit(p);
    assert_int_equal(
        campaign_is(p, campaign,
                    "formality = 'informal' AND instructions LIKE E'Be kind.\\n%short%'"),
        1);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM campaign_step WHERE step_id = %" PRId64
                                   " AND instructions LIKE '%%one question%%'",
                                   mail),
                     1);
    assert_string_equal(found(p, campaign), "too_formal(applied) too_long(applied) step(applied) ");
    people_begin(p, ED, p->kestrel);
    assert_ok(p, insight_undo(&p->app, campaign, "too_formal"));
    assert_ok(p, insight_undo(&p->app, campaign, "too_long"));
    assert_ok(p, insight_undo(&p->app, campaign, step));
    assert_ok(p, insight_dismiss(&p->app, campaign, "too_long"));
    people_commit(p);
    assert_int_equal(campaign_is(p, campaign, "formality = 'formal' AND instructions = 'Be kind.'"),
                     1);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM campaign_step WHERE step_id = %" PRId64
                                   " AND instructions IS NULL",
                                   mail),
                     1);
    assert_string_equal(found(p, campaign), "too_formal step too_long(dismissed) ");
    people_number(p,
                  "UPDATE campaign SET state = 'archived' WHERE campaign_id = %" PRId64
                  " RETURNING campaign_id",
                  campaign);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, insight_apply(&p->app, campaign, "too_formal"), ERR_CONFLICT);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_said_often_shows),
                                       cmocka_unit_test(one_click_changes_and_takes_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
