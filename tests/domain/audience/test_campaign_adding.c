/* Adding people on a real database: exact counts first, who never gets in, at once and by a job. */
#include "domain/audience/campaigning.h"

#include "domain/audience/campaign_adding.h"
#include "domain/campaign/campaign.h"
#include "domain/suppression/suppression.h"

static struct campaign_adding_preview
preview(struct people *p, int64_t adding)
{
    struct campaign_adding_preview found;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_preview(&p->app, adding, &found));
    people_commit(p);
    return found;
}

static int64_t
ask(struct people *p, int64_t campaign, const struct campaign_adding_choice *choice)
{
    int64_t adding;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_ask(&p->app, campaign, choice, &adding));
    people_commit(p);
    return adding;
}

static int64_t
people_in(struct people *p, int64_t campaign)
{
    return people_number(p, "SELECT people FROM campaign_count WHERE campaign_id = %" PRId64,
                         campaign);
}

/* One of each kind, and two who may. */
static void
everybody_is_counted_once(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft");
    int64_t other = campaigning_campaign(p, "Baltic", "review");
    int64_t draft = campaigning_campaign(p, "Only a draft", "draft");
    int64_t good = campaigning_company(p, "Good", "DE"), bad = campaigning_company(p, "Bad", "DE");
    int64_t out = campaigning_company(p, "Out", "DE"),
            barred = campaigning_company(p, "Barred", "DE");
    database_script(
        p->db,
        arena_printf(
            p->arena,
            "UPDATE company SET status = 'disqualified', codes[6] = 6 WHERE company_id = %" PRId64,
            bad));
    people_number(
        p,
        "INSERT INTO triage (tenant_id, company_id, ruled, reasons, rules_version) VALUES (%" PRId64
        ", %" PRId64 ", 3, '[]', 0) RETURNING 1",
        p->kestrel, out);
    int64_t ids[12];
    static const char *const names[] = {"fit",    "busy",         "already", "deleted",
                                        "erased", "mail",         "hash",    "domain",
                                        "unfit",  "unfitcompany", "triaged", "twin"};
    for (size_t i = 0; i < 12; i++)
        ids[i] = campaigning_contact(p, names[i],
                                     i == 7    ? barred
                                     : i == 9  ? bad
                                     : i == 10 ? out
                                               : good);
    campaigning_join(p, other, ids[1]);
    campaigning_join(p, draft, ids[0]); /* a draft keeps nobody away */
    campaigning_join(p, campaign, ids[2]);
    campaigning_change(p, ids[3], "deleted_at = now()");
    campaigning_change(p, ids[4], "erased_at = now()");
    campaigning_change(p, ids[8], "status = 'disqualified', codes[5] = 7");
    campaigning_change(p, ids[11], arena_printf(p->arena, "duplicate_of = %" PRId64, ids[0]));
    const char *hash;
    assert_ok(p,
              suppression_hash(&p->app, arena_printf(p->arena, "hash@%s.example", p->mark), &hash));
    database_script(
        p->db,
        arena_printf(p->arena,
                     "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES (%" PRId64
                     ", 'email', 'mail@%s.example', 'asked'), "
                     "(%" PRId64 ", 'hash', '%s', 'erased'), (%" PRId64
                     ", 'domain', 'barred.example', 'asked')",
                     p->kestrel, p->mark, p->kestrel, hash, p->kestrel));
    int64_t twice[14];
    memcpy(twice, ids, sizeof ids);
    twice[12] = ids[0];
    twice[13] = 987654321;
    int64_t adding =
        ask(p, campaign, &(struct campaign_adding_choice){RECORD_CONTACT, "", twice, 14, "picked"});
    struct campaign_adding_preview found = preview(p, adding);
    assert_int_equal(found.chosen, 13);
    assert_int_equal(found.fit, 2);
    assert_int_equal(found.busy, 1);
    assert_int_equal(found.already, 1);
    assert_int_equal(found.gone, 3);
    assert_int_equal(found.suppressed, 3);
    assert_int_equal(found.disqualified, 1);
    assert_int_equal(found.company, 1);
    assert_int_equal(found.triage, 1);
    assert_int_equal(found.duplicate, 1);
    /* Somebody changed the world between the look and the click. */
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_adding_confirm(&p->app, adding, true, 5), ERR_CONFLICT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_confirm(&p->app, adding, true, 2));
    people_commit(p);
    assert_int_equal(people_in(p, campaign), 2);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_adding_confirm(&p->app, adding, false, 2), ERR_CONFLICT);
    /* With those of other campaigns, then taken back. */
    adding =
        ask(p, campaign, &(struct campaign_adding_choice){RECORD_CONTACT, "", ids, 12, "picked"});
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_confirm(&p->app, adding, false, 1));
    people_commit(p);
    assert_int_equal(people_in(p, campaign), 3);
    int64_t n;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_undo(&p->app, adding, &n));
    people_commit(p);
    assert_int_equal(n, 1);
    assert_int_equal(people_in(p, campaign), 2);
    people_free(p);
}

