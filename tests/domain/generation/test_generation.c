/* Writing a campaign's messages on a real PostgreSQL: who gets which, in which language and variant; broken
 * off and gone on with; what could not be written and why; money. */
#include "domain/generation/writing.h"

#include "domain/pipeline/ledger.h"
#include "domain/pipeline/stage_write.h"
#include "domain/writing/letter.h"

enum { ALL = 1000 };

static void
writes_by_the_ways_there_are(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "choose");
    writing_step(db, campaign, "email", 1);
    writing_step(db, campaign, "linkedin_message", 1);
    writing_step(db, campaign, "email", 1);
    int64_t ann = writing_people(db, campaign, 8);
    database_script(
        db,
        arena_printf(
            db->arena,
            "UPDATE contact SET language = 'Deutsch' WHERE contact_id = %" PRId64
            "; UPDATE contact SET linkedin_url = NULL, language = 'fr' WHERE contact_id = %" PRId64
            "; UPDATE contact SET email = NULL, linkedin_url = NULL WHERE contact_id = %" PRId64
            "; UPDATE contact SET email_state = 6 WHERE contact_id = %" PRId64
            "; UPDATE contact SET status = 'disqualified', codes[5] = 7 WHERE contact_id = %" PRId64
            "; INSERT INTO suppression (tenant_id, kind, value, reason) SELECT tenant_id, 'email', "
            "email, 'asked' FROM contact WHERE contact_id = %" PRId64
            "; UPDATE campaign_person SET skip_channels = '{email}' WHERE contact_id = %" PRId64
            "; UPDATE contact SET deleted_at = now() WHERE contact_id = %" PRId64,
            ann, ann + 1, ann + 2, ann + 3, ann + 4, ann + 5, ann + 6, ann + 7));
    struct generation_estimate estimate;
    database_begin(db);
    assert_true(generation_estimate(&db->ctx, campaign, &estimate));
    database_commit(db);
    assert_null(estimate.missing);
    assert_int_equal(estimate.people, 7);
    assert_int_equal(estimate.unreachable, 1);
    assert_int_equal(estimate.cost_micros, 0);
    writing_start(db, campaign);
    assert_string_equal(writing_state(db, campaign), "generating");
    writing_work(db, ALL);
    assert_string_equal(writing_state(db, campaign), "review");
    assert_string_equal(writing_person(db, campaign, ann), "written");
    assert_string_equal(writing_person(db, campaign, ann + 1),
                        "written: Left out: Step 2 (no LinkedIn profile).");
    assert_string_equal(writing_person(db, campaign, ann + 2),
                        "failed: No step can reach them: Step 1 (no e-mail address), Step 2 (no "
                        "LinkedIn profile), Step 3 (no e-mail address).");
    assert_string_equal(
        writing_person(db, campaign, ann + 3),
        "written: Left out: Step 1 (the e-mail address is known to be wrong), Step 3 "
        "(the e-mail address is known to be wrong).");
    assert_string_equal(writing_person(db, campaign, ann + 4), "excluded: They are disqualified.");
    assert_string_equal(writing_person(db, campaign, ann + 5),
                        "excluded: They are on the suppression list.");
    assert_string_equal(writing_person(db, campaign, ann + 6),
                        "written: Left out: Step 1 (left out for them), Step 3 (left out for "
                        "them).");
    assert_string_equal(writing_person(db, campaign, ann + 7),
                        "excluded: The contact has been deleted.");
    /* in their own language where something is offered in it, else in the campaign's */
    assert_string_equal(writing_text(db,
                                     "SELECT string_agg(DISTINCT contact_id - %" PRId64
                                     " || language, ' ') FROM message WHERE campaign_id = %" PRId64,
                                     ann, campaign),
                        letter_speaks("de") ? "0de 1en 3en 6en" : "0en 1en 3en 6en");
    assert_int_equal(writing_messages(db, campaign), 7);
    assert_int_equal(
        0, writing_sql(db,
                       "SELECT count(*) FROM message m LEFT JOIN message_version v USING "
                       "(tenant_id, message_id) WHERE m.campaign_id = %" PRId64
                       " AND (v.body IS NULL OR m.subject_start IS NULL OR (m.channel = 'email') "
                       "<> (v.subject IS NOT NULL) OR v.claims = '[]' OR m.provider <> "
                       "'embedded')",
                       campaign));
    database_free(db);
}

