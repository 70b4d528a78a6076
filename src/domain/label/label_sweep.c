/* One change of very many records. See label_sweep.h. */
#include "domain/label/label_sweep.h"

#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "domain/label/label.h"
#include "domain/change/change.h"
#include "statements.h"

/* Ids are looked for in pieces of LOOK, then changed in pieces of BATCH, one transaction each. */
enum { LOOK = 20000, BATCH = 2000 };

static const char *
column_of(const struct label_sweep *sweep)
{
    return !strcmp(sweep->what, "tag")     ? "tag_ids"
           : !strcmp(sweep->what, "list")  ? "list_ids"
           : !strcmp(sweep->what, "owner") ? "owner_id"
                                           : "custom";
}

static bool
concerns(const struct label_sweep *sweep, enum record_entity entity)
{
    return !sweep->entity || sweep->entity == (int64_t)entity;
}

static bool
count_of(struct ctx *ctx, const struct label_sweep *sweep, enum record_entity entity, int64_t *live,
         int64_t *trashed)
{
    struct row {
        int64_t live, trashed;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, live), FIELD_I64(struct row, trashed),
                                       FIELD_END};
    if (!concerns(sweep, entity))
        return true;
    if (!db_one(ctx,
                entity == RECORD_COMPANY ? &SQL_LABEL_SWEEP_COMPANY_COUNT
                                         : &SQL_LABEL_SWEEP_CONTACT_COUNT,
                DB_ARGS(DB_STR(sweep->what), DB_I64(sweep->from), DB_STR(sweep->key),
                        DB_STR(sweep->values)),
                map, &row))
        return false;
    *live = row.live;
    *trashed += row.trashed;
    return true;
}

bool
label_sweep_count(struct ctx *ctx, const struct label_sweep *sweep, struct label_sweep_count *out)
{
    *out = (struct label_sweep_count){0};
    return count_of(ctx, sweep, RECORD_COMPANY, &out->companies, &out->trashed) &&
           count_of(ctx, sweep, RECORD_CONTACT, &out->contacts, &out->trashed);
}

/* The next ids, up to `limit`. */
static bool
look(struct ctx *ctx, const struct label_sweep *sweep, enum record_entity entity, int64_t after,
     int64_t limit, int64_t **ids, size_t *n)
{
    struct row {
        int64_t record_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, record_id), FIELD_END};
    if (!DB_ALL(ctx,
                entity == RECORD_COMPANY ? &SQL_LABEL_SWEEP_COMPANY_IDS
                                         : &SQL_LABEL_SWEEP_CONTACT_IDS,
                DB_ARGS(DB_STR(sweep->what), DB_I64(sweep->from), DB_STR(sweep->key),
                        DB_STR(sweep->values), DB_I64(after), DB_I64(limit)),
                map, &rows, n))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].record_id;
    return true;
}

static bool
apply(struct ctx *ctx, const struct label_sweep *sweep, enum record_entity entity, int64_t set_id,
      const int64_t *ids, size_t n)
{
    const struct record_field *field = record_field_get(entity, column_of(sweep));
    return db_exec(
        ctx, entity == RECORD_COMPANY ? &SQL_LABEL_SWEEP_COMPANY : &SQL_LABEL_SWEEP_CONTACT,
        DB_ARGS(DB_STR(sweep->what), DB_I64(sweep->from), DB_STR(sweep->key), DB_STR(sweep->values),
                DB_I64(sweep->to), DB_I64S(ids, n), DB_I64(set_id), DB_I64(CHANGE_BIT(field))),
        NULL);
}

static bool
apply_now(struct ctx *ctx, const struct label_sweep *sweep, enum record_entity entity,
          int64_t set_id)
{
    int64_t *ids;
    size_t n;
    if (!concerns(sweep, entity))
        return true;
    return look(ctx, sweep, entity, 0, INT64_MAX, &ids, &n) &&
           (!n || apply(ctx, sweep, entity, set_id, ids, n));
}

static const char *
payload_of(struct arena *arena, const struct label_sweep *sweep, int64_t total)
{
    struct jsn *json = jsn_object(arena);
    jsn_set_text(json, "what", sweep->what);
    jsn_set_int(json, "from", sweep->from);
    jsn_set_int(json, "to", sweep->to);
    jsn_set_int(json, "entity", sweep->entity);
    jsn_set_int(json, "total", total);
    if (sweep->key)
        jsn_set_text(json, "key", sweep->key);
    if (sweep->values)
        jsn_set_text(json, "values", sweep->values);
    return jsn_write(arena, json);
}

