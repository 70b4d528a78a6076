/* leadgen-batch with kinds of job and stages made for tests: this file's registries stand in for those of
 * src/domain/pipeline/tasks.c and stages.c, everything else is the program itself. Used by tick.sh and
 * stage_crash.sh, which make the table test_mark: one row for every unit of work that was done. */
#include <stdlib.h>
#include <time.h>

#include "base/db.h"
#include "domain/pipeline/house.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/task.h"

static const struct sql mark = {
    "test_mark", true,
    "INSERT INTO test_mark (tenant_id, job_id, unit) VALUES (app.tenant(), $1, $2)"};
static const struct sql marked = {
    "test_marked", true,
    "SELECT count(DISTINCT unit) FROM test_mark WHERE tenant_id = app.tenant() AND job_id = $1"};

static void
doze(long milliseconds)
{
    nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

static bool
do_unit(struct ctx *ctx, struct job *job, int64_t unit, bool last)
{
    return job_begin(ctx, job) &&
           db_exec(ctx, &mark, DB_ARGS(DB_I64(job->job_id), DB_I64(unit)), NULL) &&
           (!last || job_finish(ctx, job)) && db_commit(ctx);
}

/* As many units as the subject says, 5 ms each; goes on where an earlier run ended. */
static bool
count_run(struct ctx *ctx, struct job *job)
{
    int64_t done;
    if (!job_begin(ctx, job) || !db_i64(ctx, &marked, DB_ARGS(DB_I64(job->job_id)), &done) ||
        !db_commit(ctx))
        return false;
    while (done < job->subject) {
        if (job->stop != JOB_GO)
            return true;
        doze(5);
        job->done = done + 1;
        if (!do_unit(ctx, job, done + 1, done + 1 == job->subject))
            return false;
        done++;
        arena_reset(ctx->arena);
        if (!job->finished && !job_heartbeat(ctx, job, done, job->subject))
            return false;
    }
    return true;
}

/* Sleeps past its lease after the first unit, then tries to go on. */
static bool
sleepy_run(struct ctx *ctx, struct job *job)
{
    if (!do_unit(ctx, job, job->attempts, false))
        return false;
    if (job->attempts == 1)
        doze(5000);
    return do_unit(ctx, job, 100 + job->attempts, true);
}

static bool
bad_input_run(struct ctx *ctx, struct job *job)
{
    (void)job;
    return err_raise(ctx, ERR_INPUT, "Row 7 has no name.");
}

static bool
away_run(struct ctx *ctx, struct job *job)
{
    (void)job;
    return err_raise(ctx, ERR_UNAVAILABLE, "The service does not answer.");
}

static bool
bug_run(struct ctx *ctx, struct job *job)
{
    (void)job;
    return err_raise(ctx, ERR_BUG, "a promise is broken");
}

static bool
crash_run(struct ctx *ctx, struct job *job)
{
    (void)ctx;
    (void)job;
    abort();
}

/* Stages: a little time for each record, now and then a failure that the next attempt mends. */
static bool
stage_work(struct ctx *ctx, struct stage_batch *batch)
{
    const char *given = getenv("STAGE_DOZE"); /* milliseconds */
    long each = given ? strtol(given, NULL, 10) : 1;
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        doze(each);
        if (item->attempts == 1 && item->record_id % 17 == 0) {
            stage_end(ctx, item, STAGE_RETRY, "away", "The site does not answer.");
            item->retry_seconds = 1;
        } else {
            item->cost_micros = batch->stage->cost_micros / 2;
            stage_end(ctx, item, item->record_id % 5 ? STAGE_DONE : STAGE_PARTIAL, NULL, NULL);
        }
        if (i % 10 == 0 && !stage_alive(ctx, batch))
            return false;
    }
    return true;
}

static const struct sql stage_mark = {
    "test_stage_mark", true,
    "INSERT INTO test_mark (tenant_id, job_id, unit) SELECT app.tenant(), $1, i * 10 + $3 FROM "
    "unnest($2::bigint[]) AS i"};

static bool
stage_write(struct ctx *ctx, struct stage_batch *batch)
{
    int64_t place = 0;
    while (stages[place] != batch->stage)
        place++;
    return db_exec(ctx, &stage_mark,
                   DB_ARGS(DB_I64(batch->run_id), DB_I64S(stage_ids(ctx, batch), batch->n_items),
                           DB_I64(place)),
                   NULL);
}

#define STAGE_LIMITS                                                                               \
    .entity = RECORD_COMPANY, .batch = 50, .lease_seconds = 2, .max_attempts = 1000,               \
    .work = stage_work, .write = stage_write
static const struct stage one = {.name = "one", .label = "One", .about = "First.", STAGE_LIMITS};
static const struct stage two = {
    .name = "two",
    .label = "Two",
    .about = "Second, for money.",
    .hard = (const char *const[]){"one", NULL},
    .cost_micros = 1000,
    STAGE_LIMITS
};
static const struct stage three = {
    .name = "three",
    .label = "Three",
    .about = "Third.",
    .hard = (const char *const[]){"two", NULL},
    STAGE_LIMITS
};
const struct stage *const stages[] = {&one, &two, &three, NULL};

const struct job_kind job_kinds[] = {
    {"count",  "Count", "units", 3, 2, count_run, NULL},
    {"sleepy", "Sleep", "units", 3, 2, sleepy_run, NULL},
    {"bad_input",       "Bad input", "units", 3, 2, bad_input_run, NULL},
    {"away",    "Away", "units", 2, 6, away_run, NULL},
    {"bug", "Bug", "units", 3, 2, bug_run, NULL},
    {"crash", "Crash", "units", 2, 2, crash_run, NULL},
    {"pipeline",       "Start of a run", "records", 1000, 2, pipeline_run_job, pipeline_run_dead},
    {.name = NULL   },
};

const struct task tasks[] = {
    {"queue_sweep", "Take over jobs of lost workers", 1, NULL, NULL, 0, false, true, false, 60,
     house_queue_sweep},
    {.name = NULL           },
};
