/* Running recurring tasks. See task.h. A run holds an advisory lock, so the end of its process frees
 * it; a row that says running while nobody holds the lock is a lost run. */
#include "domain/pipeline/task.h"

#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "statements.h"

/* A run that is this much late was missed; ticks themselves may come a few minutes late. */
enum { MISSED_SECONDS = 900 };

struct due {
    const char *task;
    int64_t late;
};
static const struct field due_fields[] = {
    FIELD_STR(struct due, task),
    FIELD_I64(struct due, late),
    FIELD_END,
};

struct running {
    const char *task;
    int64_t age;
};
static const struct field running_fields[] = {
    FIELD_STR(struct running, task),
    FIELD_I64(struct running, age),
    FIELD_END,
};

struct tenant {
    int64_t tenant_id;
};
static const struct field tenant_fields[] = {FIELD_I64(struct tenant, tenant_id), FIELD_END};

const struct task *
task_named(const char *name)
{
    for (const struct task *task = tasks; task->name; task++)
        if (!strcmp(task->name, name))
            return task;
    return NULL;
}

bool
task_sync(struct ctx *ctx)
{
    for (const struct task *task = tasks; task->name; task++)
        if (!db_exec(ctx, &SQL_SCHEDULE_SYNC,
                     DB_ARGS(DB_STR(task->name), DB_ID(task->every_seconds), DB_STR(task->at),
                             DB_STR(task->zone ? task->zone : "UTC"), DB_I64(task->jitter_seconds)),
                     NULL))
            return false;
    return true;
}

static bool
lock(struct ctx *ctx, const char *name, bool shared, bool *held)
{
    int64_t value;
    if (!db_i64(ctx, &SQL_TASK_LOCK, DB_ARGS(DB_STR(name), DB_BOOL(shared)), &value))
        return false;
    *held = value != 0;
    return true;
}

static bool
unlock(struct ctx *ctx, const char *name, bool shared)
{
    int64_t value;
    return db_i64(ctx, &SQL_TASK_UNLOCK, DB_ARGS(DB_STR(name), DB_BOOL(shared)), &value);
}

/* Runs the body in memory of its own; a failure of the run stays in `run` as words and kind. */
static enum err_kind
run_body(struct ctx *ctx, const struct task *task, struct task_run *run)
{
    struct ctx inner = *ctx;
    inner.arena = arena_new();
    err_clear(&inner);
    bool ok = task->run(&inner, run);
    if (ok && db_in_transaction(&inner))
        ok = err_raise(&inner, ERR_BUG, "the task left a transaction open");
    enum err_kind kind = ok ? ERR_NONE : inner.err.kind;
    if (!ok) {
        db_rollback(&inner);
        snprintf(run->message, sizeof run->message, "%.*s", TASK_MESSAGE_SIZE - 1,
                 inner.err.message);
    }
    arena_free(inner.arena);
    return kind;
}

/* One tenant's failure does not keep the others from their run. */
static enum err_kind
run_tenants(struct ctx *ctx, const struct task *task, struct task_run *out)
{
    struct tenant *tenants;
    size_t n;
    enum err_kind first = ERR_NONE;
    if (!DB_ALL(ctx, &SQL_TASK_TENANTS, DB_NO_ARGS, tenant_fields, &tenants, &n)) {
        snprintf(out->message, sizeof out->message, "%.*s", TASK_MESSAGE_SIZE - 1,
                 ctx->err.message);
        first = ctx->err.kind;
        err_clear(ctx);
        return first;
    }
    for (size_t i = 0; i < n; i++) {
        struct task_run run = {.tenant_id = tenants[i].tenant_id};
        enum err_kind kind = run_body(ctx, task, &run);
        if (first == ERR_NONE)
            *out = run;
        if (first == ERR_NONE)
            first = kind;
    }
    if (first == ERR_NONE)
        snprintf(out->message, sizeof out->message, "%zu tenants", n);
    return first;
}

static enum err_kind
run_any(struct ctx *ctx, const struct task *task, struct task_run *run)
{
    return task->per_tenant && !run->tenant_id ? run_tenants(ctx, task, run)
                                               : run_body(ctx, task, run);
}

