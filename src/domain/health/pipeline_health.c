/* Measuring the pipeline. See pipeline_health.h. */
#include "domain/health/pipeline_health.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "domain/health/pipeline_alert.h"
#include "statements.h"

enum { NAME_SIZE = 120 };

static const struct field point_fields[] = {FIELD_I64(struct health_point, ago),
                                            FIELD_I64(struct health_point, n),
                                            FIELD_STR(struct health_point, name), FIELD_END};

static int64_t
figure(const struct health *health, int64_t ago, const char *name)
{
    for (size_t i = 0; i < health->n_points; i++)
        if (health->points[i].ago == ago && !strcmp(health->points[i].name, name))
            return health->points[i].n;
    return 0;
}

int64_t
pipeline_health_at(const struct health *health, int64_t ago, const char *name, ...)
{
    char text[NAME_SIZE];
    va_list args;
    va_start(args, name);
    vsnprintf(text, sizeof text, name, args);
    va_end(args);
    return figure(health, ago, text);
}

int64_t
pipeline_health_now(const struct health *health, const char *name, ...)
{
    char text[NAME_SIZE];
    va_list args;
    va_start(args, name);
    vsnprintf(text, sizeof text, name, args);
    va_end(args);
    /* Newest first, so the first row's day is the last one measured. */
    return health->n_points ? figure(health, health->points[0].ago, text) : 0;
}

bool
pipeline_health_read(struct ctx *ctx, struct health *out)
{
    return DB_ALL(ctx, &SQL_HEALTH_POINTS, DB_ARGS(DB_I64(HEALTH_DAYS)), point_fields, &out->points,
                  &out->n_points) &&
           db_i64(ctx, &SQL_HEALTH_MEASURED, DB_NO_ARGS, &out->measured_at);
}

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

bool
pipeline_health_measure(struct ctx *ctx)
{
    double from = now();
    struct health health;
    size_t n;
    if (!db_exec(ctx, &SQL_HEALTH_LOCK, DB_NO_ARGS, NULL) ||
        !db_exec(ctx, &SQL_HEALTH_FORGET, DB_NO_ARGS, NULL) ||
        !db_exec(ctx, &SQL_HEALTH_MEASURE, DB_NO_ARGS, NULL) ||
        !db_exec(ctx, &SQL_HEALTH_MEASURE_WORK, DB_NO_ARGS, NULL) ||
        !db_exec(ctx, &SQL_HEALTH_MEASURE_NOTED, DB_ARGS(DB_F64(now() - from)), NULL) ||
        !pipeline_health_read(ctx, &health))
        return false;
    const struct alert *alerts = pipeline_alert_judge(ctx, &health, &n);
    return pipeline_alert_sync(ctx, alerts, n);
}

bool
pipeline_health_task(struct ctx *ctx, struct task_run *run)
{
    double from = now();
    if (!db_begin(ctx, false) ||
        !db_exec(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(run->tenant_id), DB_NULL), NULL) ||
        !pipeline_health_measure(ctx) || !db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "measured in %.1f s", now() - from);
    return true;
}

bool
pipeline_health_job(struct ctx *ctx, struct job *job)
{
    return job_begin(ctx, job) && pipeline_health_measure(ctx) && job_finish(ctx, job) &&
           db_commit(ctx);
}