static void
goes_on_where_it_was_cancelled(void **state)
{
    (void)state;
    enum { PEOPLE = 250, STEPS = 2 };
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "choose"), run;
    writing_step(db, campaign, "email", 1);
    writing_step(db, campaign, "linkedin_connect", 1);
    writing_people(db, campaign, PEOPLE);
    writing_start(db, campaign);
    writing_work(db, 1);
    int64_t some = writing_messages(db, campaign);
    assert_true(some > 0 && some < PEOPLE * STEPS);
    database_begin(db);
    assert_true(generation_cancel(&db->ctx, campaign));
    database_commit(db);
    assert_string_equal(writing_state(db, campaign), "ready");
    writing_work(db, ALL);
    assert_int_equal(writing_messages(db, campaign), some);
    writing_start(db, campaign);
    /* Not twice at once. */
    database_begin(db);
    assert_false(generation_start(&db->ctx, campaign, &run));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    writing_work(db, ALL);
    assert_string_equal(writing_state(db, campaign), "review");
    assert_int_equal(writing_messages(db, campaign), PEOPLE * STEPS);
    assert_int_equal(PEOPLE, writing_sql(db,
                                         "SELECT written FROM campaign_count WHERE campaign_id = "
                                         "%" PRId64,
                                         campaign));
    database_free(db);
}

/* What a worker wrote that died before it could say so is written again and stored once. */
static void
stores_once_what_is_written_twice(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "choose");
    writing_step(db, campaign, "email", 3);
    int64_t ann = writing_people(db, campaign, 1), run = writing_start(db, campaign);
    struct stage_item items[2] = {
        {.record_id = ann, .attempts = 1},
        {.record_id = ann, .attempts = 2}
    };
    for (size_t i = 0; i < 2; i++) {
        struct stage_batch batch = {.stage = &stage_write,
                                    .tenant_id = db->tenant,
                                    .run_id = run,
                                    .items = &items[i],
                                    .n_items = 1,
                                    .beat = 1e18};
        if (!stage_write.work(&db->ctx, &batch))
            fail_msg("%s", db->ctx.err.message);
    }
    for (size_t i = 0; i < 2; i++) {
        struct stage_batch batch = {
            .stage = &stage_write, .run_id = run, .items = &items[i], .n_items = 1};
        database_begin(db);
        if (!stage_write.write(&db->ctx, &batch))
            fail_msg("%s", db->ctx.err.message);
        database_commit(db);
    }
    assert_int_equal(writing_messages(db, campaign), 3);
    assert_string_equal(writing_text(db,
                                     "SELECT string_agg(variant || angle, ' ' ORDER BY variant) "
                                     "FROM message WHERE campaign_id = %" PRId64,
                                     campaign),
                        "1pain 2opportunity 3social_proof");
    assert_int_equal(3, writing_sql(db,
                                    "SELECT count(*) FROM message_version v JOIN message m USING "
                                    "(tenant_id, message_id) WHERE m.campaign_id = %" PRId64,
                                    campaign));
    database_free(db);
}

static void
splits_people_evenly(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "split");
    writing_step(db, campaign, "email", 3);
    writing_step(db, campaign, "linkedin_message", 2);
    writing_people(db, campaign, 100);
    writing_start(db, campaign);
    writing_work(db, ALL);
    assert_int_equal(writing_messages(db, campaign), 200);
    assert_string_equal(
        writing_text(db,
                     "SELECT min(n) || ' ' || max(n) || ' ' || count(*) FROM (SELECT variant, "
                     "count(*) AS n FROM campaign_person WHERE campaign_id = %" PRId64
                     " GROUP BY variant) v",
                     campaign),
        "33 34 3");
    assert_int_equal(
        0, writing_sql(db,
                       "SELECT count(*) FROM message m JOIN campaign_person p USING (tenant_id, "
                       "campaign_id, contact_id) WHERE m.campaign_id = %" PRId64
                       " AND m.variant <> CASE m.position WHEN 1 THEN p.variant ELSE (p.variant - "
                       "1) %% 2 + 1 END",
                       campaign));
    database_free(db);
}

static void
says_what_is_missing(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "choose"), run;
    int64_t step = writing_step(db, campaign, "email", 1);
    const struct {
        const char *change, *says;
    } cases[] = {
        {"language = 'fr'",
         letter_speaks("fr") ? "what you offer is not written" : "only a language model"},
        {"language = 'pl'",                "only a language model"                      },
        {"language = NULL, is_on = false", "No step is on"                              },
        {"is_on = true",                   "Nobody is left"                             },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        writing_sql(db, "UPDATE campaign_step SET %s WHERE step_id = %" PRId64 " RETURNING 1",
                    cases[i].change, step);
        database_begin(db);
        assert_false(generation_start(&db->ctx, campaign, &run));
        assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
        if (!strstr(db->ctx.err.message, cases[i].says))
            fail_msg("%s", db->ctx.err.message);
        db_rollback(&db->ctx);
        err_clear(&db->ctx);
    }
    database_free(db);
}

