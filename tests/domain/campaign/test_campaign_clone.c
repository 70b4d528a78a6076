/* Clones of campaigns on a real database: what comes along and what they are called. */
#include "support/campaign/campaigns.h"

#include "domain/campaign/campaign_clone.h"
#include "domain/campaign/campaign_list.h"
#include "domain/campaign/campaign_offer.h"

static void
takes_settings_offers_and_steps_along(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    const struct campaign_offer offer = {.language = "de", .does = "Wir prüfen Rechnungen."};
    struct campaign_row *rows;
    struct campaign campaign;
    size_t n;
    int64_t clone, id = campaigns_new(db, "Nordic");
    assert_done(db, campaign_get(&db->ctx, id, &campaign));
    campaign.tone = "bold";
    campaign.starts_on = "2099-01-31";
    assert_done(db, campaign_edit(&db->ctx, &campaign));
    assert_done(db, campaign_offer_save(&db->ctx, id, &offer));
    int64_t person = campaigns_person(db, id, "Anna", "Berg");
    int64_t step = campaigns_step(db, id, "email");
    campaigns_step(db, id, "linkedin_connect");
    assert_done(db, campaign_move(&db->ctx, id, "ready"));
    campaigns_message(db, id, step, person);
    assert_done(db, campaign_clone(&db->ctx, id, "", &clone));
    assert_done(db, campaign_get(&db->ctx, clone, &campaign));
    assert_string_equal(campaign.name, "Nordic (Copy)");
    assert_string_equal(campaign.state, "draft");
    assert_string_equal(campaign.tone, "bold");
    assert_null(campaign.starts_on);
    const struct campaign_filter named = {.search = "(copy"};
    assert_done(db, campaign_list(&db->ctx, campaign_tabs, &named, "name", 10, 0, &rows, &n));
    assert_int_equal(n, 1);
    assert_int_equal(rows->steps, 2);
    assert_true(rows->email && rows->linkedin && !rows->call);
    assert_int_equal(rows->counts.people + rows->counts.draft, 0);
    struct campaign_offer *offers;
    assert_done(db, campaign_offers(&db->ctx, clone, &offers, &n));
    assert_int_equal(n, 1);
    assert_string_equal(offers->does, offer.does);
    database_free(db);
}

static void
counts_copies_of_one_name(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    const char *name;
    char most[CAMPAIGN_NAME_MOST + 1];
    int64_t clone, id = campaigns_new(db, "Nordic");
    assert_done(db, campaign_clone(&db->ctx, id, "", &clone));
    assert_done(db, campaign_clone(&db->ctx, clone, "", &clone));
    assert_done(db, campaign_clone_name(&db->ctx, clone, &name));
    assert_string_equal(name, "Nordic (Copy 3)");
    assert_done(db, campaign_delete(&db->ctx, clone));
    assert_done(db, campaign_clone_name(&db->ctx, id, &name));
    assert_string_equal(name, "Nordic (Copy 2)");
    memset(most, 'x', sizeof most - 1);
    most[sizeof most - 1] = '\0';
    assert_done(db, campaign_clone(&db->ctx, campaigns_new(db, most), "", &clone));
    assert_done(db, campaign_clone(&db->ctx, campaigns_new(db, "Deal (Copy of it)"), "", &clone));
    struct campaign campaign;
    assert_done(db, campaign_get(&db->ctx, clone, &campaign));
    assert_string_equal(campaign.name, "Deal (Copy of it) (Copy)");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_settings_offers_and_steps_along),
        cmocka_unit_test(counts_copies_of_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
