/* The review queue on a real database: its order, several reviewers at once, skipping, going back. */
#include "domain/message/messages.h"

#include "domain/message/message.h"
#include "domain/message/review.h"

/* A second connection of the pages, for somebody else. */
static struct people *
beside(struct people *p)
{
    struct people *other = ARENA_NEW(p->arena, struct people);
    *other = *p;
    memset(&other->app, 0, sizeof other->app);
    other->app.arena = p->arena;
    other->app.conf = p->app.conf;
    if (!db_open(&other->app, p->arena, getenv("LEADGEN_APP_DSN")))
        fail_msg("%s", other->app.err.message);
    return other;
}

static int64_t
next_of(struct people *p, int who, int64_t campaign, int64_t but)
{
    int64_t id;
    people_begin(p, who, p->kestrel);
    assert_ok(p, review_next(&p->app, campaign, but, &id));
    people_commit(p);
    return id;
}

static void
approve(struct people *p, int who, int64_t id)
{
    people_begin(p, who, p->kestrel);
    assert_ok(p, message_approve(&p->app, id, 1));
    people_commit(p);
}

static void
best_people_come_first(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t one = messages_campaign(p, "One", "choose"),
            two = messages_campaign(p, "Two", "choose"),
            one_mail = messages_step(p, one, 1, "email"),
            one_call = messages_step(p, one, 2, "call"),
            two_mail = messages_step(p, two, 1, "email"), poor = messages_person(p, one, "Poor", 5),
            good = messages_person(p, one, "Good", 50), best = messages_person(p, two, "Best", 90),
            c = messages_draft(p, one_mail, poor, 1, "C"),
            b = messages_draft(p, one_call, good, 1, "B"),
            a = messages_draft(p, one_mail, good, 1, "A"),
            z = messages_draft(p, two_mail, best, 1, "Z");
    assert_int_equal(next_of(p, ED, one, 0), a);
    assert_int_equal(next_of(p, ED, 0, 0), z);
    approve(p, ED, z);
    assert_int_equal(next_of(p, ED, 0, z), a);
    approve(p, ED, a);
    /* Skipped: at the end, but not out. */
    assert_int_equal(next_of(p, ED, one, 0), b);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, review_skip(&p->app, b));
    people_commit(p);
    assert_int_equal(next_of(p, ED, one, b), c);
    approve(p, ED, c);
    assert_int_equal(next_of(p, ED, one, 0), b);
    int64_t back;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, review_back(&p->app, 0, b, &back));
    assert_int_equal(back, c);
    assert_ok(p, review_back(&p->app, 0, c, &back));
    assert_int_equal(back, a);
    assert_ok(p, review_back(&p->app, 0, a, &back));
    assert_int_equal(back, z);
    assert_ok(p, review_back(&p->app, 0, z, &back));
    assert_int_equal(back, 0);
    people_commit(p);
    approve(p, ED, b);
    assert_int_equal(next_of(p, ED, 0, 0), 0);
    struct review_progress progress;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, review_progress(&p->app, one, &progress));
    assert_int_equal(progress.total, 3);
    assert_int_equal(progress.left, 0);
    assert_int_equal(progress.approved, 3);
    people_commit(p);
    people_free(p);
}

static void
what_one_looks_at_nobody_else_gets(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = messages_campaign(p, "One", "choose"),
            mail = messages_step(p, campaign, 1, "email"),
            alma = messages_person(p, campaign, "Alma", 50),
            bert = messages_person(p, campaign, "Bert", 40),
            a = messages_draft(p, mail, alma, 1, "A"), held;
    messages_draft(p, mail, alma, 2, "A too");
    int64_t b = messages_draft(p, mail, bert, 1, "B");
    assert_int_equal(next_of(p, ED, campaign, 0), a);
    /* The variants go together. */
    assert_int_equal(next_of(p, ADA, campaign, 0), b);
    assert_int_equal(next_of(p, SUE, campaign, 0), 0);
    struct review_progress progress;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, review_held(&p->app, campaign, &held));
    assert_int_equal(held, b);
    assert_ok(p, review_progress(&p->app, campaign, &progress));
    assert_string_equal(progress.others, "ed");
    assert_int_equal(progress.kept, 2);
    people_commit(p);
    /* Two minutes later it is anybody's. */
    people_number(
        p,
        "UPDATE message SET held_until = held_until - interval '121 seconds' WHERE campaign_id = "
        "%" PRId64 " AND message_id = %" PRId64 " RETURNING message_id",
        campaign, a);
    assert_int_equal(next_of(p, ADA, campaign, b), a);
    people_free(p);
}

/* 200 messages, three of four decided, some skipped first: nothing is lost, nothing decided twice. */
static void
two_people_decide_each_once(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    struct people *others[2] = {p, beside(p)};
    enum { N = 200 };
    int64_t campaign = messages_campaign(p, "One", "choose"),
            mail = messages_step(p, campaign, 1, "email"), decided[2] = {0, 0}, hand[2] = {0, 0};
    for (int i = 0; i < N; i++) {
        char name[20];
        snprintf(name, sizeof name, "P%03d", i);
        messages_draft(p, mail, messages_person(p, campaign, name, i % 7), 1, name);
    }
    int skipped = 0;
    for (int round = 0; round < 3 * N && (hand[0] || hand[1] || !round); round++) {
        for (int who = 0; who < 2; who++) {
            struct people *o = others[who];
            int actor = who ? ADA : ED;
            if (hand[who] && (round * 31 + who) % 11 == 0) {
                people_begin(o, actor, o->kestrel);
                assert_ok(o, review_skip(&o->app, hand[who]));
                people_commit(o);
                skipped++;
            } else if (hand[who]) {
                approve(o, actor, hand[who]);
                decided[who]++;
            }
            hand[who] = next_of(o, actor, campaign, hand[who]);
        }
        if (hand[0])
            assert_int_not_equal(hand[0], hand[1]);
    }
    assert_true(skipped > 10);
    assert_int_equal(decided[0] + decided[1], N);
    assert_true(decided[0] > N / 3 && decided[1] > N / 3);
    assert_int_equal(
        people_number(p,
                      "SELECT count(*) FROM message_feedback WHERE campaign_id = %" PRId64
                      " AND action = 'approved'",
                      campaign),
        N);
    assert_int_equal(
        people_number(p, "SELECT approved FROM campaign_count WHERE campaign_id = %" PRId64,
                      campaign),
        N);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(best_people_come_first),
                                       cmocka_unit_test(what_one_looks_at_nobody_else_gets),
                                       cmocka_unit_test(two_people_decide_each_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
