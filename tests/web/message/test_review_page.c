/* Review in the product itself: beginning, decisions and their reasons, who comes too late, the end. */
#include "domain/message/messages.h"
#include "support/pages.h"

struct scene {
    struct pages *p;
    struct arena *arena;
    int64_t campaign, one, two;
    const char *queue;
};

#define BODY "Dear reader,\n\nyou <hire> in Brno.\n\nWould a call help?"

static struct scene
scene_new(void)
{
    struct scene s = {.p = pages_new()};
    if (!s.p)
        return s;
    struct people *people = s.p->people;
    s.arena = people->arena;
    s.campaign = messages_campaign(people, "Spring", "choose");
    int64_t mail = messages_step(people, s.campaign, 1, "email"),
            alma = messages_person(people, s.campaign, "Alma", 80),
            bert = messages_person(people, s.campaign, "Bert", 40);
    s.one = messages_draft(people, mail, alma, 1, BODY);
    s.two = messages_draft(people, mail, bert, 1, BODY);
    people_number(people,
                  "UPDATE message_version SET claims = "
                  "'[{\"start\":18,\"end\":32,\"kind\":\"signal\",\"snippet\":"
                  "\"Come: <hire> in "
                  "Brno!\",\"url\":\"https://www.alma.example/jobs\",\"at\":1700000000000}]' "
                  "WHERE message_id = %" PRId64 " RETURNING message_id",
                  s.one);
    s.queue = pages_path(s.p, arena_printf(s.arena, "/review?campaign=%" PRId64, s.campaign));
    return s;
}

static const char *
at(struct scene *s, int64_t id)
{
    return arena_printf(s->arena, "%s&at=%" PRId64, s->queue, id);
}

static void
leads_to(struct scene *s, struct webrun_answer answer, const char *part)
{
    assert_int_equal(answer.status, 303);
    const char *to = webrun_header(s->p->run, &answer, "Location");
    if (!strstr(to, part))
        fail_msg("leads to %s, not %s", to, part);
}

static void
drafts_are_decided(void **state)
{
    (void)state;
    struct scene s = scene_new();
    if (!s.p)
        return;
    struct pages *p = s.p;
    struct webrun_answer answer = pages_get(p, ED, pages_path(p, "/review"));
    pages_shows(&answer, "Spring");
    pages_shows(&answer, "2 of 2");
    answer = pages_get(p, ED, s.queue);
    pages_shows(&answer, "Start reviewing");
    pages_shows(&answer, "<b>Not yet.</b>");
    const char *one = arena_printf(s.arena, "at=%" PRId64, s.one),
               *two = arena_printf(s.arena, "at=%" PRId64, s.two);
    leads_to(&s, pages_post(p, ED, s.queue, "act=start"), one);
    /* Somebody else gets another one. */
    leads_to(&s, pages_post(p, ADA, s.queue, "act=start"), two);
    answer = pages_get(p, ED, at(&s, s.one));
    pages_shows(&answer, "message 1 of 2, 2 left");
    pages_shows(&answer, "<span class=\"claim\">&lt;hire&gt; in Brno<sup>");
    pages_shows(&answer, "Come: <mark>&lt;hire&gt; in Brno</mark>!");
    pages_shows(&answer, "alma.example/jobs</a>, read");
    pages_shows(&answer, "ada reviewing too");
    pages_shows(&answer, "One question");
    pages_shows(&answer, "No message to this company yet.");
    assert_null(strstr(answer.body, "<hire>"));
    /* Viewers read. */
    answer = pages_get(p, VI, at(&s, s.one));
    pages_shows(&answer, "You can read messages");
    assert_null(strstr(answer.body, "value=\"approve\""));
    assert_int_equal(pages_post(p, VI, at(&s, s.one), "act=approve&version=1").status, 403);
    /* The text that was seen, no other. */
    leads_to(&s, pages_post(p, ED, at(&s, s.one), "act=approve&version=7"), one);
    assert_int_equal(messages_is(p->people, s.one, "state = 'draft'"), 1);
    leads_to(&s, pages_post(p, ED, at(&s, s.one), "act=approve&version=1"), "/review");
    assert_int_equal(messages_is(p->people, s.one, "state = 'approved' AND approved_version = 1"),
                     1);
    /* Without a reason nothing is rejected, and the page says so. */
    answer = pages_post(p, ADA, at(&s, s.two), "act=reject&version=1&why=no");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Say why in at least 5 characters.");
    assert_int_equal(messages_is(p->people, s.two, "state = 'draft'"), 1);
    leads_to(&s,
             pages_post(p, ADA, at(&s, s.two), "act=reject&version=1&code=generic&why=too+general"),
             s.queue);
    answer = pages_get(p, ED, at(&s, s.two));
    pages_shows(&answer, "<b>Rejected</b> by ada");
    pages_shows(&answer, "too general");
    /* Too late. */
    leads_to(&s, pages_post(p, ED, at(&s, s.two), "act=approve&version=1"), "/review");
    assert_int_equal(messages_is(p->people, s.two, "state = 'rejected'"), 1);
    answer = pages_get(p, ED, s.queue);
    pages_shows(&answer, "Approve the campaign");
    leads_to(&s, pages_post(p, ADA, at(&s, s.two), "act=reopen"), two);
    assert_int_equal(messages_is(p->people, s.two, "state = 'draft'"), 1);
    const char *theirs =
        arena_printf(s.arena, "/%s/review?at=%" PRId64, p->people->atlas_slug, s.one);
    assert_int_equal(pages_get(p, BO, theirs).status, 404);
    pages_free(p);
}

