/* Exports of campaigns: rows of the table and the job. See message_export.h. */
#include "domain/message/message_export.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/db.h"
#include "base/store.h"
#include "statements.h"

static const struct field rows_fields[] = {
    FIELD_I64(struct message_export, export_id),
    FIELD_I64(struct message_export, campaign_id),
    FIELD_STR(struct message_export, campaign_name),
    FIELD_STR(struct message_export, format),
    FIELD_BOOL(struct message_export, bom),
    FIELD_STR(struct message_export, state),
    FIELD_I64(struct message_export, people),
    FIELD_I64(struct message_export, messages),
    FIELD_I64(struct message_export, left_out),
    FIELD_STR(struct message_export, file),
    FIELD_I64(struct message_export, size),
    FIELD_STR(struct message_export, error),
    FIELD_I64(struct message_export, job_id),
    FIELD_STR(struct message_export, asked_by_name),
    FIELD_I64(struct message_export, asked_at),
    FIELD_I64(struct message_export, finished_at),
    FIELD_I64(struct message_export, expires_at),
    FIELD_END,
};

bool
message_export_start(struct ctx *ctx, int64_t campaign_id, enum message_export_format format,
                     bool bom, int64_t *export_id)
{
    const char *name;
    int64_t job_id;
    return message_export_may(ctx, campaign_id, &name) &&
           db_i64(ctx, &SQL_MESSAGE_EXPORT_ADD,
                  DB_ARGS(DB_I64(campaign_id), DB_STR(message_export_format_names[format]),
                          DB_BOOL(bom)),
                  export_id) &&
           job_enqueue(ctx, "campaign_export", *export_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_MESSAGE_EXPORT_SET_JOB, DB_ARGS(DB_I64(*export_id), DB_I64(job_id)),
                   NULL);
}

bool
message_export_get(struct ctx *ctx, int64_t campaign_id, int64_t export_id,
                   struct message_export *out)
{
    return db_one(ctx, &SQL_MESSAGE_EXPORT_GET, DB_ARGS(DB_I64(campaign_id), DB_I64(export_id)),
                  rows_fields, out);
}

bool
message_export_list(struct ctx *ctx, int64_t campaign_id, int64_t before, int64_t most,
                    struct message_export **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_MESSAGE_EXPORT_LIST,
                  DB_ARGS(DB_I64(campaign_id), DB_I64(before), DB_I64(most)), rows_fields, rows, n);
}

static const struct field sum_fields[] = {
    FIELD_STR(struct message_export_sum, reason),
    FIELD_I64(struct message_export_sum, people),
    FIELD_END,
};

bool
message_export_sums(struct ctx *ctx, int64_t export_id, struct message_export_sum **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_MESSAGE_EXPORT_LEFT_COUNT, DB_ARGS(DB_I64(export_id)), sum_fields, rows,
                  n);
}

static const struct field out_fields[] = {
    FIELD_I64(struct message_export_out, contact_id), FIELD_STR(struct message_export_out, reason),
    FIELD_STR(struct message_export_out, name),       FIELD_STR(struct message_export_out, company),
    FIELD_BOOL(struct message_export_out, gone),      FIELD_END,
};

bool
message_export_left(struct ctx *ctx, int64_t export_id, const char *reason, int64_t most,
                    struct message_export_out **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_MESSAGE_EXPORT_LEFT_LIST,
                  DB_ARGS(DB_I64(export_id), DB_STR(reason), DB_I64(most)), out_fields, rows, n);
}

const struct message_export_reason *
message_export_reason_of(const char *code)
{
    for (size_t i = 0; i < MESSAGE_EXPORT_REASONS; i++)
        if (!strcmp(message_export_reasons[i].code, code))
            return &message_export_reasons[i];
    return &message_export_reasons[MESSAGE_EXPORT_REASONS - 1];
}

bool
message_export_active(const struct message_export *export)
{
    return !strcmp(export->state, "waiting") || !strcmp(export->state, "running");
}

