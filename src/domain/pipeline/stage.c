/* What stages share: the registry's checks, answers, leases. See stage.h. */
#include "domain/pipeline/stage.h"

#include <stdarg.h>
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "statements.h"

enum { BEAT_SECONDS = 2 };

static const char *const result_names[STAGE_N_RESULTS] = {
    [STAGE_OPEN] = "open",         [STAGE_DONE] = "done",       [STAGE_PARTIAL] = "partial",
    [STAGE_NO_MATCH] = "no_match", [STAGE_STOPPED] = "stopped", [STAGE_BLOCKED] = "blocked",
    [STAGE_SKIPPED] = "skipped",   [STAGE_RETRY] = "retry",     [STAGE_FAILED] = "failed",
};

const char *
stage_result_name(enum stage_result result)
{
    return result_names[result];
}

const struct stage *
stage_named(const char *name)
{
    for (size_t i = 0; stages[i]; i++)
        if (!strcmp(stages[i]->name, name))
            return stages[i];
    return NULL;
}

/* The dependency must stand before stages[at], and a company's stage may not wait for its people. */
static bool
check_needed(struct ctx *ctx, size_t at, const char *const *needed)
{
    for (; needed && *needed; needed++) {
        const struct stage *other = NULL;
        for (size_t i = 0; i < at && !other; i++)
            if (!strcmp(stages[i]->name, *needed))
                other = stages[i];
        if (!other)
            return err_raise(ctx, ERR_BUG, "stage %s needs %s, which does not come before it",
                             stages[at]->name, *needed);
        if (other->apart)
            return err_raise(ctx, ERR_BUG, "stage %s needs %s, which is apart", stages[at]->name,
                             *needed);
        if (other->entity == RECORD_CONTACT && stages[at]->entity == RECORD_COMPANY)
            return err_raise(ctx, ERR_BUG, "stage %s of companies needs %s of contacts",
                             stages[at]->name, *needed);
    }
    return true;
}

bool
stage_check(struct ctx *ctx)
{
    for (size_t i = 0; stages[i]; i++) {
        const struct stage *stage = stages[i];
        if (!check_needed(ctx, i, stage->hard) || !check_needed(ctx, i, stage->soft))
            return false;
        if (stage->batch < 1 || stage->lease_seconds < 2 || stage->max_attempts < 1 || !stage->work)
            return err_raise(ctx, ERR_BUG, "stage %s lacks a limit or its work", stage->name);
        for (size_t j = i + 1; stages[j]; j++) {
            if (stage->entity == RECORD_CONTACT && stages[j]->entity == RECORD_COMPANY)
                return err_raise(ctx, ERR_BUG, "stage %s of companies comes after one of contacts",
                                 stages[j]->name);
            if (stage->terminal && !stages[j]->terminal && stages[j]->entity == stage->entity)
                return err_raise(ctx, ERR_BUG, "stage %s is terminal, yet %s comes after it",
                                 stage->name, stages[j]->name);
        }
    }
    return true;
}

bool
stage_begin(struct ctx *ctx, const struct stage_batch *batch)
{
    return db_begin(ctx, true) &&
           db_queue(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(batch->tenant_id), DB_ID(batch->actor)));
}

int64_t
stage_cost(const struct stage *stage, int64_t own)
{
    return own >= 0 ? own : stage->cost_micros;
}

void
stage_end(struct ctx *ctx, struct stage_item *item, enum stage_result result, const char *cause,
          const char *message, ...)
{
    item->result = result;
    item->cause = cause;
    item->message = NULL;
    if (!message)
        return;
    va_list args;
    va_start(args, message);
    item->message = arena_vprintf(ctx->arena, message, args);
    va_end(args);
}

int64_t *
stage_ids(struct ctx *ctx, const struct stage_batch *batch)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n_items + 1, int64_t);
    for (size_t i = 0; i < batch->n_items; i++)
        ids[i] = batch->items[i].record_id;
    return ids;
}

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

bool
stage_alive(struct ctx *ctx, struct stage_batch *batch)
{
    if (db_in_transaction(ctx))
        return err_raise(ctx, ERR_BUG, "stage_alive inside a transaction");
    if (batch->must_end && batch->must_end(batch->worker))
        batch->stop = true;
    double at = now();
    if (at - batch->beat < BEAT_SECONDS)
        return true;
    batch->beat = at;
    int64_t held;
    if (!db_exec(ctx, &SQL_STAGE_ALIVE,
                 DB_ARGS(DB_I64(batch->claim_id), DB_I64(batch->stage->lease_seconds)), &held))
        return false;
    if (!held) {
        batch->lost = true;
        return err_raise(ctx, ERR_CONFLICT, "The lease on this part of run %lld is lost.",
                         (long long)batch->run_id);
    }
    bool notified;
    return db_wait(ctx, 0, &notified);
}
