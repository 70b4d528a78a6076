/* Housekeeping: the queue, partitions, accounts, files. See house.h. */
#include "domain/pipeline/house.h"

#include <stdio.h>

#include "base/conf.h"
#include "base/db.h"
#include "base/store.h"
#include "domain/pipeline/ledger.h"
#include "domain/pipeline/queue.h"
#include "domain/pipeline/stage_queue.h"
#include "statements.h"

bool
house_queue_sweep(struct ctx *ctx, struct task_run *run)
{
    const struct queue queue = {.worker = "queue_sweep"};
    int64_t n, n_stages;
    if (!queue_sweep(ctx, &queue, &n) || !stage_queue_sweep(ctx, queue.worker, &n_stages))
        return false;
    snprintf(run->message, sizeof run->message, "%lld taken over", (long long)(n + n_stages));
    return true;
}

bool
house_budget_reset(struct ctx *ctx, struct task_run *run)
{
    bool reset;
    if (!db_begin(ctx, false) ||
        !db_exec(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(run->tenant_id), DB_NULL), NULL) ||
        !ledger_reset(ctx, &reset) || !db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "%s", reset ? "a new period" : "not due");
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

bool
house_account_sweep(struct ctx *ctx, struct task_run *run)
{
    int64_t n;
    if (!db_i64(ctx, &SQL_ACCOUNT_SWEEP, DB_NO_ARGS, &n))
        return false;
    snprintf(run->message, sizeof run->message, "%lld deleted", (long long)n);
    return true;
}

struct unused {
    const char *key;
};
static const struct field unused_fields[] = {FIELD_STR(struct unused, key), FIELD_END};

static bool
remove_unused(struct ctx *ctx, const char *const *keys, size_t n, int64_t *n_removed)
{
    struct unused *rows;
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_FILES_UNUSED, DB_ARGS(DB_STRS(keys, n)), unused_fields, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < n_rows; i++)
        store_remove(ctx, rows[i].key);
    *n_removed += (int64_t)n_rows;
    return true;
}

bool
house_file_sweep(struct ctx *ctx, struct task_run *run)
{
    int64_t n = 0;
    if (!ctx->conf || !ctx->conf->files)
        return err_raise(ctx, ERR_INPUT, "LEADGEN_FILES is not set.");
    if (!store_sweep(ctx, remove_unused, &n))
        return false;
    snprintf(run->message, sizeof run->message, "%lld files removed", (long long)n);
    return true;
}
