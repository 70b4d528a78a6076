/* People of a campaign: listed, left out with what was written to them, put back, disqualified. */
#include "domain/audience/campaigning.h"

#include "domain/audience/campaign_person.h"

/* A message in a state; its campaign takes drafts. */
static void
add_message(struct people *p, int64_t campaign, int64_t step, int64_t contact, const char *state)
{
    people_number(
        p,
        "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, channel, position, "
        "rank, "
        "language, tone, formality, provider, state, approved_version, decided_at) VALUES (%" PRId64
        ", %" PRId64 ", %" PRId64 ", %" PRId64
        ", 'email', 1, 0, 'en', 'bold', 'formal', 'embedded', '%s', 1, now()) RETURNING 1",
        p->kestrel, campaign, step, contact, state);
}

static int64_t
messages(struct people *p, int64_t campaign, const char *state)
{
    return people_number(
        p, "SELECT count(*) FROM message WHERE campaign_id = %" PRId64 " AND state = '%s'",
        campaign, state);
}

static size_t
listed(struct people *p, int64_t campaign, struct campaign_person_wish wish,
       struct campaign_person **rows)
{
    size_t n;
    wish.state = wish.state ? wish.state : "";
    wish.search = wish.search ? wish.search : "";
    wish.after = wish.after ? wish.after : "";
    wish.most = wish.most ? wish.most : 100;
    people_begin(p, VI, p->kestrel);
    assert_ok(p, campaign_person_list(&p->app, campaign, &wish, rows, &n));
    people_commit(p);
    return n;
}

static void
people_are_left_out_and_come_back(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "review");
    int64_t step = campaigning_step(p, campaign, 1, "email", 0);
    int64_t company = campaigning_company(p, "One", "DE"), n;
    int64_t ids[3] = {campaigning_contact(p, "ann", company),
                      campaigning_contact(p, "ben", company),
                      campaigning_contact(p, "cy", company)};
    for (size_t i = 0; i < 3; i++)
        campaigning_join(p, campaign, ids[i]);
    add_message(p, campaign, step, ids[0], "draft");
    add_message(p, campaign, step, ids[1], "approved");
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_person_exclude(&p->app, campaign, ids, 2, "no", &n), ERR_INPUT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_person_exclude(&p->app, campaign, ids, 2, "Asked us to wait", &n));
    assert_int_equal(n, 2);
    people_commit(p);
    assert_int_equal(messages(p, campaign, "rejected"), 2);
    struct campaign_person *rows;
    assert_int_equal(listed(p, campaign, (struct campaign_person_wish){.state = "excluded"}, &rows),
                     2);
    assert_string_equal(rows[0].reason, "Asked us to wait");
    /* One is suppressed meanwhile and stays out. */
    database_script(
        p->db,
        arena_printf(p->arena,
                     "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES (%" PRId64
                     ", 'email', 'ben@%s.example', 'asked')",
                     p->kestrel, p->mark));
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_person_back(&p->app, campaign, ids, 3, NULL, &n));
    people_commit(p);
    assert_int_equal(n, 1);
    assert_int_equal(messages(p, campaign, "draft"), 1);
    assert_int_equal(messages(p, campaign, "rejected"), 1);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_person_remove(&p->app, campaign, ids, 3, &n), ERR_CONFLICT);
    people_free(p);
}

static void
the_list_is_searched_and_paged(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft");
    int64_t company = campaigning_company(p, "One", "DE"), n;
    int64_t ids[3] = {campaigning_contact(p, "cy", company), campaigning_contact(p, "ann", company),
                      campaigning_contact(p, "ben", company)};
    for (size_t i = 0; i < 3; i++)
        campaigning_join(p, campaign, ids[i]);
    struct campaign_person *rows;
    assert_int_equal(listed(p, campaign, (struct campaign_person_wish){.most = 2}, &rows), 2);
    assert_string_equal(rows[0].name, "ann Test");
    assert_string_equal(rows[0].company, "One");
    assert_string_equal(rows[0].of_company, "crawl,facts,score");
    assert_string_equal(rows[0].of_person, "email_verify");
    struct campaign_person_wish next = {.after = rows[1].sort_name, .after_id = rows[1].contact_id};
    assert_int_equal(listed(p, campaign, next, &rows), 1);
    assert_string_equal(rows[0].name, "cy Test");
    assert_int_equal(listed(p, campaign, (struct campaign_person_wish){.search = "BEN"}, &rows), 1);
    assert_int_equal(listed(p, campaign, (struct campaign_person_wish){.ready = 1}, &rows), 0);
    assert_int_equal(listed(p, campaign, (struct campaign_person_wish){.ready = 2}, &rows), 3);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_person_remove(&p->app, campaign, ids, 2, &n));
    people_commit(p);
    assert_int_equal(n, 2);
    assert_int_equal(listed(p, campaign, (struct campaign_person_wish){0}, &rows), 1);
    people_free(p);
}

static void
the_disqualified_leave_every_campaign(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t one = campaigning_campaign(p, "One", "review"),
            two = campaigning_campaign(p, "Two", "approved");
    int64_t over = campaigning_campaign(p, "Over", "finished");
    int64_t step = campaigning_step(p, two, 1, "email", 0);
    int64_t who = campaigning_contact(p, "ann", 0);
    campaigning_join(p, one, who);
    campaigning_join(p, two, who);
    campaigning_join(p, over, who);
    add_message(p, two, step, who, "approved");
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_person_disqualify(&p->app, who, "Is a competitor"));
    people_commit(p);
    assert_int_equal(messages(p, two, "rejected"), 1);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM campaign_person WHERE state = 'excluded' "
                                   "AND contact_id = %" PRId64,
                                   who),
                     2);
    assert_int_equal(
        people_number(
            p,
            "SELECT count(*) FROM contact WHERE status = 'disqualified' AND contact_id = %" PRId64,
            who),
        1);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM change WHERE tenant_id = %" PRId64
                                   " AND record_id = %" PRId64,
                                   p->kestrel, who),
                     1);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(people_are_left_out_and_come_back),
                                       cmocka_unit_test(the_list_is_searched_and_paged),
                                       cmocka_unit_test(the_disqualified_leave_every_campaign)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
