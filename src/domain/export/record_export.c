/* Exports: rows of the table and the job. See record_export.h and record_export_run.h. */
#include "domain/export/record_export.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/db.h"
#include "base/store.h"
#include "domain/account/tenant.h"
#include "domain/query/record_query.h"
#include "statements.h"

enum { DRAFT_DAYS = 1 };

static const struct field export_fields[] = {
    FIELD_I64(struct record_export, export_id),   FIELD_I64(struct record_export, entity),
    FIELD_STR(struct record_export, state),       FIELD_STR(struct record_export, filter),
    FIELD_I64(struct record_export, n_picked),    FIELD_STR(struct record_export, sort),
    FIELD_BOOL(struct record_export, descending), FIELD_STR(struct record_export, columns),
    FIELD_STR(struct record_export, format),      FIELD_BOOL(struct record_export, bom),
    FIELD_BOOL(struct record_export, unguarded),  FIELD_I64(struct record_export, total),
    FIELD_I64(struct record_export, written),     FIELD_I64(struct record_export, cut),
    FIELD_I64(struct record_export, sheets),      FIELD_I64(struct record_export, size),
    FIELD_STR(struct record_export, file),        FIELD_STR(struct record_export, error),
    FIELD_I64(struct record_export, job_id),      FIELD_STR(struct record_export, created_by_name),
    FIELD_I64(struct record_export, created_at),  FIELD_I64(struct record_export, finished_at),
    FIELD_I64(struct record_export, expires_at),  FIELD_END,
};

bool
record_export_pick(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n,
                   int64_t *picked)
{
    if (!n || n > RECORD_EXPORT_PICKED)
        return err_raise(ctx, ERR_INPUT, "Select 1 to %d records.", RECORD_EXPORT_PICKED);
    return db_i64(ctx, &SQL_RECORD_EXPORT_PICK, DB_ARGS(DB_I64(entity), DB_I64S(ids, n)), picked);
}

bool
record_export_start(struct ctx *ctx, const struct record_export_work *work, int64_t *export_id)
{
    struct record_export_column *columns;
    struct record_filter filter;
    size_t n;
    int64_t job_id;
    if (!record_filter_read_text(ctx, work->entity, work->filter, &filter) ||
        !record_export_columns_named(ctx, work->entity, work->columns, work->n_columns, &columns,
                                     &n))
        return false;
    const char **names = ARENA_ARRAY(ctx->arena, n, const char *);
    for (size_t i = 0; i < n; i++)
        names[i] = columns[i].name;
    return db_i64(ctx, &SQL_RECORD_EXPORT_ADD,
                  DB_ARGS(DB_I64(work->entity), DB_STR(record_filter_text(ctx->arena, &filter)),
                          DB_STR(work->order), DB_BOOL(work->descending), DB_STRS(names, n),
                          DB_STR(work->form.format == EXPORT_CSV ? "csv" : "xlsx"),
                          DB_BOOL(work->form.bom), DB_BOOL(work->form.unguarded),
                          DB_ID(work->picked)),
                  export_id) &&
           job_enqueue(ctx, "export", *export_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_RECORD_EXPORT_SET_JOB, DB_ARGS(DB_I64(*export_id), DB_I64(job_id)),
                   NULL);
}

bool
record_export_get(struct ctx *ctx, int64_t export_id, bool of_all, struct record_export *out)
{
    return db_one(ctx, &SQL_RECORD_EXPORT_GET, DB_ARGS(DB_I64(export_id), DB_BOOL(of_all)),
                  export_fields, out);
}

bool
record_export_list(struct ctx *ctx, bool of_all, int64_t before, int64_t most,
                   struct record_export **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_RECORD_EXPORT_LIST,
                  DB_ARGS(DB_I64(before), DB_I64(most), DB_BOOL(of_all)), export_fields, rows, n);
}

bool
record_export_cancel(struct ctx *ctx, const struct record_export *export)
{
    return job_cancel(ctx, export->job_id);
}

bool
record_export_active(const struct record_export *export)
{
    return !strcmp(export->state, "waiting") || !strcmp(export->state, "running");
}

const char *
record_export_file_name(struct arena *arena, const char *slug, const struct record_export *export)
{
    char day[16] = "";
    struct tm tm;
    time_t at = (time_t)(export->created_at / 1000);
    if (gmtime_r(&at, &tm))
        strftime(day, sizeof day, "%Y-%m-%d", &tm);
    return arena_printf(arena, "%s-%s-%s.%s", slug,
                        export->entity == RECORD_COMPANY ? "companies" : "contacts", day,
                        export->format);
}

/* The export of a job, and its file under construction. */
struct made {
    struct job *job;
    struct record_export export;
};

static bool
begin_batch(struct ctx *ctx, void *arg)
{
    const struct made *made = arg;
    return job_begin(ctx, made->job);
}