/* Those whose research is missing are left for later where the campaign wants it so. */
static void
leaves_those_who_are_not_ready(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "choose");
    writing_step(db, campaign, "linkedin_message", 1);
    int64_t ann = writing_people(db, campaign, 2);
    database_script(
        db, arena_printf(db->arena,
                         "UPDATE campaign SET skip_unready = true WHERE campaign_id = %" PRId64
                         "; INSERT INTO stage_latest (tenant_id, entity, record_id, stage, result, "
                         "run_id, at) SELECT tenant_id, 1, company_id, s, 'done', 1, now() FROM "
                         "contact CROSS JOIN unnest('{crawl,facts,score}'::text[]) s WHERE "
                         "contact_id = %" PRId64,
                         campaign, ann));
    struct generation_estimate estimate;
    database_begin(db);
    assert_true(generation_estimate(&db->ctx, campaign, &estimate));
    database_commit(db);
    assert_int_equal(estimate.people, 1);
    assert_int_equal(estimate.left, 1);
    assert_int_equal(estimate.messages, 1);
    writing_start(db, campaign);
    writing_work(db, ALL);
    assert_string_equal(writing_person(db, campaign, ann), "written");
    assert_string_equal(writing_person(db, campaign, ann + 1),
                        "waiting: Left for later: research is missing.");
    database_free(db);
}

/* What failed says why, the campaign is ready again when nothing is there, and trying again goes on. */
static void
tries_again_what_failed(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = writing_campaign(db, "choose"), n;
    writing_step(db, campaign, "email", 1);
    int64_t ann = writing_people(db, campaign, 3);
    writing_start(db, campaign);
    writing_sql(db, "DELETE FROM campaign_offer WHERE campaign_id = %" PRId64 " RETURNING 1",
                campaign);
    writing_work(db, ALL);
    assert_string_equal(writing_state(db, campaign), "ready");
    assert_non_null(
        strstr(writing_person(db, campaign, ann), "failed: \"Step 1\": what you offer"));
    writing_sql(db,
                "INSERT INTO campaign_offer (tenant_id, campaign_id, language, does) VALUES "
                "(%" PRId64 ", %" PRId64 ", 'en', 'We check invoices.') RETURNING 1",
                db->tenant, campaign);
    database_begin(db);
    assert_true(generation_retry(&db->ctx, campaign, "no_offer", &n));
    database_commit(db);
    assert_int_equal(n, 3);
    assert_string_equal(writing_state(db, campaign), "generating");
    writing_work(db, ALL);
    assert_string_equal(writing_state(db, campaign), "review");
    assert_string_equal(writing_person(db, campaign, ann + 2), "written");
    assert_int_equal(writing_messages(db, campaign), 3);
    /* Once the messages are approved, nothing is written to the campaign any more. */
    writing_sql(db,
                "UPDATE message SET state = 'approved', approved_version = 1, decided_at = now() "
                "WHERE campaign_id = %" PRId64 " RETURNING 1",
                campaign);
    writing_sql(db,
                "WITH k AS (INSERT INTO campaign_check (tenant_id, campaign_id, people) VALUES "
                "(%" PRId64 ", %" PRId64 ", 3) RETURNING check_id) UPDATE campaign SET check_id = "
                "k.check_id, state = 'approved' FROM k WHERE campaign_id = %" PRId64 " RETURNING 1",
                db->tenant, campaign, campaign);
    writing_sql(db,
                "UPDATE stage_result SET result = 'failed' WHERE tenant_id = %" PRId64
                " AND record_id = %" PRId64 " RETURNING 1",
                db->tenant, ann);
    database_begin(db);
    assert_false(generation_retry(&db->ctx, campaign, "", &n));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_by_the_ways_there_are),
        cmocka_unit_test(goes_on_where_it_was_cancelled),
        cmocka_unit_test(stores_once_what_is_written_twice),
        cmocka_unit_test(splits_people_evenly),
        cmocka_unit_test(says_what_is_missing),
        cmocka_unit_test(leaves_those_who_are_not_ready),
        cmocka_unit_test(tries_again_what_failed),
    };
    claiming_alone();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
