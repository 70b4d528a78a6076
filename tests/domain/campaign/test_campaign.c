/* Campaigns on a real database: making, changing, two people at once, deleting. */
#include "support/campaign/campaigns.h"

static void
begins_with_owner_sender_and_defaults(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct sender sender = {.name = "Hana Nova", .company = "Kestrel Works"};
    struct campaign campaign;
    struct campaign_counts counts;
    int64_t sender_id;
    assert_done(db, sender_save(&db->ctx, &sender, &sender_id));
    int64_t id = campaigns_new(db, "  Nordic   fintech ");
    assert_done(db, campaign_get(&db->ctx, id, &campaign));
    assert_string_equal(campaign.name, "Nordic fintech");
    assert_string_equal(campaign.state, "draft");
    assert_int_equal(campaign.owner_id, db->user);
    assert_string_equal(campaign.owner, "Hana Test");
    assert_int_equal(campaign.sender_id, sender_id);
    assert_int_equal(campaign.personalisation, 4);
    assert_null(campaign.starts_on);
    assert_done(db, campaign_counts(&db->ctx, id, &counts));
    assert_int_equal(counts.people + counts.draft, 0);
    int64_t person = campaigns_person(db, id, "Anna", "Berg");
    campaigns_person(db, id, "Ben", "Carr");
    int64_t step = campaigns_step(db, id, "email");
    assert_done(db, campaign_move(&db->ctx, id, "ready"));
    campaigns_decide(db, campaigns_message(db, id, step, person), true);
    assert_done(db, campaign_counts(&db->ctx, id, &counts));
    assert_int_equal(counts.people, 2);
    assert_int_equal(counts.approved, 1);
    database_free(db);
}

/* The field that the message stands at. */
static void
wrong(struct database *db, const struct campaign *settings, const char *field)
{
    int64_t id;
    assert_false(campaign_create(&db->ctx, settings, &id));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    assert_string_equal(db->ctx.err.field, field);
    err_clear(&db->ctx);
}

static void
says_which_field_is_wrong(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign good = campaign_defaults, bad;
    int64_t id;
    char long_text[2003];
    memset(long_text, 'x', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    good.name = "Good";
    bad = good, bad.name = " \t ", wrong(db, &bad, "name");
    bad = good, bad.instructions = long_text, wrong(db, &bad, "instructions");
    bad = good, bad.language = "tlh", wrong(db, &bad, "language");
    bad = good, bad.tone = "rude", wrong(db, &bad, "tone");
    bad = good, bad.formality = "", wrong(db, &bad, "formality");
    bad = good, bad.personalisation = 5, wrong(db, &bad, "personalisation");
    bad = good, bad.cooldown_days = 366, wrong(db, &bad, "cooldown_days");
    bad = good, bad.owner_id = 987654321, wrong(db, &bad, "owner_id");
    bad = good, bad.sender_id = 987654321, wrong(db, &bad, "sender_id");
    bad = good, bad.provider_id = 987654321, wrong(db, &bad, "provider_id");
    bad = good, bad.starts_on = "2020-01-31", wrong(db, &bad, "starts_on");
    long_text[2000] = '\0';
    good.instructions = long_text;
    assert_done(db, campaign_create(&db->ctx, &good, &id));
    database_free(db);
}

static void
lets_the_first_of_two_changes_win(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign mine, theirs, now;
    int64_t id = campaigns_new(db, "Shared");
    assert_done(db, campaign_get(&db->ctx, id, &mine));
    theirs = mine;
    mine.tone = "bold";
    assert_done(db, campaign_edit(&db->ctx, &mine));
    database_commit(db);
    database_begin(db);
    theirs.name = "Mine now";
    assert_fails(db, campaign_edit(&db->ctx, &theirs), ERR_CONFLICT);
    assert_done(db, campaign_get(&db->ctx, id, &now));
    assert_string_equal(now.name, "Shared");
    assert_string_equal(now.tone, "bold");
    assert_int_equal(now.version, 2);
    database_free(db);
}

/* In review the voice may change, for rewriting; who writes and in which language may not. */
static void
changes_only_what_its_state_allows(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign campaign;
    int64_t id = campaigns_new(db, "Late");
    campaigns_person(db, id, "Anna", "Berg");
    campaigns_step(db, id, "email");
    assert_done(db, campaign_move(&db->ctx, id, "ready"));
    assert_done(db, campaign_move(&db->ctx, id, "generating"));
    assert_done(db, campaign_move(&db->ctx, id, "review"));
    database_commit(db);
    database_begin(db);
    assert_done(db, campaign_get(&db->ctx, id, &campaign));
    campaign.tone = "casual";
    campaign.name = "Later";
    assert_done(db, campaign_edit(&db->ctx, &campaign));
    database_commit(db);
    database_begin(db);
    assert_done(db, campaign_get(&db->ctx, id, &campaign));
    assert_true(campaign.people_changed_ms > campaign.created_ms);
    campaign.language = "de";
    assert_fails(db, campaign_edit(&db->ctx, &campaign), ERR_CONFLICT);
    database_free(db);
}

static void
deletes_drafts_only(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign campaign;
    int64_t draft = campaigns_new(db, "Draft"), ready = campaigns_new(db, "Ready");
    campaigns_person(db, ready, "Anna", "Berg");
    campaigns_step(db, ready, "email");
    assert_done(db, campaign_move(&db->ctx, ready, "ready"));
    assert_done(db, campaign_delete(&db->ctx, draft));
    database_commit(db);
    database_begin(db);
    assert_fails(db, campaign_get(&db->ctx, draft, &campaign), ERR_NOT_FOUND);
    assert_fails(db, campaign_delete(&db->ctx, draft), ERR_NOT_FOUND);
    assert_fails(db, campaign_delete(&db->ctx, ready), ERR_CONFLICT);
    assert_string_equal(
        database_value(db, arena_printf(db->arena,
                                        "SELECT action || ' ' || subject FROM audit WHERE "
                                        "tenant_id = %" PRId64 " ORDER BY audit_id DESC LIMIT 1",
                                        db->tenant)),
        "campaign_delete Draft");
    database_free(db);
}

/* Whoever writes messages holds the counts and refers to the campaign; whoever moves the campaign holds it
 * and wants the counts: they must not wait for each other. */
static void
writers_refer_to_one_that_is_held(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign campaign;
    int64_t id = campaigns_new(db, "Held");
    database_commit(db);
    database_begin(db);
    assert_done(db, campaign_lock(&db->ctx, id, &campaign));
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "WITH c AS (SELECT FROM campaign WHERE campaign_id = "
                                         "%" PRId64 " FOR KEY SHARE NOWAIT) SELECT count(*) FROM c",
                                         id)),
        1);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_with_owner_sender_and_defaults),
        cmocka_unit_test(writers_refer_to_one_that_is_held),
        cmocka_unit_test(says_which_field_is_wrong),
        cmocka_unit_test(lets_the_first_of_two_changes_win),
        cmocka_unit_test(changes_only_what_its_state_allows),
        cmocka_unit_test(deletes_drafts_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
