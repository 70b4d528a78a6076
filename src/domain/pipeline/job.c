/* Jobs, seen from pages and from the code of a kind. See job.h. */
#include "domain/pipeline/job.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "domain/pipeline/task.h"
#include "statements.h"

static const struct field view_fields[] = {
    FIELD_I64(struct job_view, job_id),      FIELD_I64(struct job_view, tenant_id),
    FIELD_STR(struct job_view, kind),        FIELD_I64(struct job_view, subject),
    FIELD_STR(struct job_view, state),       FIELD_I64(struct job_view, attempts),
    FIELD_I64(struct job_view, done),        FIELD_I64(struct job_view, total),
    FIELD_STR(struct job_view, message),     FIELD_STR(struct job_view, reason),
    FIELD_I64(struct job_view, actor),       FIELD_BOOL(struct job_view, cancel_asked),
    FIELD_F64(struct job_view, rate),        FIELD_I64(struct job_view, created_at),
    FIELD_I64(struct job_view, started_at),  FIELD_I64(struct job_view, next_at),
    FIELD_I64(struct job_view, finished_at), FIELD_END,
};

const struct job_kind *
job_kind_named(const char *name)
{
    for (const struct job_kind *kind = job_kinds; kind->name; kind++)
        if (!strcmp(kind->name, name))
            return kind;
    return NULL;
}

bool
job_enqueue(struct ctx *ctx, const char *kind, int64_t subject, const char *payload,
            int64_t *job_id)
{
    if (!job_kind_named(kind))
        return err_raise(ctx, ERR_BUG, "no job kind \"%s\"", kind);
    return db_i64(ctx, &SQL_JOB_ENQUEUE,
                  DB_ARGS(DB_STR(kind), DB_ID(subject), payload ? DB_STR(payload) : DB_NULL),
                  job_id);
}

bool
job_read(struct ctx *ctx, int64_t job_id, struct job_view *out)
{
    return db_one(ctx, &SQL_JOB_READ, DB_ARGS(DB_I64(job_id)), view_fields, out);
}

bool
job_list(struct ctx *ctx, const char *state, int64_t before, int64_t most, struct job_view **rows,
         size_t *n_rows)
{
    return db_all(ctx, &SQL_JOB_LIST, DB_ARGS(DB_STR(state), DB_I64(before), DB_I64(most)),
                  view_fields, sizeof **rows, (void **)rows, n_rows);
}

bool
job_about(struct ctx *ctx, const struct job_view *jobs, size_t n_jobs, struct job_about **rows,
          size_t *n_rows)
{
    static const struct field fields[] = {
        FIELD_I64(struct job_about, job_id), FIELD_STR(struct job_about, name),
        FIELD_STR(struct job_about, area), FIELD_I64(struct job_about, id), FIELD_END};
    int64_t *ids = ARENA_ARRAY(ctx->arena, n_jobs + 1, int64_t);
    int64_t *subjects = ARENA_ARRAY(ctx->arena, n_jobs + 1, int64_t);
    const char **kinds = ARENA_ARRAY(ctx->arena, n_jobs + 1, const char *);
    for (size_t i = 0; i < n_jobs; i++) {
        ids[i] = jobs[i].job_id;
        subjects[i] = jobs[i].subject;
        kinds[i] = jobs[i].kind;
    }
    return DB_ALL(ctx, &SQL_JOB_ABOUT,
                  DB_ARGS(DB_I64S(ids, n_jobs), DB_STRS(kinds, n_jobs), DB_I64S(subjects, n_jobs)),
                  fields, rows, n_rows);
}

bool
job_view_active(const struct job_view *view)
{
    return !view->finished_at && strcmp(view->state, "dead");
}

int64_t
job_view_seconds_left(const struct job_view *view)
{
    if (view->rate <= 0 || view->total < view->done)
        return -1;
    return (int64_t)((double)(view->total - view->done) / view->rate) + 1;
}

bool
job_cancel(struct ctx *ctx, int64_t job_id)
{
    int64_t known;
    return db_i64(ctx, &SQL_JOB_CANCEL, DB_ARGS(DB_I64(job_id)), &known) &&
           (known || err_raise(ctx, ERR_NOT_FOUND, "This job has already ended."));
}

bool
job_retry(struct ctx *ctx, int64_t job_id)
{
    int64_t known;
    return db_i64(ctx, &SQL_JOB_RETRY, DB_ARGS(DB_I64(job_id)), &known) &&
           (known || err_raise(ctx, ERR_NOT_FOUND, "This job does not wait for another attempt."));
}

