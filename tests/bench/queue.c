/* What tests/bench/queue.sh measures: jobs and stage records through our queue, with nothing to do.
 *
 *   queue jobs N         N jobs, each enqueued, claimed and finished by itself
 *   queue records N      one worker works on what is ready of runs, in batches, until N are done
 *
 * Prints seconds. DSNs and a tenant come from the environment as for tests. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/queue.h"
#include "domain/pipeline/stage_queue.h"
#include "domain/pipeline/task.h"
#include "statements.h"

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* As the runner does: once a second it looks around first. */
struct worker {
    struct queue queue;
    double refreshed;
};

static bool
ahead(struct ctx *ctx, void *arg)
{
    struct worker *worker = arg;
    return now() - worker->refreshed >= 1 || queue_claim_ahead(ctx, &worker->queue);
}

static bool
nothing(struct ctx *ctx, struct job *job)
{
    return job_begin(ctx, job) && job_finish(ctx, job) && db_commit(ctx);
}

const struct job_kind job_kinds[] = {
    {"bench",  "Bench", "units", 3, 60, nothing, NULL},
    {"pipeline", "Start of a run", "records", 5, 60, pipeline_run_job, pipeline_run_dead},
    {.name = NULL     },
};
const struct task tasks[] = {{.name = NULL}};

static bool
answer(struct ctx *ctx, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++)
        stage_end(ctx, &batch->items[i], STAGE_DONE, NULL, NULL);
    return true;
}
static const struct stage bench = {.name = "bench",
                                   .label = "Bench",
                                   .about = "Nothing.",
                                   .entity = RECORD_COMPANY,
                                   .batch = 100,
                                   .lease_seconds = 60,
                                   .max_attempts = 3,
                                   .work = answer};
const struct stage *const stages[] = {&bench, NULL};

static int
give_up(const struct ctx *ctx)
{
    fprintf(stderr, "queue: %s\n", ctx->err.message);
    return EXIT_FAILURE;
}

static bool
enter(struct ctx *ctx, int64_t tenant)
{
    return db_begin(ctx, false) &&
           db_exec(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(tenant), DB_NULL), NULL);
}

/* One after the other into the queue, then one after the other out of it. */
static bool
jobs(struct ctx *ctx, int64_t tenant, int64_t n, double *in, double *out)
{
    struct worker worker = {.queue = {.worker = "bench"}};
    struct job job;
    int64_t id;
    bool found = true;
    char note[QUEUE_NOTE_SIZE];
    double from = now();
    for (int64_t i = 0; i < n; i++) {
        if (!enter(ctx, tenant) || !job_enqueue(ctx, "bench", 0, NULL, &id) || !db_commit(ctx))
            return false;
        arena_reset(ctx->arena);
    }
    *in = now() - from;
    from = now();
    while (found) {
        if (!worker.queue.ahead && now() - worker.refreshed >= 1) {
            if (!queue_refresh(ctx, &worker.queue))
                return false;
            worker.refreshed = now();
        }
        if (!queue_claim(ctx, &worker.queue, &job, &found))
            return false;
        job.ahead = ahead;
        job.worker = &worker;
        if (found && !queue_run(ctx, &job, note))
            return false;
        arena_reset(ctx->arena);
    }
    *out = now() - from;
    return true;
}

static bool
records(struct ctx *ctx, int64_t seconds, double *rate)
{
    struct stage_queue queue;
    char note[STAGE_NOTE_SIZE];
    double from = now(), refreshed = 0;
    int64_t batches = 0;
    bool found = true, ok = true;
    stage_queue_open(&queue, "bench:1");
    while (ok && now() - from < (double)seconds) {
        if (now() - refreshed >= 1 || !found) {
            ok = stage_queue_refresh(ctx, &queue);
            refreshed = now();
        }
        ok = ok && stage_queue_work(ctx, &queue, &found, note);
        if (!found && !queue.n_lanes)
            break;
        batches += found;
        arena_reset(ctx->arena);
    }
    *rate = (double)batches * (double)bench.batch / (now() - from);
    stage_queue_close(&queue);
    return ok;
}

int
main(int argc, char **argv)
{
    struct arena *arena = arena_new(), *owner = arena_new();
    struct ctx ctx = {.arena = arena};
    double in, out;
    if (argc != 4)
        return EXIT_FAILURE;
    int64_t tenant = strtoll(argv[2], NULL, 10), n = strtoll(argv[3], NULL, 10);
    if (!db_open(&ctx, owner, getenv("LEADGEN_BATCH_DSN")))
        return give_up(&ctx);
    if (!strcmp(argv[1], "jobs")) {
        if (!jobs(&ctx, tenant, n, &in, &out))
            return give_up(&ctx);
        printf("%.0f %.0f\n", (double)n / in, (double)n / out);
    } else {
        if (!records(&ctx, n, &out))
            return give_up(&ctx);
        printf("%.0f\n", out);
    }
    arena_free(arena);
    arena_free(owner);
    return EXIT_SUCCESS;
}
