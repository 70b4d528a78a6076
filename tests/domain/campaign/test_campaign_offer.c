/* Offers of a campaign on a real database: one a language, whole or not at all. */
#include "support/campaign/campaigns.h"

#include "domain/campaign/campaign_offer.h"

static void
keeps_one_offer_a_language(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign_offer *offers, offer = {.language = "de", .does = "Wir  prüfen Rechnungen. "};
    size_t n;
    int64_t id = campaigns_new(db, "Offers");
    assert_done(db, campaign_offer_save(&db->ctx, id, &offer));
    offer = (struct campaign_offer){.language = "en",
                                    .does = "We check invoices.",
                                    .proof_url = "kestrel.example/case",
                                    .ask = "May I show you?"};
    assert_done(db, campaign_offer_save(&db->ctx, id, &offer));
    assert_done(db, campaign_offers(&db->ctx, id, &offers, &n));
    assert_int_equal(n, 2);
    assert_string_equal(offers[0].language, "en");
    assert_string_equal(offers[0].proof_url, "https://kestrel.example/case");
    assert_null(offers[0].proof);
    assert_string_equal(offers[1].does, "Wir prüfen Rechnungen.");
    offer = (struct campaign_offer){.language = "de", .does = " "};
    assert_done(db, campaign_offer_save(&db->ctx, id, &offer));
    assert_done(db, campaign_offers(&db->ctx, id, &offers, &n));
    assert_int_equal(n, 1);
    database_free(db);
}

static void
says_which_sentence_is_wrong(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    static const struct {
        struct campaign_offer offer;
        const char *field;
    } cases[] = {
        {{.language = "xx", .does = "We do."},                                    "language" },
        {{.language = "en", .ask = "May I call?"},                                "does"     },
        {{.language = "en", .does = "We do.", .proof_url = "not an address"},     "proof_url"},
        {{.language = "en", .does = "We do.", .proof_url = "javascript:alert()"}, "proof_url"},
    };
    int64_t id = campaigns_new(db, "Offers");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(campaign_offer_save(&db->ctx, id, &cases[i].offer));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        assert_string_equal(db->ctx.err.field, cases[i].field);
        err_clear(&db->ctx);
    }
    assert_done(db, campaign_move(&db->ctx, id, "archived"));
    database_commit(db);
    database_begin(db);
    const struct campaign_offer good = {.language = "en", .does = "We do."};
    assert_fails(db, campaign_offer_save(&db->ctx, id, &good), ERR_CONFLICT);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_one_offer_a_language),
        cmocka_unit_test(says_which_sentence_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