bool
job_retry_dead(struct ctx *ctx, int64_t *n)
{
    return db_i64(ctx, &SQL_JOB_RETRY_DEAD, DB_NO_ARGS, n);
}

static bool
lease_lost(struct ctx *ctx, struct job *job)
{
    job->lost = true;
    return err_raise(ctx, ERR_CONFLICT, "The lease on job %lld is lost.", (long long)job->job_id);
}

bool
job_fence(struct ctx *ctx, struct job *job)
{
    if (!db_in_transaction(ctx))
        return err_raise(ctx, ERR_BUG, "job_fence outside a transaction");
    return db_queue_guard(ctx, &SQL_JOB_FENCE, DB_ARGS(DB_I64(job->job_id), DB_I64(job->place)),
                          &job->lost);
}

bool
job_begin(struct ctx *ctx, struct job *job)
{
    return db_begin(ctx, false) && job_fence(ctx, job);
}

bool
job_begin_send(struct ctx *ctx, const struct job *job)
{
    return db_begin(ctx, false) &&
           db_send(ctx, &SQL_JOB_FENCE, DB_ARGS(DB_I64(job->job_id), DB_I64(job->place)));
}

bool
job_begin_receive(struct ctx *ctx, struct job *job)
{
    if (db_receive(ctx, &SQL_JOB_FENCE, NULL))
        return true;
    job->lost = job->lost || ctx->err.kind == ERR_CONFLICT;
    return false;
}

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

bool
job_beat_send(struct ctx *ctx, struct job *job, int64_t done, int64_t total, bool *sent)
{
    *sent = false;
    if (db_in_transaction(ctx))
        return err_raise(ctx, ERR_BUG, "a heartbeat inside a transaction");
    job->done = done;
    job->total = total;
    if (job->must_end && job->stop == JOB_GO && job->must_end(job->worker))
        job->stop = JOB_YIELD;
    double at = now();
    if (at - job->beat < 1)
        return true;
    job->beat = at;
    *sent = db_send(ctx, &SQL_JOB_BEAT,
                    DB_ARGS(DB_I64(job->job_id), DB_I64(job->place),
                            DB_I64(job->kind->lease_seconds), DB_I64(done), DB_I64(total),
                            job->message[0] ? DB_STR(job->message) : DB_NULL));
    return *sent;
}

bool
job_beat_receive(struct ctx *ctx, struct job *job)
{
    struct db_table table;
    if (!db_receive_table(ctx, &SQL_JOB_BEAT, &table))
        return false;
    if (!table.n_rows)
        return lease_lost(ctx, job);
    job->cancel_asked = *db_cell(&table, 0, db_column(&table, "cancel_asked")) == 't';
    if (job->cancel_asked)
        job->stop = JOB_CANCEL;
    /* What the connection heard meanwhile would pile up in memory. */
    bool notified;
    return db_wait(ctx, 0, &notified);
}

bool
job_heartbeat(struct ctx *ctx, struct job *job, int64_t done, int64_t total)
{
    bool sent;
    return job_beat_send(ctx, job, done, total, &sent) && (!sent || job_beat_receive(ctx, job));
}

bool
job_prepare(struct ctx *ctx)
{
    return db_prepare(ctx, &SQL_JOB_FENCE) && db_prepare(ctx, &SQL_JOB_BEAT);
}

void
job_say(struct job *job, const char *message)
{
    snprintf(job->message, sizeof job->message, "%s", message);
}

bool
job_finish(struct ctx *ctx, struct job *job)
{
    /* what was to do is done, also where the last heartbeat came before its last part */
    if (job->stop != JOB_CANCEL && job->done < job->total)
        job->done = job->total;
    const struct db_arg args[] = {DB_I64(job->job_id),
                                  DB_I64(job->place),
                                  DB_STR(job->stop == JOB_CANCEL ? "cancelled" : "done"),
                                  DB_I64(job->done),
                                  DB_I64(job->total),
                                  job->message[0] ? DB_STR(job->message) : DB_NULL};
    const size_t n_args = sizeof args / sizeof *args;
    /* Where job_begin holds the claim there is nothing to wait for before the commit. */
    if (db_in_transaction(ctx)) {
        if (!db_queue_guard(ctx, &SQL_JOB_FINISH, args, n_args, &job->lost))
            return false;
    } else if (!db_exec(ctx, &SQL_JOB_FINISH, args, n_args, NULL)) {
        job->lost = ctx->err.kind == ERR_CONFLICT;
        return false;
    }
    job->finished = true;
    return !job->ahead || !db_in_transaction(ctx) || job->ahead(ctx, job->worker);
}
