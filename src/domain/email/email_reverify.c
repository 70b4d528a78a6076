/* Checking addresses again in time. See email_reverify.h. */
#include "domain/email/email_reverify.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "domain/account/tenant.h"
#include "domain/email/email_setting.h"
#include "domain/pipeline/pipeline_run.h"
#include "statements.h"

#define TITLE "Addresses to check again"
enum { RUNS_MOST = 200 };

static bool
is_running(struct ctx *ctx, bool *running)
{
    struct pipeline_run *runs;
    size_t n;
    *running = false;
    if (!pipeline_run_list(ctx, "active", INT64_MAX, RUNS_MOST, &runs, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        *running |= runs[i].title && !strcmp(runs[i].title, TITLE);
    return true;
}

struct due {
    int64_t contact_id;
};
static const struct field due_map[] = {FIELD_I64(struct due, contact_id), FIELD_END};

static bool
start(struct ctx *ctx, int64_t *n_due)
{
    static const char *const names[] = {"email_verify"};
    struct email_setting setting;
    struct due *due;
    size_t n;
    int64_t run_id;
    if (!email_setting_read(ctx, &setting) ||
        !DB_ALL(ctx, &SQL_EMAIL_DUE,
                DB_ARGS(DB_I64(setting.reverify_days), DB_I64(EMAIL_REVERIFY_AT_ONCE)), due_map,
                &due, &n))
        return false;
    *n_due = (int64_t)n;
    if (!n)
        return true;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n, int64_t);
    for (size_t i = 0; i < n; i++)
        ids[i] = due[i].contact_id;
    struct pipeline_choice choice = {.entity = RECORD_CONTACT,
                                     .ids = ids,
                                     .n_ids = n,
                                     .stages = names,
                                     .n_stages = 1,
                                     .priority = -5,
                                     .title = TITLE};
    return pipeline_run_start(ctx, &choice, &run_id);
}

bool
email_reverify_task(struct ctx *ctx, struct task_run *run)
{
    bool running;
    int64_t n = 0;
    if (!db_begin(ctx, false) || !tenant_enter(ctx, run->tenant_id) || !is_running(ctx, &running) ||
        (!running && !start(ctx, &n)) || !db_commit(ctx))
        return false;
    if (running)
        snprintf(run->message, sizeof run->message, "the last run is still at work");
    else
        snprintf(run->message, sizeof run->message, "%" PRId64 " addresses", n);
    return true;
}
