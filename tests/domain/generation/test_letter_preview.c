/* Letters that are only looked at: every step that is on, every variant; nothing is stored. */
#include "support/campaign/campaigns.h"

#include "domain/sequence/campaign_template.h"
#include "domain/generation/letter_preview.h"

static void
shows_every_letter_and_stores_none(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    int64_t campaign = campaigns_new(db, "Autumn"),
            contact = campaigns_person(db, campaign, "Ada", "Byron");
    struct campaign_template loaded;
    struct letter_brief brief;
    struct letter_preview *letters;
    size_t n;
    assert_done(db, campaign_template_load(&db->ctx, campaign, "three-angles", &loaded));
    assert_done(db, letter_brief_read(&db->ctx, campaign, &brief));
    assert_done(db, letter_preview(&db->ctx, &brief, contact, &letters, &n));
    assert_int_equal(n, 5);
    assert_int_equal(letters[2].variant, 3);
    assert_false(letters[0].written);
    const struct campaign_offer offer = {
        .language = "en", .does = "We keep a record of every step.", .ask = "Shall we talk?"};
    assert_done(db, campaign_offer_save(&db->ctx, campaign, &offer));
    assert_done(db, letter_brief_read(&db->ctx, campaign, &brief));
    assert_done(db, letter_preview(&db->ctx, &brief, contact, &letters, &n));
    assert_int_equal(n, 5);
    for (size_t i = 0; i < n; i++) {
        assert_true(letters[i].written);
        assert_true(*letters[i].letter.body);
        assert_int_equal(letters[i].letter.subject != NULL, i < 4);
    }
    assert_non_null(strstr(letters[0].letter.body, "We keep a record of every step."));
    assert_string_equal(letters[4].step->channel, "linkedin_message");
    assert_int_equal(
        campaigns_sql(db, "SELECT count(*) FROM message WHERE tenant_id = app.tenant()"), 0);
    campaigns_sql(db,
                  "UPDATE campaign_step SET is_on = false WHERE tenant_id = app.tenant() AND "
                  "campaign_id = %" PRId64 " AND position = 1 RETURNING 1",
                  campaign);
    assert_done(db, letter_brief_read(&db->ctx, campaign, &brief));
    assert_done(db, letter_preview(&db->ctx, &brief, contact, &letters, &n));
    assert_int_equal(n, 2);
    assert_fails(db, letter_preview(&db->ctx, &brief, contact + 1000, &letters, &n), ERR_NOT_FOUND);
    database_free(db);
}

/* A headline and the line below it are two things: a letter that quotes them as one reads as a machine's. */
static void
quotes_no_two_lines_as_one(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    int64_t campaign = campaigns_new(db, "Lines"),
            contact = campaigns_person(db, campaign, "Ada", "Byron");
    struct campaign_template loaded;
    struct letter_brief brief;
    struct letter_preview *letters;
    const struct campaign_offer offer = {.language = "en", .does = "We keep a record."};
    size_t n;
    campaigns_sql(
        db,
        "WITH c AS (INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) "
        "SELECT app.tenant(), 'Analytical', 'a', 'a', 'a', array_agg(0::smallint) FROM "
        "generate_series(1, 12) RETURNING tenant_id, company_id), s AS (INSERT INTO score "
        "(tenant_id, company_id, version, total, tier, signals, points, places, pages) SELECT "
        "tenant_id, company_id, 0, 20, 'A', '{ENT_READY}', '{20}', '{1}', 1 FROM c), e AS "
        "(INSERT INTO score_evidence (tenant_id, company_id, signal, place, url, before, found, "
        "after, places, percent) SELECT tenant_id, company_id, 'ENT_READY', 1, "
        "'https://analytical.example/product', E'For the finance team\n', 'Audit logging', "
        "' of every mail, and more…', 1, 100 FROM c) "
        "UPDATE contact p SET company_id = c.company_id FROM c WHERE p.tenant_id = c.tenant_id "
        "AND p.contact_id = %" PRId64 " RETURNING 1",
        contact);
    assert_done(db, campaign_template_load(&db->ctx, campaign, "three-angles", &loaded));
    assert_done(db, campaign_offer_save(&db->ctx, campaign, &offer));
    assert_done(db, letter_brief_read(&db->ctx, campaign, &brief));
    assert_done(db, letter_preview(&db->ctx, &brief, contact, &letters, &n));
    size_t quoted = 0;
    for (size_t i = 0; i < n; i++) {
        quoted += strstr(letters[i].letter.body, "Audit logging") != NULL;
        assert_null(strstr(letters[i].letter.body, "finance team"));
    }
    assert_true(quoted > 0);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_every_letter_and_stores_none),
                                       cmocka_unit_test(quotes_no_two_lines_as_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