static bool
step(struct ctx *ctx, void *arg, int64_t done, int64_t total, bool *stop)
{
    struct made *made = arg;
    made->export.total = total;
    if (!job_heartbeat(ctx, made->job, done, total))
        return false;
    *stop = made->job->stop != JOB_GO;
    return true;
}

static bool
work_of(struct ctx *ctx, const struct record_export *export, struct record_export_work *work)
{
    struct db_strs columns;
    if (!db_strs(ctx, export->columns, &columns))
        return false;
    *work = (struct record_export_work){
        .entity = export->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT,
        .filter = export->filter,
        .picked = export->n_picked ? export->export_id : 0,
        .order = export->sort,
        .descending = export->descending,
        .columns = columns.values,
        .n_columns = columns.n,
        .form = {.format = strcmp(export->format, "csv") ? EXPORT_XLSX : EXPORT_CSV,
                 .bom = export->bom,
                 .unguarded = export->unguarded},
        .begin = begin_batch,
        .step = step,
    };
    return true;
}

/* The file becomes a kept one before the row that names it commits. */
static bool
finish(struct ctx *ctx, struct made *made, const struct record_export_work *work,
       const struct record_export_totals *totals, const char *key)
{
    made->job->done = totals->rows;
    return job_begin(ctx, made->job) &&
           db_exec(ctx, &SQL_RECORD_EXPORT_SET_DONE,
                   DB_ARGS(DB_I64(made->export.export_id), DB_I64(made->export.total),
                           DB_I64(totals->rows), DB_I64(totals->cut), DB_I64(totals->sheets),
                           DB_I64(totals->bytes), DB_STR(key)),
                   NULL) &&
           record_export_audit(ctx, work, totals->rows) && job_finish(ctx, made->job) &&
           db_commit(ctx);
}

static bool
stop(struct ctx *ctx, struct made *made)
{
    return job_begin(ctx, made->job) &&
           db_exec(ctx, &SQL_RECORD_EXPORT_SET_CANCELLED, DB_ARGS(DB_I64(made->export.export_id)),
                   NULL) &&
           job_finish(ctx, made->job) && db_commit(ctx);
}

/* Reads the row and marks it as begun. */
static bool
begin_export(struct ctx *ctx, struct made *made, struct record_export_work *work)
{
    return job_begin(ctx, made->job) &&
           record_export_get(ctx, made->job->subject, true, &made->export) &&
           work_of(ctx, &made->export, work) &&
           db_exec(ctx, &SQL_RECORD_EXPORT_SET_RUNNING, DB_ARGS(DB_I64(made->export.export_id)),
                   NULL) &&
           db_commit(ctx);
}

bool
record_export_job(struct ctx *ctx, struct job *job)
{
    struct made made = {.job = job};
    struct record_export_work work;
    struct record_export_totals totals;
    const char *key = NULL;
    bool stopped = job->stop == JOB_CANCEL;
    if (!begin_export(ctx, &made, &work))
        return false;
    if (stopped)
        return stop(ctx, &made);
    /* one file for each claim: a worker that lost its lease writes into one that nobody reads */
    work.path = store_part(
        ctx, arena_printf(ctx->arena, "export-%" PRId64 "-%" PRId64, job->job_id, job->place));
    work.arg = &made;
    bool ok = record_export_write(ctx, &work, &totals, &stopped);
    if (ok && !stopped)
        return store_keep_path(ctx, work.path, &key) && finish(ctx, &made, &work, &totals, key);
    unlink(work.path);
    return ok && (job->stop != JOB_CANCEL || stop(ctx, &made));
}

bool
record_export_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    return db_exec(ctx, &SQL_RECORD_EXPORT_SET_FAILED,
                   DB_ARGS(DB_I64(job->subject), DB_STR(reason)), NULL);
}

struct stale {
    int64_t export_id;
    const char *file;
};
static const struct field stale_fields[] = {
    FIELD_I64(struct stale, export_id),
    FIELD_STR(struct stale, file),
    FIELD_END,
};

/* Removes the file unless another row names the same bytes. */
static bool
forget_file(struct ctx *ctx, const char *key)
{
    struct db_table unused;
    if (!db_table(ctx, &SQL_FILES_UNUSED, DB_ARGS(DB_STRS(&key, 1)), &unused))
        return false;
    if (unused.n_rows)
        store_remove(ctx, key);
    return true;
}

bool
record_export_retention(struct ctx *ctx, struct task_run *run)
{
    struct stale *stale;
    size_t n;
    if (!db_begin(ctx, false) || !tenant_enter(ctx, run->tenant_id) ||
        !DB_ALL(ctx, &SQL_RECORD_EXPORT_EXPIRE,
                DB_ARGS(DB_I64(RECORD_EXPORT_DAYS), DB_I64(DRAFT_DAYS)), stale_fields, &stale,
                &n) ||
        !db_commit(ctx))
        return false;
    for (size_t i = 0; i < n; i++)
        if (stale[i].file && !forget_file(ctx, stale[i].file))
            return false;
    snprintf(run->message, sizeof run->message, "%zu exports forgotten", n);
    return true;
}