bool
label_sweep_start(struct ctx *ctx, const struct label_sweep *sweep, int64_t set_id, int64_t *job_id)
{
    struct label_sweep_count count;
    *job_id = 0;
    if (!label_sweep_count(ctx, sweep, &count))
        return false;
    int64_t total = count.companies + count.contacts + count.trashed;
    if (total > LABEL_SWEEP_NOW)
        return job_enqueue(ctx, "label_sweep", set_id, payload_of(ctx->arena, sweep, total),
                           job_id) &&
               db_exec(ctx, &SQL_CHANGE_SET_JOB, DB_ARGS(DB_I64(set_id), DB_I64(*job_id)), NULL);
    return apply_now(ctx, sweep, RECORD_COMPANY, set_id) &&
           apply_now(ctx, sweep, RECORD_CONTACT, set_id);
}

bool
label_sweep_busy(struct ctx *ctx, int64_t set_id, bool *busy)
{
    int64_t n;
    if (!db_i64(ctx, &SQL_LABEL_SWEEP_BUSY, DB_ARGS(DB_I64(set_id)), &n))
        return false;
    *busy = n != 0;
    return true;
}

/* Of the arena, which is reset between the pieces. */
static bool
read_payload(struct ctx *ctx, const struct job *job, struct label_sweep *sweep, int64_t *total)
{
    struct jsn *json;
    if (!jsn_read(ctx, ctx->arena, job->payload, strlen(job->payload), &json))
        return false;
    *sweep = (struct label_sweep){.what = jsn_as_text(jsn_get(json, "what"), ""),
                                  .from = jsn_as_int(jsn_get(json, "from"), 0),
                                  .to = jsn_as_int(jsn_get(json, "to"), 0),
                                  .entity = jsn_as_int(jsn_get(json, "entity"), 0),
                                  .key = jsn_as_text(jsn_get(json, "key"), NULL),
                                  .values = jsn_as_text(jsn_get(json, "values"), NULL)};
    *total = jsn_as_int(jsn_get(json, "total"), 0);
    return true;
}

/* Looks for the next piece and changes it. *n is how many were found; 0 ends the entity. */
static bool
piece(struct ctx *ctx, struct job *job, enum record_entity entity, int64_t *after, int64_t *done,
      size_t *n)
{
    struct label_sweep sweep;
    int64_t *ids, total;
    *n = 0;
    if (!read_payload(ctx, job, &sweep, &total))
        return false;
    if (!concerns(&sweep, entity))
        return true;
    if (!job_begin(ctx, job) || !look(ctx, &sweep, entity, *after, LOOK, &ids, n) ||
        !db_commit(ctx))
        return false;
    for (size_t at = 0; at < *n && job->stop == JOB_GO; at += BATCH) {
        size_t some = *n - at < BATCH ? *n - at : BATCH;
        if (!job_begin(ctx, job) || !apply(ctx, &sweep, entity, job->subject, ids + at, some) ||
            !db_commit(ctx))
            return false;
        *done += (int64_t)some;
        if (!job_heartbeat(ctx, job, *done, total > *done ? total : *done))
            return false;
    }
    if (*n)
        *after = ids[*n - 1];
    return true;
}

/* Stopped: what is swept stays and can be undone; the label is there again for what is left. */
static bool
finish(struct ctx *ctx, struct job *job)
{
    return job_begin(ctx, job) && (job->stop != JOB_CANCEL || label_revive(ctx, job->subject)) &&
           job_finish(ctx, job) && db_commit(ctx);
}

bool
label_sweep_job(struct ctx *ctx, struct job *job)
{
    static const enum record_entity entities[] = {RECORD_COMPANY, RECORD_CONTACT};
    int64_t done = job->done;
    for (size_t i = 0; i < 2; i++) {
        int64_t after = 0;
        size_t n = 1;
        while (n && job->stop == JOB_GO) {
            if (!piece(ctx, job, entities[i], &after, &done, &n))
                return false;
            arena_reset(ctx->arena);
        }
    }
    return job->stop == JOB_YIELD || finish(ctx, job);
}

bool
label_sweep_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    (void)reason;
    return label_revive(ctx, job->subject);
}
