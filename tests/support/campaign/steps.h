/* Campaigns with steps, for tests on a real PostgreSQL. */
#ifndef LEADGEN_TESTS_SUPPORT_STEPS_H
#define LEADGEN_TESTS_SUPPORT_STEPS_H

#include "support/database.h"

#include "domain/sequence/campaign_step.h"

/* A campaign in a state, past the gates. */
static inline int64_t
steps_campaign(struct database *db, const char *state)
{
    const char *sql =
        arena_printf(db->arena,
                     "INSERT INTO campaign (tenant_id, name, name_key) VALUES (%" PRId64
                     ", 'Autumn', 'autumn') RETURNING campaign_id",
                     db->tenant);
    int64_t id = database_number(db, sql);
    if (strcmp(state, "draft") != 0)
        database_script(db, arena_printf(db->arena,
                                         "ALTER TABLE campaign DISABLE TRIGGER campaign_gate;"
                                         "UPDATE campaign SET state = '%s' WHERE campaign_id = "
                                         "%" PRId64 ";"
                                         "ALTER TABLE campaign ENABLE TRIGGER campaign_gate",
                                         state, id));
    return id;
}

static inline int64_t
steps_add(struct database *db, int64_t campaign, const char *channel, int64_t day,
          const char *label)
{
    struct campaign_step form = {
        .channel = channel, .day_offset = day, .label = label, .variants = 1, .is_on = true};
    int64_t id = 0;
    database_begin(db);
    if (!campaign_step_add(&db->ctx, campaign, &form, &id))
        fail_msg("%s: %s", db->ctx.err.field, db->ctx.err.message);
    database_commit(db);
    return id;
}

/* "1 LinkedIn invitation@0, 2 E-mail@3": what a user sees of the order. */
static inline void
steps_assert(struct database *db, int64_t campaign, const char *wanted)
{
    struct campaign_step *rows;
    size_t n;
    char found[1000] = "";
    database_begin(db);
    assert_true(campaign_steps(&db->ctx, campaign, &rows, &n));
    for (size_t i = 0; i < n; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found),
                 "%s%" PRId64 " %s@%" PRId64 "%s", i ? ", " : "", rows[i].position, rows[i].label,
                 rows[i].day_offset, rows[i].is_on ? "" : " off");
    database_commit(db);
    if (strcmp(found, wanted) != 0)
        fail_msg("steps: %s, not %s", found, wanted);
}

/* The call failed in this way; the transaction is given up. */
static inline void
steps_refused(struct database *db, bool ok, enum err_kind kind, const char *field,
              const char *words)
{
    assert_false(ok);
    assert_int_equal(db->ctx.err.kind, kind);
    assert_string_equal(db->ctx.err.field, field);
    if (!strstr(db->ctx.err.message, words))
        fail_msg("“%s” does not say “%s”", db->ctx.err.message, words);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
}

#endif
