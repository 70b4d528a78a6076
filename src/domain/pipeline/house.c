/* The queue's own housekeeping. See house.h. */
#include "domain/pipeline/house.h"

#include <stdio.h>

#include "base/db.h"
#include "domain/pipeline/queue.h"
#include "statements.h"

bool
house_queue_sweep(struct ctx *ctx, struct task_run *run)
{
    const struct queue queue = {.worker = "queue_sweep"};
    int64_t n;
    if (!queue_sweep(ctx, &queue, &n))
        return false;
    snprintf(run->message, sizeof run->message, "%lld taken over", (long long)n);
    return true;
}

bool
house_partitions(struct ctx *ctx, struct task_run *run)
{
    const char *said;
    if (!db_str(ctx, &SQL_PARTITIONS_ENSURE, DB_NO_ARGS, &said))
        return false;
    snprintf(run->message, sizeof run->message, "%s", said);
    return true;
}

bool
house_job_purge(struct ctx *ctx, struct task_run *run)
{
    int64_t n;
    if (!db_i64(ctx, &SQL_JOB_PURGE, DB_NO_ARGS, &n))
        return false;
    snprintf(run->message, sizeof run->message, "%lld filed away", (long long)n);
    return true;
}
