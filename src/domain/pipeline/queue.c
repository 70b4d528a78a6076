/* Claiming a job, running it, deciding its fate. See queue.h. */
#include "domain/pipeline/queue.h"

#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "domain/pipeline/task.h"
#include "statements.h"

enum { MAX_KINDS = 64, RETRY_SECONDS = 5 };

static const struct field claim_fields[] = {
    FIELD_I64(struct job, job_id),        FIELD_I64(struct job, place),
    FIELD_I64(struct job, tenant_id),     FIELD_I64(struct job, actor),
    FIELD_STR(struct job, kind_name),     FIELD_I64(struct job, subject),
    FIELD_STR(struct job, payload),       FIELD_I64(struct job, attempts),
    FIELD_I64(struct job, done),          FIELD_I64(struct job, total),
    FIELD_BOOL(struct job, cancel_asked), FIELD_END,
};

static const struct field refresh_fields[] = {
    FIELD_I64(struct queue, low_water),
    FIELD_I64(struct queue, backend),
    FIELD_END,
};

struct fate {
    bool dead;
};
static const struct field fate_fields[] = {FIELD_BOOL(struct fate, dead), FIELD_END};

bool
queue_attach(struct ctx *ctx, struct queue *queue, const char *host, int64_t slots, bool *held)
{
    int64_t value = 0;
    for (int64_t slot = 1; slot <= slots && !value; slot++)
        if (!db_i64(ctx, &SQL_WORKER_SLOT, DB_ARGS(DB_STR(host), DB_I64(slot)), &value))
            return false;
    *held = value != 0;
    return !*held || (db_listen(ctx, QUEUE_CHANNEL) && queue_refresh(ctx, queue));
}

bool
queue_refresh(struct ctx *ctx, struct queue *queue)
{
    return db_one(ctx, &SQL_JOB_REFRESH, DB_NO_ARGS, refresh_fields, queue);
}

/* The kinds that this program knows: an older or newer one works beside it during an upgrade. */
struct kinds {
    const char *names[MAX_KINDS];
    int64_t leases[MAX_KINDS];
    size_t n;
};

static struct kinds
kinds_known(void)
{
    struct kinds kinds = {.n = 0};
    for (const struct job_kind *kind = job_kinds; kind->name && kinds.n < MAX_KINDS; kind++) {
        kinds.names[kinds.n] = kind->name;
        kinds.leases[kinds.n++] = kind->lease_seconds;
    }
    return kinds;
}

bool
queue_claim_ahead(struct ctx *ctx, struct queue *queue)
{
    struct kinds kinds = kinds_known();
    queue->ahead = true;
    return db_follow(ctx, &SQL_JOB_CLAIM,
                     DB_ARGS(DB_I64(queue->low_water), DB_STRS(kinds.names, kinds.n),
                             DB_I64S(kinds.leases, kinds.n), DB_STR(queue->worker)));
}

/* What was claimed along with the end of the job before. */
static bool
take_ahead(struct ctx *ctx, struct queue *queue, struct job *job, bool *found)
{
    *found = false;
    if (!queue->ahead)
        return true;
    queue->ahead = false;
    return db_followed(ctx, &SQL_JOB_CLAIM, claim_fields, job, found);
}

bool
queue_give_back(struct ctx *ctx, struct queue *queue)
{
    struct job job = {0};
    bool found;
    return take_ahead(ctx, queue, &job, &found) &&
           (!found ||
            db_exec(ctx, &SQL_JOB_RELEASE, DB_ARGS(DB_I64(job.job_id), DB_I64(job.place)), NULL));
}

bool
queue_claim(struct ctx *ctx, struct queue *queue, struct job *job, bool *found)
{
    struct kinds kinds = kinds_known();
    memset(job, 0, sizeof *job);
    if (!take_ahead(ctx, queue, job, found) ||
        (!*found && !db_maybe(ctx, &SQL_JOB_CLAIM,
                              DB_ARGS(DB_I64(queue->low_water), DB_STRS(kinds.names, kinds.n),
                                      DB_I64S(kinds.leases, kinds.n), DB_STR(queue->worker)),
                              claim_fields, job, found)) ||
        !*found)
        return ctx->err.kind == ERR_NONE;
    /* Until the next refresh the next claim need not walk over this one again. */
    queue->low_water = job->place + 1;
    job->kind = job_kind_named(job->kind_name);
    job->stop = job->cancel_asked ? JOB_CANCEL : JOB_GO;
    return true;
}

