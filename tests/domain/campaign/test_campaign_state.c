/* States of campaigns on a real database: every pair of them against the domain and the database, and
 * what people read where a gate is shut. */
#include "support/campaign/campaigns.h"

#define STATE_SQL(db, id, state)                                                                   \
    campaigns_sql(                                                                                 \
        (db),                                                                                      \
        "UPDATE campaign SET state = '%s' WHERE tenant_id = app.tenant() AND campaign_id "         \
        "= %" PRId64 " RETURNING 1",                                                               \
        (state), (id))

/* A way to each state over moves that are allowed. */
static void
bring_to(struct database *db, int64_t id, const char *state)
{
    static const struct {
        const char *state, *way[6];
    } ways[] = {
        {"draft",      {NULL}                                                            },
        {"ready",      {"ready"}                                                         },
        {"generating", {"ready", "generating"}                                           },
        {"review",     {"ready", "generating", "review"}                                 },
        {"approved",   {"ready", "generating", "review", "approved"}                     },
        {"sending",    {"ready", "generating", "review", "approved", "sending"}          },
        {"paused",     {"ready", "generating", "review", "approved", "sending", "paused"}},
        {"finished",   {"ready", "generating", "review", "approved", "finished"}         },
        {"archived",   {"archived"}                                                      },
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (!strcmp(ways[i].state, state))
            for (size_t step = 0; step < 6 && ways[i].way[step]; step++)
                STATE_SQL(db, id, ways[i].way[step]);
}

/* A campaign with all that any gate asks for. */
static int64_t
complete(struct database *db)
{
    int64_t id = campaigns_new(db, "Walk");
    int64_t step = campaigns_step(db, id, "email");
    int64_t contact = campaigns_person(db, id, "Anna", "Berg");
    campaigns_check(db, id, 0);
    STATE_SQL(db, id, "ready");
    campaigns_decide(db, campaigns_message(db, id, step, contact), true);
    STATE_SQL(db, id, "draft");
    return id;
}

/* The domain says yes exactly where the database does, and both do as they say. */
static void
walks_every_pair_of_states(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    size_t allowed = 0;
    for (const struct campaign_state *from = campaign_states; from->name; from++)
        for (const struct campaign_state *to = campaign_states; to->name; to++) {
            bool may = campaign_may(from->name, to->name);
            bool database = campaigns_sql(db, "SELECT app.campaign_may('%s', '%s')::integer",
                                          from->name, to->name) != 0;
            if (may != database)
                fail_msg("%s to %s: domain %d, database %d", from->name, to->name, may, database);
            allowed += may;
            int64_t id = complete(db);
            struct campaign campaign;
            bring_to(db, id, from->name);
            if (may) {
                assert_done(db, campaign_move(&db->ctx, id, to->name));
                assert_done(db, campaign_get(&db->ctx, id, &campaign));
                assert_string_equal(campaign.state, to->name);
                if (!strcmp(to->name, "approved"))
                    assert_int_equal(campaign.approved_by, db->user);
                database_commit(db);
                database_begin(db);
                continue;
            }
            database_commit(db);
            database_begin(db);
            assert_fails(db, campaign_move(&db->ctx, id, to->name), ERR_CONFLICT);
            if (from == to)
                continue;
            struct db_table table;
            assert_false(db_table_composed(
                &db->ctx,
                arena_printf(db->arena,
                             "UPDATE campaign SET state = '%s' WHERE tenant_id = app.tenant() AND "
                             "campaign_id = %" PRId64,
                             to->name, id),
                DB_NO_ARGS, &table));
            assert_string_equal(db_constraint(&db->ctx), "campaign_move");
            err_clear(&db->ctx);
            db_rollback(&db->ctx);
            database_begin(db);
        }
    assert_int_equal(allowed, 19);
    database_free(db);
}

/* Moves that the domain refuses with a sentence, the gate in the database refuses, too. */
static void
refused(struct database *db, int64_t id, const char *to, const char *constraint, const char *words)
{
    struct db_table table;
    database_commit(db);
    database_begin(db);
    assert_false(campaign_move(&db->ctx, id, to));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    if (!strstr(db->ctx.err.message, words))
        fail_msg("%s", db->ctx.err.message);
    err_clear(&db->ctx);
    if (!constraint)
        return;
    assert_false(db_table_composed(&db->ctx,
                                   arena_printf(db->arena,
                                                "UPDATE campaign SET state = '%s' WHERE tenant_id "
                                                "= app.tenant() AND campaign_id = %" PRId64,
                                                to, id),
                                   DB_NO_ARGS, &table));
    assert_string_equal(db_constraint(&db->ctx), constraint);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    database_begin(db);
}

static void
says_what_is_missing(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    int64_t id = campaigns_new(db, "Gates");
    refused(db, id, "ready", "campaign_ready", "neither people nor steps");
    int64_t step = campaigns_step(db, id, "email");
    refused(db, id, "ready", "campaign_ready", "Add people");
    int64_t contact = campaigns_person(db, id, "Anna", "Berg");
    int64_t other = campaigns_person(db, id, "Ben", "Carr");
    campaigns_sql(db, "UPDATE campaign_step SET is_on = false WHERE tenant_id = app.tenant() "
                      "RETURNING 1");
    refused(db, id, "ready", "campaign_ready", "Add a step");
    campaigns_sql(db, "UPDATE campaign_step SET is_on = true WHERE tenant_id = app.tenant() "
                      "RETURNING 1");
    bring_to(db, id, "generating");
    int64_t one = campaigns_message(db, id, step, contact);
    int64_t two = campaigns_message(db, id, step, other);
    STATE_SQL(db, id, "review");
    refused(db, id, "approved", "campaign_drafts", "2 messages are not decided");
    campaigns_decide(db, one, false);
    refused(db, id, "approved", "campaign_drafts", "1 message is not decided");
    campaigns_decide(db, two, false);
    refused(db, id, "approved", "campaign_drafts", "No message is approved");
    campaigns_sql(
        db, "UPDATE message SET state = 'draft' WHERE message_id = %" PRId64 " RETURNING 1", two);
    campaigns_decide(db, two, true);
    /* one approved makes up for no draft */
    campaigns_sql(
        db, "UPDATE message SET state = 'draft' WHERE message_id = %" PRId64 " RETURNING 1", one);
    refused(db, id, "approved", "campaign_drafts", "1 message is not decided");
    campaigns_decide(db, one, false);
    refused(db, id, "approved", "campaign_conflicts", "not checked for conflicts");
    campaigns_check(db, id, 2);
    refused(db, id, "approved", "campaign_conflicts", "2 conflicts block it");
    campaigns_sql(db, "UPDATE campaign_conflict SET state = 'accepted', accepted_reason = 'agreed "
                      "by phone' WHERE tenant_id = app.tenant() RETURNING 1");
    database_commit(db);
    database_begin(db);
    assert_done(db, campaign_touch(&db->ctx, id));
    refused(db, id, "approved", NULL, "Run the check again");
    campaigns_check(db, id, 0);
    assert_done(db, campaign_move(&db->ctx, id, "approved"));
    struct campaign campaign;
    assert_done(db, campaign_get(&db->ctx, id, &campaign));
    assert_int_equal(campaign.approved_by, db->user);
    assert_string_equal(campaign.approver, "Hana Test");
    assert_true(campaign.approved_ms > 0);
    assert_done(db, campaign_move(&db->ctx, id, "review"));
    assert_done(db, campaign_get(&db->ctx, id, &campaign));
    assert_int_equal(campaign.approved_by, 0);
    database_free(db);
}

/* What is being written is nobody's to change; what waits for review may still change its voice. */
static void
locks_what_a_state_does_not_allow(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct campaign campaign;
    int64_t id = complete(db);
    assert_done(db, campaign_lock_for(&db->ctx, id, CAMPAIGN_STEPS, &campaign));
    bring_to(db, id, "review");
    database_commit(db);
    database_begin(db);
    assert_fails(db, campaign_lock_for(&db->ctx, id, CAMPAIGN_STEPS, &campaign), ERR_CONFLICT);
    assert_fails(db, campaign_lock_for(&db->ctx, id, CAMPAIGN_PEOPLE, &campaign), ERR_CONFLICT);
    assert_done(db, campaign_lock_for(&db->ctx, id, CAMPAIGN_VOICE, &campaign));
    assert_done(db, campaign_lock_for(&db->ctx, id, CAMPAIGN_REWRITE, &campaign));
    assert_done(db, campaign_move(&db->ctx, id, "archived"));
    database_commit(db);
    database_begin(db);
    assert_fails(db, campaign_lock_for(&db->ctx, id, CAMPAIGN_NAME, &campaign), ERR_CONFLICT);
    assert_fails(db, campaign_lock_for(&db->ctx, id + 1000000, CAMPAIGN_NAME, &campaign),
                 ERR_NOT_FOUND);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_every_pair_of_states),
        cmocka_unit_test(says_what_is_missing),
        cmocka_unit_test(locks_what_a_state_does_not_allow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