static void
people_are_left_out(void **state)
{
    (void)state;
    struct scene s = scene_new();
    if (!s.p)
        return;
    struct pages *p = s.p;
    struct webrun_answer answer =
        pages_post(p, ED, at(&s, s.one), "act=out&scope=campaign&reason=no");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Leave Alma Tester out?");
    leads_to(&s, pages_post(p, ED, at(&s, s.one), "act=out&scope=campaign&reason=wrong+person"),
             arena_printf(s.arena, "at=%" PRId64, s.two));
    assert_int_equal(messages_is(p->people, s.one, "state = 'rejected'"), 1);
    leads_to(&s, pages_post(p, ED, at(&s, s.two), "act=out&scope=everywhere&reason=a+competitor"),
             "/review");
    assert_int_equal(messages_is(p->people, s.two, "state = 'rejected'"), 1);
    assert_int_equal(
        people_number(p->people,
                      "SELECT count(*) FROM contact k JOIN message m USING (tenant_id, contact_id) "
                      "WHERE m.message_id = %" PRId64 " AND k.status = 'disqualified'",
                      s.two),
        1);
    pages_free(p);
}

static void
a_draft_is_written_again(void **state)
{
    (void)state;
    struct scene s = scene_new();
    if (!s.p)
        return;
    struct pages *p = s.p;
    people_number(p->people,
                  "INSERT INTO campaign_offer (tenant_id, campaign_id, language, does, ask) VALUES "
                  "(%" PRId64 ", %" PRId64
                  ", 'en', 'We keep kestrels.', 'Would a call help?') RETURNING campaign_id",
                  p->people->kestrel, s.campaign);
    struct webrun_answer answer = pages_get(p, ED, at(&s, s.one));
    pages_shows(&answer, "data-key=\"g\">Write again <kbd");
    pages_shows(&answer, "<b>Free.</b> The built-in writer does it at once.");
    pages_shows(&answer, "<option value=\"en\">English</option>");
    assert_null(strstr(answer.body, "name=\"instruction\""));
    assert_null(strstr(pages_get(p, VI, at(&s, s.one)).body, "data-key=\"g\""));
    assert_int_equal(pages_post(p, VI, at(&s, s.one), "act=again").status, 403);
    /* What cannot be asked for is said where it was asked. */
    answer = pages_post(p, ED, at(&s, s.one), "act=again&language=cs&tone=casual");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "What you offer is not written in this language");
    pages_shows(&answer, "<option value=\"casual\" selected>");
    assert_int_equal(messages_is(p->people, s.one, "version = 1"), 1);
    leads_to(&s, pages_post(p, ED, at(&s, s.one), "act=again&tone=casual"),
             arena_printf(s.arena, "at=%" PRId64, s.one));
    assert_int_equal(messages_is(p->people, s.one,
                                 "version = 2 AND tone = 'casual' AND state = 'draft' AND EXISTS "
                                 "(SELECT 1 FROM message_feedback f WHERE f.message_id = "
                                 "m.message_id AND f.action = 'rewritten')"),
                     1);
    answer = pages_get(p, ED, at(&s, s.one));
    pages_shows(&answer, "<h2>Version 2 of 2</h2>");
    pages_shows(&answer, "<ins>");
    /* A job that has ended, or never was one of this message, is waited for no longer. */
    leads_to(&s, pages_get(p, ED, arena_printf(s.arena, "%s&job=7", at(&s, s.one))),
             arena_printf(s.arena, "at=%" PRId64, s.one));
    int64_t job = people_number(p->people,
                                "INSERT INTO job (tenant_id, kind, subject) VALUES (%" PRId64
                                ", 'rewrite', %" PRId64 ") RETURNING job_id",
                                p->people->kestrel, s.one);
    answer = pages_get(p, ED, arena_printf(s.arena, "%s&job=%" PRId64, at(&s, s.one), job));
    pages_shows(&answer, "A model writes this message again.");
    pages_shows(&answer, "hx-trigger=\"every 2s\"");
    pages_shows(&answer, "http-equiv=\"refresh\" content=\"2\"");
    people_number(p->people,
                  "UPDATE message SET trouble = 'The key was refused.' WHERE message_id = %" PRId64
                  " RETURNING message_id",
                  s.one);
    answer = pages_get(p, ED, at(&s, s.one));
    pages_shows(&answer, "The key was refused.");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(drafts_are_decided),
                                       cmocka_unit_test(people_are_left_out),
                                       cmocka_unit_test(a_draft_is_written_again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
