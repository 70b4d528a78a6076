/* Campaigns with people, steps and messages as rows, for the tests of whatever works on them. */
#ifndef LEADGEN_TESTS_SUPPORT_CAMPAIGNS_H
#define LEADGEN_TESTS_SUPPORT_CAMPAIGNS_H

#include "support/database.h"

#include "domain/campaign/campaign.h"
#include "domain/campaign/campaign_state.h"
#include "domain/campaign/sender.h"
#include "domain/change/change.h"
#include "domain/record/record.h"

#define assert_done(db, call)                                                                      \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
    } while (0)

/* The call failed so; a new transaction has begun. */
#define assert_fails(db, call, wanted)                                                             \
    do {                                                                                           \
        assert_false(call);                                                                        \
        if ((db)->ctx.err.kind != (wanted))                                                        \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
        err_clear(&(db)->ctx);                                                                     \
        db_rollback(&(db)->ctx);                                                                   \
        database_begin(db);                                                                        \
    } while (0)

/* A database in a transaction, or NULL. */
static inline struct database *
campaigns_begin(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (db)
        database_begin(db);
    return db;
}

/* SQL in the transaction, one value of it; %s and numbers as in printf. */
static inline int64_t campaigns_sql(struct database *db, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static inline int64_t
campaigns_sql(struct database *db, const char *format, ...)
{
    va_list args;
    struct db_table table;
    va_start(args, format);
    const char *text = arena_vprintf(db->arena, format, args);
    va_end(args);
    if (!db_table_composed(&db->ctx, text, DB_NO_ARGS, &table))
        fail_msg("%s: %s", text, db->ctx.err.message);
    const char *cell = table.n_rows && table.n_columns ? db_cell(&table, 0, 0) : NULL;
    return cell ? strtoll(cell, NULL, 10) : 0;
}

/* A draft of that name. */
static inline int64_t
campaigns_new(struct database *db, const char *name)
{
    struct campaign settings = campaign_defaults;
    int64_t id;
    settings.name = name;
    assert_done(db, campaign_create(&db->ctx, &settings, &id));
    return id;
}

/* Another person in the campaign; gives the contact's id. */
static inline int64_t
campaigns_person(struct database *db, int64_t campaign, const char *first, const char *last)
{
    const char *values[RECORD_MOST_FIELDS] = {0};
    int64_t set_id, contact;
    values[CONTACT_FIRST_NAME] = first;
    values[CONTACT_LAST_NAME] = last;
    assert_done(db, change_set_open(&db->ctx, "create", "Test", &set_id));
    assert_done(db, record_create(&db->ctx, RECORD_CONTACT, set_id, values, 0, &contact));
    campaigns_sql(db,
                  "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) VALUES "
                  "(app.tenant(), %" PRId64 ", %" PRId64 ") RETURNING 1",
                  campaign, contact);
    return contact;
}

/* Another step at the end. */
static inline int64_t
campaigns_step(struct database *db, int64_t campaign, const char *channel)
{
    return campaigns_sql(db,
                         "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, "
                         "label, max_length) SELECT app.tenant(), %" PRId64
                         ", count(*) + 1, '%s', 'Step', 300 FROM campaign_step WHERE tenant_id = "
                         "app.tenant() AND campaign_id = %" PRId64 " RETURNING step_id",
                         campaign, channel, campaign);
}

/* A message in draft with its first text. */
static inline int64_t
campaigns_message(struct database *db, int64_t campaign, int64_t step, int64_t contact)
{
    int64_t id = campaigns_sql(
        db,
        "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, channel, position, "
        "rank, "
        "language, tone, formality, subject_start, provider) SELECT app.tenant(), s.campaign_id, "
        "s.step_id, %" PRId64
        ", s.channel, s.position, 0, 'en', 'professional', 'formal', 'Hello', "
        "'embedded' FROM campaign_step s WHERE s.tenant_id = app.tenant() AND s.step_id = %" PRId64
        " AND s.campaign_id = %" PRId64 " RETURNING message_id",
        contact, step, campaign);
    campaigns_sql(db,
                  "INSERT INTO message_version (tenant_id, message_id, version, subject, body, "
                  "origin) VALUES (app.tenant(), %" PRId64
                  ", 1, 'Hello', 'Hello there', 'embedded') RETURNING 1",
                  id);
    return id;
}

/* Approves or rejects a message, past what people do. */
static inline void
campaigns_decide(struct database *db, int64_t message, bool approve)
{
    campaigns_sql(db,
                  approve ? "UPDATE message SET state = 'approved', approved_version = version, "
                            "decided_at = now() WHERE tenant_id = app.tenant() AND message_id = "
                            "%" PRId64
                          : "UPDATE message SET state = 'rejected', reject_reason = 'not now', "
                            "decided_at = now() WHERE tenant_id = app.tenant() AND message_id = "
                            "%" PRId64,
                  message);
}

/* A check for conflicts made just now, with that many that block. */
static inline void
campaigns_check(struct database *db, int64_t campaign, int blocking)
{
    int64_t check = campaigns_sql(db,
                                  "INSERT INTO campaign_check (tenant_id, campaign_id, people, "
                                  "checked_at) VALUES (app.tenant(), %" PRId64
                                  ", 1, clock_timestamp()) RETURNING check_id",
                                  campaign);
    for (int i = 0; i < blocking; i++)
        campaigns_sql(db,
                      "INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, title, "
                      "detail, facts, people) VALUES (app.tenant(), %" PRId64
                      ", 'suppressed', 3, 'Suppressed', 'Must not be contacted.', '{}', 1) "
                      "RETURNING 1",
                      check);
    campaigns_sql(db,
                  "UPDATE campaign SET check_id = %" PRId64
                  " WHERE tenant_id = app.tenant() AND campaign_id = %" PRId64,
                  check, campaign);
}

#endif
