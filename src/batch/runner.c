/* A worker's loop. See runner.h. The slot and LISTEN belong to a database connection: when the
 * connection is a new one, both are taken again. */
#include "batch/runner.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "domain/pipeline/queue.h"
#include "domain/pipeline/stage_queue.h"
#include "domain/pipeline/task.h"

enum { POLL_MS = 1000, HOST_SIZE = 256 };

struct runner {
    struct batch *batch;
    struct queue queue;
    struct stage_queue stage_queue;
    struct arena *job_arena; /* the claimed job's strings */
    int64_t backend;         /* the connection that holds slot and LISTEN; 0: none */
    double end;              /* 0: never */
    double refreshed;
    struct runner_sums *sums;
};

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
log_line(const char *line)
{
    fprintf(stderr, "leadgen-batch: %s\n", line);
}

static void
block_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static bool
told_to_stop(void)
{
    sigset_t set;
    return sigpending(&set) == 0 && (sigismember(&set, SIGTERM) || sigismember(&set, SIGINT));
}

static bool
is_over(const struct runner *runner)
{
    return told_to_stop() || (runner->end > 0 && now() >= runner->end);
}

/* Asked by job_heartbeat. */
static bool
must_end(void *worker)
{
    (void)worker;
    return told_to_stop();
}

/* Asked by job_finish. What the runner must do first is not kept waiting, and keeps no job waiting. */
static bool
ahead(struct ctx *ctx, void *worker)
{
    struct runner *runner = worker;
    if (is_over(runner) || now() - runner->refreshed >= POLL_MS / 1000.0)
        return true;
    return queue_claim_ahead(ctx, &runner->queue);
}

const char *
runner_name(struct batch *batch)
{
    char host[HOST_SIZE] = "";
    if (gethostname(host, sizeof host - 1) != 0)
        snprintf(host, sizeof host, "?");
    return arena_printf(batch->process, "%s:%ld", host, (long)getpid());
}

/* Takes a slot and listens; *held is false when every slot is taken. */
static bool
attach(struct runner *runner, bool *held)
{
    struct ctx *ctx = &runner->batch->ctx;
    const char *name = runner->queue.worker;
    const char *host = arena_strndup(ctx->arena, name, (size_t)(strrchr(name, ':') - name));
    if (!queue_attach(ctx, &runner->queue, host, runner->batch->conf.workers, held))
        return false;
    if (!*held)
        return true;
    if (!task_sync(ctx) || !stage_check(ctx))
        return false;
    runner->backend = runner->queue.backend;
    return true;
}

/* Once a second: the low-water mark, due tasks. *held: the slot is still ours. */
static bool
refresh(struct runner *runner, bool *held)
{
    struct ctx *ctx = &runner->batch->ctx;
    *held = true;
    if (!queue_refresh(ctx, &runner->queue))
        return false;
    if (runner->queue.backend != runner->backend && (!attach(runner, held) || !*held))
        return ctx->err.kind == ERR_NONE;
    runner->refreshed = now();
    if (!stage_queue_refresh(ctx, &runner->stage_queue))
        return false;
    return task_run_due(ctx, runner->queue.worker, log_line, &runner->sums->tasks);
}

/* The run gets an arena that it may reset; the job's strings are in another one. */
static bool
work_one(struct runner *runner, bool *found)
{
    struct ctx *ctx = &runner->batch->ctx;
    struct arena *unit = ctx->arena;
    char note[QUEUE_NOTE_SIZE] = "";
    struct job job;
    ctx->arena = runner->job_arena;
    bool ok = queue_claim(ctx, &runner->queue, &job, found);
    ctx->arena = unit;
    if (ok && *found) {
        job.must_end = must_end;
        job.ahead = ahead;
        job.worker = runner;
        ok = queue_run(ctx, &job, note);
        runner->sums->jobs++;
    }
    if (*note)
        log_line(note);
    arena_reset(runner->job_arena);
    return ok;
}

/* A batch of a stage, when no job waits. */
static bool
work_stage(struct runner *runner, bool *found)
{
    char note[STAGE_NOTE_SIZE];
    bool ok = stage_queue_work(&runner->batch->ctx, &runner->stage_queue, found, note);
    runner->sums->batches += *found;
    if (*note)
        log_line(note);
    return ok;
}

/* One turn: work, or wait for it. */
static bool
turn(struct runner *runner, bool *held)
{
    struct ctx *ctx = &runner->batch->ctx;
    bool found = false, notified;
    *held = true;
    if (!runner->queue.ahead && now() - runner->refreshed >= POLL_MS / 1000.0 &&
        (!refresh(runner, held) || !*held))
        return ctx->err.kind == ERR_NONE;
    if (is_over(runner))
        return true;
    if (!work_one(runner, &found) || found)
        return ctx->err.kind == ERR_NONE;
    if (!work_stage(runner, &found) || found)
        return ctx->err.kind == ERR_NONE;
    if (!db_wait(ctx, POLL_MS, &notified))
        return false;
    runner->refreshed = 0;
    return true;
}

/* The database is away: what was held is lost there; say so once and come back. */
static void
recover(struct runner *runner)
{
    struct ctx *ctx = &runner->batch->ctx;
    log_line(ctx->err.message);
    db_rollback(ctx);
    err_clear(ctx);
    nanosleep(&(struct timespec){.tv_sec = 1}, NULL);
}

static bool
loop(struct runner *runner, bool wait)
{
    struct ctx *ctx = &runner->batch->ctx;
    bool held = false;
    if (!attach(runner, &held))
        return false;
    while (!is_over(runner) && (held || wait)) {
        bool ok = held ? turn(runner, &held) : attach(runner, &held);
        if (!ok)
            recover(runner);
        else if (!held)
            nanosleep(&(struct timespec){.tv_sec = 1}, NULL);
        arena_reset(ctx->arena);
    }
    return queue_give_back(ctx, &runner->queue);
}

bool
runner_run(struct batch *batch, int64_t seconds, bool wait, struct runner_sums *sums)
{
    struct runner runner = {.batch = batch, .sums = sums};
    memset(sums, 0, sizeof *sums);
    runner.queue.worker = runner_name(batch);
    runner.end = seconds ? now() + (double)seconds : 0;
    if (!batch->conf.files)
        return err_raise(&batch->ctx, ERR_INPUT,
                         "LEADGEN_FILES is not set: it must be a folder for uploads and exports");
    block_signals();
    runner.job_arena = arena_new();
    stage_queue_open(&runner.stage_queue, runner.queue.worker);
    runner.stage_queue.must_end = must_end;
    bool ok = loop(&runner, wait);
    stage_queue_close(&runner.stage_queue);
    arena_free(runner.job_arena);
    return ok;
}