/* Tells the business row; its own failure changes nothing about the job. */
static bool
tell_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    if (!job->kind->dead)
        return true;
    if (!db_savepoint(ctx))
        return false;
    struct ctx inner = *ctx;
    err_clear(&inner);
    if (job->kind->dead(&inner, job, reason))
        return db_savepoint_release(ctx);
    db_savepoint_rollback(ctx);
    return true;
}

/* most 0: no further attempt. In one transaction with what the kind has to say about it. */
static bool
settle(struct ctx *ctx, struct job *job, const char *reason, int64_t most, int64_t wait, bool *dead)
{
    struct fate fate = {false};
    bool held;
    if (!job_begin(ctx, job) ||
        !db_maybe(ctx, &SQL_JOB_FAIL,
                  DB_ARGS(DB_I64(job->job_id), DB_I64(job->place), DB_STR(reason), DB_I64(most),
                          DB_I64(wait)),
                  fate_fields, &fate, &held) ||
        (fate.dead && !tell_dead(ctx, job, reason)) || !db_commit(ctx)) {
        db_rollback(ctx);
        if (!job->lost)
            return false;
        err_clear(ctx);
    }
    *dead = fate.dead && !job->lost;
    return true;
}

static bool
fail(struct ctx *ctx, struct job *job, char note[QUEUE_NOTE_SIZE])
{
    struct err err = ctx->err;
    err_clear(ctx);
    bool again = err.kind == ERR_CONFLICT || err.kind == ERR_UNAVAILABLE;
    bool dead = false;
    if (!settle(ctx, job,
                err.kind == ERR_BUG ? "This is a fault of the program; its log names the place."
                                    : err.message,
                again ? job->kind->max_attempts : 0, RETRY_SECONDS, &dead))
        return false;
    const char *fate = job->lost ? "lost its lease"
                       : dead    ? "is dead"
                                 : "waits for another attempt";
    snprintf(note, QUEUE_NOTE_SIZE, "job %lld (%s) %s: %s: %s", (long long)job->job_id,
             job->kind->name, fate, err_kind_name(err.kind), err.message);
    size_t length = strlen(note);
    if (err.kind == ERR_BUG)
        snprintf(note + length, QUEUE_NOTE_SIZE - length, " at %s:%d", err.file, err.line);
    return true;
}

static bool
finish(struct ctx *ctx, struct job *job)
{
    if (job->stop == JOB_YIELD)
        return db_exec(ctx, &SQL_JOB_RELEASE, DB_ARGS(DB_I64(job->job_id), DB_I64(job->place)),
                       NULL);
    return job_finish(ctx, job);
}

bool
queue_run(struct ctx *ctx, struct job *job, char note[QUEUE_NOTE_SIZE])
{
    *note = '\0';
    bool ok = job->kind->run(ctx, job);
    if (!ok && ctx->err.kind == ERR_NONE)
        err_raise(ctx, ERR_BUG, "the run failed and did not say why");
    if (ok && db_in_transaction(ctx))
        ok = err_raise(ctx, ERR_BUG, "the run left a transaction open");
    if (ok && !job->finished)
        ok = finish(ctx, job);
    if (ok)
        return true;
    db_rollback(ctx);
    return fail(ctx, job, note);
}

bool
queue_sweep(struct ctx *ctx, const struct queue *queue, int64_t *n_swept)
{
    struct kinds kinds = kinds_known();
    *n_swept = 0;
    for (;;) {
        struct job job = {0};
        bool found, dead;
        if (!db_maybe(ctx, &SQL_JOB_EXPIRED,
                      DB_ARGS(DB_STR(queue->worker), DB_STRS(kinds.names, kinds.n)), claim_fields,
                      &job, &found))
            return false;
        if (!found)
            return true;
        job.kind = job_kind_named(job.kind_name);
        if (!settle(ctx, &job, "The worker stopped in the middle of the work.",
                    job.kind->max_attempts, 0, &dead))
            return false;
        ++*n_swept;
    }
}