static void
filters_and_companies_stand_for_people(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft");
    int64_t one = campaigning_company(p, "One", "DE"), two = campaigning_company(p, "Two", "FR");
    campaigning_contact(p, "ann", one);
    campaigning_contact(p, "ben", one);
    campaigning_contact(p, "cy", two);
    struct campaign_adding_choice by_company = {
        RECORD_CONTACT, arena_printf(p->arena, "company=%" PRId64, one), NULL, 0, "company"};
    assert_int_equal(preview(p, ask(p, campaign, &by_company)).fit, 2);
    struct campaign_adding_choice by_name = {RECORD_CONTACT, "q=cy", NULL, 0, "filter"};
    assert_int_equal(preview(p, ask(p, campaign, &by_name)).fit, 1);
    struct campaign_adding_choice companies = {
        RECORD_COMPANY, "", (int64_t[]){one, two},
          2, "picked"
    };
    int64_t adding = ask(p, 0, &companies);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_choose(&p->app, adding, campaign));
    people_commit(p);
    assert_int_equal(preview(p, adding).fit, 3);
    people_begin(p, ED, p->kestrel);
    int64_t ignored;
    assert_refused(p,
                   campaign_adding_ask(&p->app, campaign,
                                       &(struct campaign_adding_choice){
                                           RECORD_CONTACT, "nonsense=1", NULL, 0, "filter"},
                                       &ignored),
                   ERR_INPUT);
    /* A campaign in review takes nobody. */
    int64_t review = campaigning_campaign(p, "Late", "review");
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_adding_choose(&p->app, adding, review), ERR_CONFLICT);
    /* Another workspace sees nothing of it. */
    struct campaign_adding theirs;
    people_begin(p, BO, p->atlas);
    assert_refused(p, campaign_adding_get(&p->app, adding, &theirs), ERR_NOT_FOUND);
    people_free(p);
}

/* Twenty thousand go through a job, and no page waits for them. */
static void
many_are_a_job(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Large", "draft");
    database_script(
        p->db, arena_printf(
                   p->arena,
                   "INSERT INTO contact (tenant_id, last_name, name_key, search, sort_name, email, "
                   "codes) SELECT %" PRId64
                   ", 'n' || i, 'n' || i, 'n' || i, 'n' || i, 'n' || i || '@x.example', "
                   "'{0,0,0,1,0,0,0,0,0,0,0,0}' FROM generate_series(1, 20000) i; ANALYZE contact",
                   p->kestrel));
    int64_t adding =
        ask(p, campaign, &(struct campaign_adding_choice){RECORD_CONTACT, "", NULL, 0, "filter"});
    assert_int_equal(preview(p, adding).fit, 20000);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_confirm(&p->app, adding, false, 20000));
    people_commit(p);
    assert_int_equal(people_in(p, campaign), 0);
    struct campaign_adding found;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_get(&p->app, adding, &found));
    people_commit(p);
    assert_string_equal(found.state, "waiting");
    campaigning_work(p, found.job_id);
    assert_int_equal(people_in(p, campaign), 20000);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_adding_get(&p->app, adding, &found));
    people_commit(p);
    assert_string_equal(found.state, "done");
    assert_int_equal(found.added, 20000);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(everybody_is_counted_once),
                                       cmocka_unit_test(filters_and_companies_stand_for_people),
                                       cmocka_unit_test(many_are_a_job)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