const char *
message_export_type(const struct message_export *export)
{
    return strcmp(export->format, "xlsx") != 0
               ? "text/csv; charset=utf-8"
               : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

const char *
message_export_file_name(struct arena *arena, const char *slug, const struct message_export *export)
{
    char day[16] = "";
    struct tm tm;
    time_t at = (time_t)(export->asked_at / 1000);
    bool book = !strcmp(export->format, "xlsx"), plain = !strcmp(export->format, "csv");
    if (gmtime_r(&at, &tm))
        strftime(day, sizeof day, "%Y-%m-%d", &tm);
    return arena_printf(arena, "%s-%s-%s.%s", slug, book || plain ? "messages" : export->format,
                        day, book ? "xlsx" : "csv");
}

/* The export of a job. */
struct made {
    struct job *job;
    struct message_export export;
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
    const struct made *made = arg;
    if (!job_heartbeat(ctx, made->job, done, total))
        return false;
    *stop = made->job->stop != JOB_GO;
    return true;
}

static bool
set_state(struct ctx *ctx, int64_t export_id, const char *state, const char *error)
{
    return db_exec(ctx, &SQL_MESSAGE_EXPORT_SET_STATE,
                   DB_ARGS(DB_I64(export_id), DB_STR(state), DB_STR(error)), NULL);
}

/* Reads the row and marks it as begun. */
static bool
begin_export(struct ctx *ctx, struct made *made, struct message_export_work *work)
{
    struct message_export *export = &made->export;
    if (!job_begin(ctx, made->job) || !message_export_get(ctx, 0, made->job->subject, export) ||
        !message_export_format_read(ctx, export->format, &work->format) ||
        !set_state(ctx, export->export_id, "running", NULL))
        return false;
    work->campaign_id = export->campaign_id;
    work->export_id = export->export_id;
    work->bom = export->bom;
    work->begin = begin_batch;
    work->step = step;
    work->arg = made;
    return db_commit(ctx);
}

/* The file becomes a kept one before the row that names it commits. */
static bool
finish(struct ctx *ctx, struct made *made, const struct message_export_work *work,
       const struct message_export_totals *totals, const char *key)
{
    made->job->done = totals->people;
    return job_begin(ctx, made->job) &&
           db_exec(ctx, &SQL_MESSAGE_EXPORT_SET_DONE,
                   DB_ARGS(DB_I64(work->export_id), DB_I64(totals->people),
                           DB_I64(totals->messages), DB_I64(totals->left_out),
                           DB_I64(totals->bytes), DB_STR(key), DB_I64(MESSAGE_EXPORT_DAYS)),
                   NULL) &&
           message_export_audit(ctx, work, totals) && job_finish(ctx, made->job) && db_commit(ctx);
}

static bool
stop(struct ctx *ctx, struct made *made)
{
    return job_begin(ctx, made->job) && set_state(ctx, made->export.export_id, "cancelled", NULL) &&
           job_finish(ctx, made->job) && db_commit(ctx);
}

bool
message_export_job(struct ctx *ctx, struct job *job)
{
    struct made made = {.job = job};
    struct message_export_work work = {0};
    struct message_export_totals totals;
    const char *key = NULL;
    bool stopped = job->stop == JOB_CANCEL;
    if (!begin_export(ctx, &made, &work))
        return false;
    if (stopped)
        return stop(ctx, &made);
    /* one file for each claim: a worker that lost its lease writes into one that nobody reads */
    work.path = store_part(
        ctx, arena_printf(ctx->arena, "campaign-%" PRId64 "-%" PRId64, job->job_id, job->place));
    bool ok = message_export_write(ctx, &work, &totals, &stopped);
    if (ok && !stopped)
        return store_keep_path(ctx, work.path, &key) && finish(ctx, &made, &work, &totals, key);
    unlink(work.path);
    return ok && (job->stop != JOB_CANCEL || stop(ctx, &made));
}

bool
message_export_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    return set_state(ctx, job->subject, "failed", reason);
}
