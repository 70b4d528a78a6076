/* Scoring all companies anew. See score_rescore.h. */
#include "domain/scoring/score_rescore.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/db.h"
#include "domain/account/tenant.h"
#include "domain/scoring/icp_version.h"
#include "domain/scoring/score_store.h"
#include "statements.h"

enum { SLICES = 4, BATCH = 1000 };

bool
score_rescore(struct ctx *ctx)
{
    int64_t job_id;
    for (int64_t slice = 1; slice <= SLICES; slice++)
        if (!job_enqueue(ctx, "rescore", slice, NULL, &job_id))
            return false;
    return true;
}

/* One run of the job: a slice, and the model that scores it. */
struct run {
    struct job *job;
    int64_t slice, after, done, total;
    struct arena *owner; /* of the model */
    struct score_model model;
};

/* The active model, made ready anew when it has become another one. */
static bool
take_model(struct ctx *ctx, struct run *run)
{
    int64_t version;
    if (!db_i64(ctx, &SQL_ICP_VERSION_NUMBER, DB_NO_ARGS, &version))
        return false;
    if (run->owner && version == run->model.version)
        return true;
    arena_free(run->owner);
    run->owner = arena_new();
    run->after = 0;
    run->done = 0;
    return score_model_active(ctx, run->owner, &run->model) &&
           db_i64(ctx, &SQL_SCORE_DUE,
                  DB_ARGS(DB_I64(run->model.version), DB_I64(run->slice), DB_I64(SLICES)),
                  &run->total);
}

static bool
next_ids(struct ctx *ctx, const struct run *run, int64_t **ids, size_t *n)
{
    struct row {
        int64_t company_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, company_id), FIELD_END};
    if (!DB_ALL(ctx, &SQL_SCORE_NEXT,
                DB_ARGS(DB_I64(run->model.version), DB_I64(run->after), DB_I64(run->slice),
                        DB_I64(SLICES), DB_I64(BATCH)),
                map, &rows, n))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*ids)[i] = rows[i].company_id;
    return true;
}

/* One batch; *more is false when the slice is done. */
static bool
score_batch(struct ctx *ctx, struct run *run, bool *more)
{
    struct score_batch batch;
    int64_t *ids;
    size_t n;
    *more = false;
    if (!job_begin(ctx, run->job) || !take_model(ctx, run) || !next_ids(ctx, run, &ids, &n) ||
        !score_read(ctx, &run->model, ids, n, &batch) || !db_commit(ctx))
        return false;
    if (n == 0)
        return true;
    if (!score_all(ctx, &run->model, &batch) || !job_begin(ctx, run->job) ||
        !score_save(ctx, &run->model, &batch) || !db_commit(ctx))
        return false;
    run->after = ids[n - 1];
    run->done += (int64_t)n;
    *more = true;
    arena_reset(ctx->arena);
    return job_heartbeat(ctx, run->job, run->done, run->total);
}

bool
score_rescore_job(struct ctx *ctx, struct job *job)
{
    struct run run = {.job = job, .slice = job->subject - 1};
    bool more = true, done = true;
    while (done && more && job->stop == JOB_GO)
        done = score_batch(ctx, &run, &more);
    arena_free(run.owner);
    return done;
}

bool
score_rescore_task(struct ctx *ctx, struct task_run *run)
{
    int64_t version, due = 0, all = 0;
    if (!db_begin(ctx, false) || !tenant_enter(ctx, run->tenant_id) ||
        !db_i64(ctx, &SQL_ICP_VERSION_NUMBER, DB_NO_ARGS, &version))
        return false;
    for (int64_t slice = 0; slice < SLICES; slice++) {
        if (!db_i64(ctx, &SQL_SCORE_DUE, DB_ARGS(DB_I64(version), DB_I64(slice), DB_I64(SLICES)),
                    &due))
            return false;
        all += due;
    }
    if ((all > 0 && !score_rescore(ctx)) || !db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "%" PRId64 " companies", all);
    return true;
}
