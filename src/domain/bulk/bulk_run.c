/* Doing a bulk action. See bulk_run.h. What is done of it stands in its row, written in the transaction
 * of each part: a job that was killed goes on with the rest and does nothing twice. */
#include "domain/bulk/bulk_run.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "domain/bulk/bulk_lanes.h"
#include "domain/change/change.h"
#include "domain/query/record_query.h"
#include "statements.h"

enum { PART = 5000 };

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

static bool
end(struct ctx *ctx, const struct bulk *bulk, const char *state, const char *error)
{
    return db_exec(ctx, &SQL_BULK_END, DB_ARGS(DB_I64(bulk->bulk_id), DB_STR(state), DB_STR(error)),
                   NULL);
}

/* All of them in the transaction that is open. */
static bool
write_all(struct ctx *ctx, const struct bulk *bulk)
{
    struct bulk_part part = {.first = 1, .last = bulk->n_ids};
    for (bool whole = false; !whole;)
        if (!bulk_part_send(ctx, bulk, &part) || !bulk_part_receive(ctx, bulk, &part, &whole))
            return false;
    return true;
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
    if (!begin(ctx, &bulk, ids, n) || (n && !write_all(ctx, &bulk)))
        return false;
    *ended = true;
    return end(ctx, &bulk, "done", NULL);
}

/* The first transaction of the job: the ids are taken once, also when it is killed right after. *parts
 * gets what is not done yet. */
static bool
take(struct ctx *ctx, struct job *job, struct bulk *bulk, struct bulk_part **parts, size_t *n_parts)
{
    static const struct field map[] = {FIELD_I64(struct bulk_part, first),
                                       FIELD_I64(struct bulk_part, last), FIELD_END};
    int64_t *ids;
    size_t n;
    if (!job_begin(ctx, job) || !bulk_get(ctx, job->subject, bulk))
        return false;
    if (!bulk->change_set_id && (!bulk_run_ids(ctx, bulk, &ids, &n) || !begin(ctx, bulk, ids, n)))
        return false;
    return DB_ALL(ctx, &SQL_BULK_LEFT, DB_ARGS(DB_I64(bulk->bulk_id), DB_I64(PART)), map, parts,
                  n_parts) &&
           db_commit(ctx);
}

bool
bulk_job(struct ctx *ctx, struct job *job)
{
    struct bulk bulk;
    struct bulk_part *parts;
    size_t n;
    if (!take(ctx, job, &bulk, &parts, &n) || !bulk_lanes_run(ctx, job, &bulk, parts, n))
        return false;
    if (job->stop == JOB_YIELD && bulk.done < bulk.n_ids)
        return true;
    return job_begin(ctx, job) &&
           end(ctx, &bulk, job->stop == JOB_CANCEL ? "cancelled" : "done", NULL) &&
           job_finish(ctx, job) && db_commit(ctx);
}

bool
bulk_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    struct bulk bulk = {.bulk_id = job->subject};
    return end(ctx, &bulk, "failed", reason);
}