/* Under the task's lock: starts the run unless it is no longer due, and records how it ended. */
static bool
run_recorded(struct ctx *ctx, const struct task *task, bool force, const char *worker,
             struct task_run *run, enum err_kind *kind, bool *started)
{
    int64_t n;
    if (!db_exec(ctx, &SQL_SCHEDULE_START,
                 DB_ARGS(DB_STR(task->name), DB_BOOL(force), DB_STR(worker),
                         DB_I64(task->jitter_seconds)),
                 &n))
        return false;
    *started = n == 1;
    if (!*started)
        return true;
    *kind = run_any(ctx, task, run);
    return db_exec(ctx, &SQL_SCHEDULE_END,
                   DB_ARGS(DB_STR(task->name), DB_STR(*kind ? "failed" : "done"),
                           run->message[0] ? DB_STR(run->message) : DB_NULL),
                   NULL);
}

static bool
end_lost(struct ctx *ctx)
{
    struct running *rows;
    size_t n;
    if (!DB_ALL(ctx, &SQL_SCHEDULE_RUNNING, DB_NO_ARGS, running_fields, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct task *task = task_named(rows[i].task);
        bool held;
        int64_t n_ended;
        if (!task)
            continue;
        if (rows[i].age > task->max_seconds &&
            !db_i64(ctx, &SQL_SCHEDULE_STOP, DB_ARGS(DB_STR(task->name)), &n_ended))
            return false;
        if (!lock(ctx, task->name, false, &held))
            return false;
        if (held && (!db_exec(ctx, &SQL_SCHEDULE_END,
                              DB_ARGS(DB_STR(task->name), DB_STR("lost"),
                                      DB_STR("The run was cut off before its end.")),
                              NULL) ||
                     !unlock(ctx, task->name, false)))
            return false;
    }
    return true;
}

static bool
run_due(struct ctx *ctx, const struct task *task, const char *worker, task_log *log, int64_t *n_run)
{
    struct task_run run = {0};
    enum err_kind kind = ERR_NONE;
    bool held, started;
    if (!lock(ctx, task->name, task->may_overlap, &held) || !held)
        return ctx->err.kind == ERR_NONE;
    if (!run_recorded(ctx, task, false, worker, &run, &kind, &started) ||
        !unlock(ctx, task->name, task->may_overlap))
        return false;
    *n_run += started;
    if (kind)
        log(arena_printf(ctx->arena, "task %s: %s: %s", task->name, err_kind_name(kind),
                         run.message));
    return true;
}

bool
task_run_due(struct ctx *ctx, const char *worker, task_log *log, int64_t *n_run)
{
    struct due *rows;
    size_t n;
    if (!end_lost(ctx) || !DB_ALL(ctx, &SQL_SCHEDULE_DUE, DB_NO_ARGS, due_fields, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct task *task = task_named(rows[i].task);
        if (!task)
            continue;
        if (!task->catch_up && rows[i].late > MISSED_SECONDS) {
            if (!db_exec(ctx, &SQL_SCHEDULE_MISS, DB_ARGS(DB_STR(task->name)), NULL))
                return false;
            continue;
        }
        if (!run_due(ctx, task, worker, log, n_run))
            return false;
    }
    return true;
}

bool
task_run_now(struct ctx *ctx, const struct task *task, int64_t tenant_id, const char *worker,
             char message[TASK_MESSAGE_SIZE])
{
    struct task_run run = {.tenant_id = tenant_id};
    enum err_kind kind = ERR_NONE;
    bool held, started, ok = true;
    if (tenant_id && !task->per_tenant)
        return err_field(ctx, ERR_INPUT, "tenant", "The task %s does not work by tenant.",
                         task->name);
    if (!lock(ctx, task->name, task->may_overlap, &held))
        return false;
    if (!held)
        return err_raise(ctx, ERR_CONFLICT, "The task %s is running.", task->name);
    if (tenant_id)
        kind = run_any(ctx, task, &run);
    else
        ok = run_recorded(ctx, task, true, worker, &run, &kind, &started);
    if (!ok || !unlock(ctx, task->name, task->may_overlap))
        return false;
    snprintf(message, TASK_MESSAGE_SIZE, "%s", run.message);
    return kind == ERR_NONE || err_raise(ctx, kind, "%s", run.message);
}
