/* Forgets uploads, raw rows and results of stages in time, a few thousand rows to a transaction. See
 * retention.h. The file's key goes last, so that a run which was cut off is taken up again;
 * the file itself goes with the sweep of files that no row names. */
#include "domain/pipeline/retention.h"

#include <stdio.h>

#include "base/db.h"
#include "domain/account/tenant.h"
#include "statements.h"

enum { RETENTION_BATCH = 5000 };

struct stale {
    int64_t import_id, last_row, last_preview;
};
static const struct field stale_fields[] = {
    FIELD_I64(struct stale, import_id),
    FIELD_I64(struct stale, last_row),
    FIELD_I64(struct stale, last_preview),
    FIELD_END,
};

static bool
begin(struct ctx *ctx, const struct task_run *run)
{
    return db_begin(ctx, false) && tenant_enter(ctx, run->tenant_id);
}

static bool
forget(struct ctx *ctx, const struct task_run *run, const struct stale *stale)
{
    int64_t last = stale->last_row > stale->last_preview ? stale->last_row : stale->last_preview;
    for (int64_t first = 0; first <= last; first += RETENTION_BATCH)
        if (!begin(ctx, run) ||
            !db_exec(ctx, &SQL_RETENTION_IMPORT_ROWS,
                     DB_ARGS(DB_I64(stale->import_id), DB_I64(first),
                             DB_I64(first + RETENTION_BATCH - 1)),
                     NULL) ||
            !db_commit(ctx))
            return false;
    return begin(ctx, run) &&
           db_exec(ctx, &SQL_RETENTION_IMPORT_FILE, DB_ARGS(DB_I64(stale->import_id)), NULL) &&
           db_commit(ctx);
}

bool
retention_imports(struct ctx *ctx, struct task_run *run)
{
    int64_t n = 0;
    for (;;) {
        struct stale stale;
        bool found;
        if (!begin(ctx, run) ||
            !db_maybe(ctx, &SQL_RETENTION_IMPORT_NEXT, DB_ARGS(DB_I64(RETENTION_IMPORT_DAYS)),
                      stale_fields, &stale, &found) ||
            !db_commit(ctx))
            return false;
        if (!found)
            break;
        if (!forget(ctx, run, &stale))
            return false;
        n++;
        arena_reset(ctx->arena);
    }
    snprintf(run->message, sizeof run->message, "%lld imports", (long long)n);
    return true;
}

bool
retention_runs(struct ctx *ctx, struct task_run *run)
{
    int64_t drafts, n = RETENTION_BATCH, results = 0;
    if (!begin(ctx, run) ||
        !db_exec(ctx, &SQL_RETENTION_RUN_DRAFTS, DB_ARGS(DB_I64(RETENTION_DRAFT_DAYS)), &drafts) ||
        !db_commit(ctx))
        return false;
    for (; n == RETENTION_BATCH; results += n)
        if (!begin(ctx, run) ||
            !db_exec(ctx, &SQL_RETENTION_STAGE_RESULTS,
                     DB_ARGS(DB_I64(RETENTION_RESULT_DAYS), DB_I64(RETENTION_BATCH)), &n) ||
            !db_commit(ctx))
            return false;
    snprintf(run->message, sizeof run->message, "%lld results, %lld drafts", (long long)results,
             (long long)drafts);
    return true;
}
