/* Records, tags and jobs for the tests of labels. */
#ifndef LEADGEN_TESTS_LABELS_H
#define LEADGEN_TESTS_LABELS_H

#include "support/database.h"

#include "domain/label/label.h"
#include "domain/pipeline/queue.h"
#include "domain/change/change.h"
#include "domain/change/change_undo.h"
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

static inline int64_t
labels_add(struct database *db, enum label_kind kind, const char *name)
{
    int64_t id;
    assert_done(db, label_add(&db->ctx, kind, name, "blue", &id));
    return id;
}

/* A company of that name with values by place as text; NULL for none. */
static inline int64_t
labels_company(struct database *db, const char *name, const char *tags, const char *custom)
{
    const char *values[RECORD_MOST_FIELDS] = {0};
    int64_t set_id, id;
    values[COMPANY_NAME] = name;
    values[COMPANY_TAG_IDS] = tags;
    values[COMPANY_CUSTOM] = custom;
    assert_done(db, change_set_open(&db->ctx, "create", "Test", &set_id));
    assert_done(db, record_create(&db->ctx, RECORD_COMPANY, set_id, values, 0, &id));
    return id;
}

/* A column of a company as text, as the owner sees it once committed; "" for NULL. */
static inline const char *
labels_value(struct database *db, int64_t company_id, const char *column)
{
    const char *value =
        database_value(db, arena_printf(db->arena,
                                        "SELECT %s::text FROM company WHERE tenant_id = %" PRId64
                                        " AND company_id = %" PRId64,
                                        column, db->tenant, company_id));
    return value ? value : "";
}

static inline const char *
labels_ids(struct database *db, int64_t id)
{
    return arena_printf(db->arena, "{%" PRId64 "}", id);
}

/* Runs a job in memory of its own, as a worker does. */
static inline void
labels_work(struct database *db, int64_t job_id)
{
    struct db_table table;
    char note[QUEUE_NOTE_SIZE] = "";
    const char *claim = arena_printf(
        db->arena,
        "UPDATE job SET state = 'running', attempts = attempts + 1, worker = 'test', lease_until = "
        "now() + interval '10 minutes', claimed_at = now(), beat_at = now() WHERE job_id = "
        "%" PRId64 " RETURNING place, tenant_id, actor, kind, subject, payload, cancel_at",
        job_id);
    if (!db_table_composed(&db->owner, claim, DB_NO_ARGS, &table) || table.n_rows != 1)
        fail_msg("no job: %s", db->owner.err.message);
    struct job job = {.job_id = job_id,
                      .place = strtoll(db_cell(&table, 0, 0), NULL, 10),
                      .tenant_id = strtoll(db_cell(&table, 0, 1), NULL, 10),
                      .actor = strtoll(db_cell(&table, 0, 2), NULL, 10),
                      .kind_name = db_cell(&table, 0, 3),
                      .kind = job_kind_named(db_cell(&table, 0, 3)),
                      .subject = strtoll(db_cell(&table, 0, 4), NULL, 10),
                      .payload = db_cell(&table, 0, 5),
                      .attempts = 1,
                      .cancel_asked = db_cell(&table, 0, 6) != NULL,
                      .stop = db_cell(&table, 0, 6) ? JOB_CANCEL : JOB_GO};
    struct ctx ctx = db->ctx;
    ctx.arena = arena_new();
    bool ok = queue_run(&ctx, &job, note);
    if (!ok || *note)
        fail_msg("%s %s", note, ctx.err.message);
    arena_free(ctx.arena);
}

static inline int64_t
labels_undo(struct database *db, int64_t set_id)
{
    int64_t undo_id;
    struct change_counts counts;
    assert_done(db, change_undo_all(&db->ctx, set_id, &undo_id, &counts));
    return undo_id;
}

#endif
