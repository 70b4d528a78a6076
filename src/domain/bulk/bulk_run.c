/* Doing a bulk action. See bulk_run.h. Where it is stands in its row and moves in the transaction of
 * each batch: a job that was killed goes on from there and does nothing twice. */
#include "domain/bulk/bulk_run.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/query/record_query.h"
#include "statements.h"

enum { BATCH = 10000, ROUNDS = 20 };

static enum record_entity
entity_of(const struct bulk *bulk)
{
    return bulk->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
}

bool
bulk_run_ids(struct ctx *ctx, const struct bulk *bulk, int64_t **ids, size_t *n)
{
    struct record_filter filter;
    if (bulk->everything)
        return record_filter_read_text(ctx, entity_of(bulk), bulk->filter, &filter) &&
               record_query_ids(ctx, &filter, ids, n);
    struct row {
        int64_t id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, id), FIELD_END};
    if (!DB_ALL(ctx, &SQL_BULK_CHOSEN, DB_ARGS(DB_I64(bulk->bulk_id)), map, &rows, n))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].id;
    return true;
}

static const char *
source_of(struct arena *arena, const struct bulk *bulk, size_t n)
{
    if (strcmp(bulk->act, "delete") != 0)
        return bulk->what;
    const char *one = bulk->entity == RECORD_COMPANY ? "company" : "contact";
    const char *many = bulk->entity == RECORD_COMPANY ? "companies" : "contacts";
    return arena_printf(arena, "%zu %s", n, n == 1 ? one : many);
}

/* Opens the change set and keeps the ids; *bulk shows it afterwards. */
static bool
begin(struct ctx *ctx, struct bulk *bulk, const int64_t *ids, size_t n)
{
    bool deletes = !strcmp(bulk->act, "delete");
    int64_t set_id;
    return change_set_open(ctx, deletes ? "delete" : "bulk", source_of(ctx->arena, bulk, n),
                           &set_id) &&
           db_exec(ctx, &SQL_BULK_BEGIN,
                   DB_ARGS(DB_I64(bulk->bulk_id), bulk->everything ? DB_I64S(ids, n) : DB_NULL,
                           DB_I64(set_id), DB_I64(bulk->everything ? (int64_t)n : 0)),
                   NULL) &&
           bulk_get(ctx, bulk->bulk_id, bulk);
}

/* One slice of the ids, from bulk->done on. Records that somebody else changed between our look and
 * our write are looked at again. */
static bool
batch(struct ctx *ctx, struct bulk *bulk)
{
    struct counts {
        int64_t found, due, written;
    } counts = {0};
    static const struct field map[] = {FIELD_I64(struct counts, found),
                                       FIELD_I64(struct counts, due),
                                       FIELD_I64(struct counts, written), FIELD_END};
    enum record_entity entity = entity_of(bulk);
    const struct bulk_act *act = bulk_act_get(entity, bulk->act);
    const struct record_field *field = act->field ? record_field_get(entity, act->field) : NULL;
    const struct record_choice *entry =
        bulk->choice ? record_code_named(act->choices[entity], bulk->choice) : NULL;
    const struct sql *sql =
        entity == RECORD_COMPANY ? &SQL_BULK_WRITE_COMPANY : &SQL_BULK_WRITE_CONTACT;
    int64_t last = bulk->done + BATCH > bulk->n_ids ? bulk->n_ids : bulk->done + BATCH;
    int64_t found = 0, changed = 0;
    for (int round = 0; !round || counts.written < counts.due; round++) {
        if (round == ROUNDS)
            return err_raise(ctx, ERR_UNAVAILABLE, "Others keep changing the same records.");
        if (!db_one(ctx, sql,
                    DB_ARGS(DB_I64(bulk->bulk_id), DB_I64(bulk->done + 1), DB_I64(last),
                            DB_STR(bulk->act), DB_STR(bulk->label_ids), DB_ID(bulk->owner_id),
                            DB_STR(bulk->choice), DB_I64(act->places[entity] + 1),
                            DB_I64(entry ? entry->code : 0), DB_I64(field ? CHANGE_BIT(field) : 0)),
                    map, &counts))
            return false;
        found = round ? found : counts.found;
        changed += counts.written;
    }
    bulk->done = last;
    bulk->changed += changed;
    return db_exec(ctx, &SQL_BULK_PROGRESS,
                   DB_ARGS(DB_I64(bulk->bulk_id), DB_I64(last), DB_I64(changed), DB_I64(found)),
                   NULL);
}

static bool
end(struct ctx *ctx, const struct bulk *bulk, const char *state, const char *error)
{
    return db_exec(ctx, &SQL_BULK_END, DB_ARGS(DB_I64(bulk->bulk_id), DB_STR(state), DB_STR(error)),
                   NULL);
}

bool
bulk_run_at_once(struct ctx *ctx, int64_t bulk_id, bool *ended)
{
    struct bulk bulk;
    int64_t *ids;
    size_t n;
    *ended = false;
    if (!bulk_get(ctx, bulk_id, &bulk) || !bulk_run_ids(ctx, &bulk, &ids, &n))
        return false;
    if (n > BULK_AT_ONCE)
        return true;
    if (!begin(ctx, &bulk, ids, n) || (n && !batch(ctx, &bulk)))
        return false;
    *ended = true;
    return end(ctx, &bulk, "done", NULL);
}

/* The first transaction of the job: the ids are taken once, also when it is killed right after. */
static bool
take(struct ctx *ctx, struct job *job, struct bulk *bulk)
{
    int64_t *ids;
    size_t n;
    if (!job_begin(ctx, job) || !bulk_get(ctx, job->subject, bulk))
        return false;
    if (!bulk->change_set_id && (!bulk_run_ids(ctx, bulk, &ids, &n) || !begin(ctx, bulk, ids, n)))
        return false;
    return db_commit(ctx);
}

static bool
finish(struct ctx *ctx, struct job *job, const struct bulk *bulk, const char *state)
{
    return end(ctx, bulk, state, NULL) && job_finish(ctx, job) && db_commit(ctx);
}

bool
bulk_job(struct ctx *ctx, struct job *job)
{
    struct bulk bulk;
    if (!take(ctx, job, &bulk))
        return false;
    while (!job->finished) {
        if (!job_begin(ctx, job))
            return false;
        if (job->stop == JOB_CANCEL)
            return finish(ctx, job, &bulk, "cancelled");
        if (bulk.done < bulk.n_ids && !batch(ctx, &bulk))
            return false;
        if (bulk.done >= bulk.n_ids)
            return finish(ctx, job, &bulk, "done");
        if (!db_commit(ctx) || !job_heartbeat(ctx, job, bulk.done, bulk.n_ids))
            return false;
        if (job->stop == JOB_YIELD)
            return true;
    }
    return true;
}

bool
bulk_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    struct bulk bulk = {.bulk_id = job->subject};
    return end(ctx, &bulk, "failed", reason);
}
