/* Sites that are due again. See crawl_refresh.h. */
#include "domain/crawl/crawl_refresh.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/db.h"
#include "domain/crawl/crawl_lease.h"
#include "domain/pipeline/pipeline_run.h"
#include "statements.h"

enum { MOST = 2000, GONE_DAYS = 90, DEFER_SECONDS = 2 * 24 * 3600, PRIORITY = -5 };

struct due {
    int64_t company_id;
};

/* Starts a run of those stages of `wanted` that this program has. */
static bool
start(struct ctx *ctx, const int64_t *ids, size_t n, int64_t *run_id)
{
    static const char *const wanted[] = {"crawl", "facts", "score"};
    const char *names[sizeof wanted / sizeof *wanted];
    size_t n_names = 0;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (stage_named(wanted[i]))
            names[n_names++] = wanted[i];
    const struct pipeline_choice choice = {.entity = RECORD_COMPANY,
                                           .ids = ids,
                                           .n_ids = n,
                                           .stages = names,
                                           .n_stages = n_names,
                                           .priority = PRIORITY,
                                           .title = "Page refresh"};
    return pipeline_run_start(ctx, &choice, run_id);
}

bool
crawl_refresh_task(struct ctx *ctx, struct task_run *run)
{
    static const struct field map[] = {FIELD_I64(struct due, company_id), FIELD_END};
    struct due *rows;
    size_t n;
    int64_t run_id;
    if (!db_begin(ctx, false) ||
        !db_exec(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(run->tenant_id), DB_NULL), NULL) ||
        !db_exec(ctx, &SQL_CRAWL_FORGET, DB_ARGS(DB_I64(GONE_DAYS)), NULL) ||
        !DB_ALL(ctx, &SQL_CRAWL_DUE, DB_ARGS(DB_I64(MOST)), map, &rows, &n))
        return false;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        ids[i] = rows[i].company_id;
    if (n > 0 &&
        (!start(ctx, ids, n, &run_id) ||
         !db_exec(ctx, &SQL_CRAWL_DEFER, DB_ARGS(DB_I64S(ids, n), DB_I64(DEFER_SECONDS)), NULL)))
        return false;
    if (!db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "%zu sites", n);
    return true;
}

bool
crawl_refresh_sweep(struct ctx *ctx, struct task_run *run)
{
    int64_t n;
    if (!crawl_lease_sweep(ctx, &n))
        return false;
    snprintf(run->message, sizeof run->message, "%" PRId64 " leases", n);
    return true;
}
