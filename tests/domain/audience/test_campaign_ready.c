/* Readiness by what the stages last said and by what the steps need. */
#include "domain/audience/campaigning.h"

#include "domain/audience/campaign_ready.h"

static struct campaign_readiness
sums(struct people *p, int64_t campaign)
{
    struct campaign_readiness found;
    people_begin(p, VI, p->kestrel);
    assert_ok(p, campaign_ready_sums(&p->app, campaign, &found));
    people_commit(p);
    return found;
}

static void
research_makes_ready(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft");
    int64_t company = campaigning_company(p, "One", "DE");
    int64_t ann = campaigning_contact(p, "ann", company), ben = campaigning_contact(p, "ben", 0);
    int64_t cy = campaigning_contact(p, "cy", company);
    campaigning_change(p, ben, "email = NULL, linkedin_url = NULL");
    campaigning_change(p, cy, "email_state = 6, linkedin_url = NULL");
    campaigning_join(p, campaign, ann);
    campaigning_join(p, campaign, ben);
    campaigning_join(p, campaign, cy);
    struct campaign_readiness found = sums(p, campaign);
    assert_int_equal(found.people, 3);
    assert_int_equal(found.missing, 1);
    assert_int_equal(found.no_way, 2); /* nothing is left to try: no company, a wrong address */
    static const char *const research[] = {"crawl", "facts", "score"};
    for (size_t i = 0; i < 3; i++)
        campaigning_stage(p, 1, company, research[i], i ? "no_match" : "partial");
    assert_int_equal(sums(p, campaign).missing, 1);
    campaigning_stage(p, 2, ann, "email_verify", "done");
    assert_int_equal(sums(p, campaign).ready, 1);
    /* A campaign of calls needs no address, but a phone. */
    campaigning_step(p, campaign, 1, "call", 0);
    found = sums(p, campaign);
    assert_int_equal(found.no_way, 3);
    campaigning_change(p, ben, "phone = '+4912345'");
    assert_int_equal(sums(p, campaign).ready, 1);
    people_free(p);
}

static void
research_runs_over_exactly_them(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft"), run_id;
    int64_t company = campaigning_company(p, "One", "DE"),
            done = campaigning_company(p, "Two", "DE");
    int64_t ann = campaigning_contact(p, "ann", company), ben = campaigning_contact(p, "ben", done);
    campaigning_join(p, campaign, ann);
    campaigning_join(p, campaign, ben);
    campaigning_stage(p, 1, done, "crawl", "done");
    campaigning_stage(p, 1, done, "facts", "done");
    campaigning_stage(p, 1, done, "score", "done");
    campaigning_stage(p, 2, ben, "email_verify", "done");
    campaigning_stage(p, 1, company, "crawl", "failed");
    struct pipeline_cost cost;
    size_t n;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_ready_estimate(&p->app, campaign, &cost, &n));
    assert_int_equal(n, 1);
    assert_int_equal(cost.n_stages, 4);
    assert_ok(p, campaign_ready_research(&p->app, campaign, &run_id));
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM pipeline_run WHERE run_id = %" PRId64
                                   " AND ids = ARRAY[%" PRId64
                                   "]::bigint[] AND title = 'Research for Nordic'",
                                   run_id, ann),
                     1);
    assert_string_equal(campaign_ready_words(p->arena, "crawl,email_find"),
                        "Crawl, E-mail finding");
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(research_makes_ready),
                                       cmocka_unit_test(research_runs_over_exactly_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
