/* Undo of a large change set as a job: the short way where that does, then batch by batch. See change_undo.h.
 * A run that was cut off starts again at the beginning and passes over what the last one took back. */
#include "base/db.h"
#include "domain/change/change_plain.h"
#include "domain/change/change_set.h"
#include "domain/change/change_undo.h"
#include "domain/pipeline/job.h"
#include "statements.h"

enum { BATCH = 5000, TRIES = 5 };

bool
change_undo_enqueue(struct ctx *ctx, int64_t set_id, int64_t *undo_set_id)
{
    int64_t job_id;
    return change_undo_start(ctx, set_id, undo_set_id) &&
           job_enqueue(ctx, "change_undo", *undo_set_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_CHANGE_SET_JOB, DB_ARGS(DB_I64(*undo_set_id), DB_I64(job_id)), NULL);
}

static bool
undo_batch(struct ctx *ctx, struct job *job, int64_t set_id, struct change_mark *mark,
           struct change_counts *counts)
{
    return job_begin(ctx, job) &&
           change_undo_batch(ctx, set_id, job->subject, mark, BATCH, counts) &&
           (!mark->done || job_finish(ctx, job)) && db_commit(ctx);
}

bool
change_undo_job(struct ctx *ctx, struct job *job)
{
    struct change_set set;
    struct change_mark mark = {0};
    struct change_counts counts = {0};
    int64_t total, tries = 0;
    if (!job_begin(ctx, job) || !change_set_get(ctx, job->subject, &set) ||
        !change_undo_total(ctx, set.undoes, &total, &counts.seen) || !db_commit(ctx) ||
        !change_plain_run(ctx, job, set.undoes, job->subject, total, &counts))
        return false;
    if (job->stop == JOB_YIELD)
        return true;
    job->total = total;
    while (!job->finished) {
        struct change_mark before_mark = mark;
        struct change_counts before = counts;
        if (!undo_batch(ctx, job, set.undoes, &mark, &counts)) {
            db_rollback(ctx);
            if (job->lost || ctx->err.kind != ERR_CONFLICT || ++tries == TRIES)
                return false;
            err_clear(ctx);
            mark = before_mark;
            counts = before;
            continue;
        }
        tries = 0;
        if (!job->finished && !job_heartbeat(ctx, job, counts.seen, total))
            return false;
        if (job->stop == JOB_YIELD)
            return true;
    }
    return true;
}
