/* Rules and alerts. See pipeline_alert.h. */
#include "domain/health/pipeline_alert.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/db.h"
#include "domain/pipeline/stage.h"
#include "statements.h"

enum {
    BACKLOG = 20,        /* fewer waiting records are no backlog */
    BACKLOG_DAYS = 3,    /* a queue is behind when it would take longer to empty */
    STALLED_HOURS = 2,   /* nothing moves although records wait */
    FAILED_PERCENT = 30, /* of a day's results */
    FAILED_LEAST = 10,   /* results before a share means anything */
    NO_PEOPLE_LEAST = 5, /* companies searched for people before nobody means anything */
    HOUR = 3600
};

struct found {
    struct ctx *ctx;
    struct alert *rows;
    size_t n;
};

static void __attribute__((format(printf, 6, 7)))
add(struct found *found, const char *code, const char *subject, const char *level,
    const char *title, const char *detail, ...)
{
    if (found->n == ALERTS_MOST)
        return;
    va_list args;
    va_start(args, detail);
    found->rows[found->n++] =
        (struct alert){.code = code,
                       .subject = subject,
                       .level = level,
                       .title = title,
                       .detail = arena_vprintf(found->ctx->arena, detail, args)};
    va_end(args);
}

/* Results of a stage on one day, failed ones counted apart. */
static int64_t
results_of(const struct health *health, const char *stage, int64_t ago, int64_t *failed)
{
    static const char *const good[] = {"done", "partial", "no_match", "stopped"};
    int64_t n = 0;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        n += pipeline_health_at(health, ago, "day.%s.%s", stage, good[i]);
    *failed = pipeline_health_at(health, ago, "day.%s.failed", stage);
    return n + *failed;
}

static void
judge_stage(struct found *found, const struct health *health, const struct stage *stage)
{
    struct arena *arena = found->ctx->arena;
    int64_t waiting = pipeline_health_now(health, "wait.%s", stage->name), failed, failed_before;
    int64_t oldest = pipeline_health_now(health, "oldest.%s", stage->name);
    int64_t today = results_of(health, stage->name, 0, &failed);
    int64_t both = today + results_of(health, stage->name, 1, &failed_before);
    if (waiting >= BACKLOG && !today && oldest >= STALLED_HOURS * HOUR)
        add(found, "stalled", stage->name, "bad",
            arena_printf(arena, "%s stands still", stage->label),
            "%" PRId64
            " records wait and none was worked on today. Is the minute job of cron running, "
            "and is the run not paused?",
            waiting);
    else if (waiting >= BACKLOG && both && waiting / (both / 2 + 1) >= BACKLOG_DAYS)
        add(found, "behind", stage->name, "warn",
            arena_printf(arena, "%s falls behind", stage->label),
            "%" PRId64 " wait, about %" PRId64 " a day leave: at this rate %" PRId64
            " days. More workers, or fewer records a run, would help.",
            waiting, both / 2, waiting / (both / 2 + 1));
    if (today >= FAILED_LEAST && failed * 100 > today * FAILED_PERCENT)
        add(found, "failing", stage->name, "bad",
            arena_printf(arena, "%s fails often", stage->label),
            "%" PRId64 " of today's %" PRId64
            " results are failures. The page of the run groups them by "
            "cause.",
            failed, today);
}

struct alert *
pipeline_alert_judge(struct ctx *ctx, const struct health *health, size_t *n)
{
    struct found found = {.ctx = ctx, .rows = ARENA_ARRAY(ctx->arena, ALERTS_MOST, struct alert)};
    for (size_t i = 0; stages[i]; i++)
        judge_stage(&found, health, stages[i]);
    int64_t searched = pipeline_health_now(health, "stage.people.done") +
                       pipeline_health_now(health, "stage.people.no_match");
    if (searched >= NO_PEOPLE_LEAST && !pipeline_health_now(health, "with_people"))
        add(&found, "no_people", "", "bad", "Nobody is found",
            "%" PRId64 " companies were searched for people and none has a contact.", searched);
    int64_t dead = pipeline_health_now(health, "dead_jobs"),
            lost = pipeline_health_now(health, "lost");
    if (dead)
        add(&found, "dead_jobs", "", "warn", "Jobs gave up",
            "%" PRId64 " under Jobs need another try or to be dismissed.", dead);
    if (lost)
        add(&found, "lost", "", "bad", "Results do not add up",
            "%" PRId64
            " stages of runs have other totals than their results. This is a fault of the "
            "program.",
            lost);
    int64_t left = pipeline_health_now(health, "budget_left_percent");
    if (pipeline_health_now(health, "budget_set") && left <= 0)
        add(&found, "budget", "", "bad", "The budget is used up",
            "Work that costs money waits until it is raised or the next period begins.");
    else if (pipeline_health_now(health, "budget_warn"))
        add(&found, "budget", "", "warn", "The budget runs low", "%" PRId64 " %% of it are left.",
            left);
    *n = found.n;
    return found.rows;
}

bool
pipeline_alert_sync(struct ctx *ctx, const struct alert *alerts, size_t n)
{
    const char *codes[ALERTS_MOST], *subjects[ALERTS_MOST], *levels[ALERTS_MOST];
    const char *titles[ALERTS_MOST], *details[ALERTS_MOST];
    for (size_t i = 0; i < n; i++) {
        codes[i] = alerts[i].code;
        subjects[i] = alerts[i].subject;
        levels[i] = alerts[i].level;
        titles[i] = alerts[i].title;
        details[i] = alerts[i].detail;
    }
    return db_exec(ctx, &SQL_ALERT_SYNC,
                   DB_ARGS(DB_STRS(codes, n), DB_STRS(subjects, n), DB_STRS(levels, n),
                           DB_STRS(titles, n), DB_STRS(details, n)),
                   NULL);
}

static const struct field alert_fields[] = {
    FIELD_I64(struct alert, alert_id),    FIELD_I64(struct alert, times),
    FIELD_I64(struct alert, first_at),    FIELD_I64(struct alert, last_at),
    FIELD_I64(struct alert, muted_until), FIELD_I64(struct alert, resolved_at),
    FIELD_STR(struct alert, code),        FIELD_STR(struct alert, subject),
    FIELD_STR(struct alert, level),       FIELD_STR(struct alert, title),
    FIELD_STR(struct alert, detail),      FIELD_END,
};

bool
pipeline_alert_list(struct ctx *ctx, bool resolved, struct alert **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_ALERT_LIST, DB_ARGS(DB_BOOL(resolved), DB_I64(ALERTS_MOST)),
                  alert_fields, rows, n);
}

bool
pipeline_alert_mute(struct ctx *ctx, int64_t alert_id, int64_t days)
{
    int64_t n;
    return db_exec(ctx, &SQL_ALERT_MUTE, DB_ARGS(DB_I64(alert_id), DB_I64(days)), &n) &&
           (n || err_raise(ctx, ERR_NOT_FOUND, "This alert is not open any more."));
}
