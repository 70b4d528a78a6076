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

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_every_letter_and_stores_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
