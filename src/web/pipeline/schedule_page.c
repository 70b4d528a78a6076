/* The schedule of recurring work, for super admins: what ran, what comes, run now, pause, change. */
#include "domain/pipeline/schedule.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/account/audit.h"
#include "web/account/account_view.h"
#include "web/pipeline/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { RUNS = 24, HIGH = 18, BAR = 4 };

static const char *const acts[] = {"run", "pause", "resume", NULL};
static const char *const kinds[] = {"every", "at", NULL};
static const char *const units[] = {"s", "min", "h", "d", NULL};

struct schedule_task {
    const char *task;
};
static const struct param schedule_task_items[] = {
    PARAM_TEXT(struct schedule_task, task, 60, REQUIRED)};
const struct params schedule_task_params = PARAMS(struct schedule_task, schedule_task_items);

struct schedule_act {
    const char *task, *act;
};
static const struct param schedule_act_items[] = {
    PARAM_TEXT(struct schedule_act, task, 60, REQUIRED),
    PARAM_CHOICE(struct schedule_act, act, acts, REQUIRED),
};
const struct params schedule_act_params = PARAMS(struct schedule_act, schedule_act_items);

struct schedule_edit {
    const char *task, *kind, *unit, *at_time, *zone;
    int64_t every_seconds; /* in units */
};
static const struct param schedule_change_items[] = {
    PARAM_TEXT(struct schedule_edit, task, 60, REQUIRED),
    PARAM_CHOICE(struct schedule_edit, kind, kinds, REQUIRED),
    PARAM_I64(struct schedule_edit, every_seconds, 0, 31622400, OPTIONAL),
    PARAM_CHOICE(struct schedule_edit, unit, units, REQUIRED),
    PARAM_TEXT(struct schedule_edit, at_time, 5, OPTIONAL),
    PARAM_TEXT(struct schedule_edit, zone, 60, OPTIONAL),
};
const struct params schedule_change_params = PARAMS(struct schedule_edit, schedule_change_items);

static const int64_t unit_seconds[] = {1, 60, 3600, 86400};

/* The largest unit that divides an interval. */
static size_t
unit_of(int64_t seconds)
{
    size_t unit = 3;
    while (unit && seconds % unit_seconds[unit])
        unit--;
    return unit;
}

static const char *
rhythm(struct arena *arena, const struct schedule_row *row)
{
    if (!row->every_seconds)
        return arena_printf(arena, "%s %s", row->at_time, row->zone);
    size_t unit = unit_of(row->every_seconds);
    return arena_printf(arena, "%" PRId64 " %s", row->every_seconds / unit_seconds[unit],
                        units[unit]);
}

/* The last runs as bars, the newest at the right: as high as they took long (a square root, so that
 * short ones can be seen beside a long one). */
static void
show_runs(struct page *pg, struct tree *node, const char *recent)
{
    struct arena *arena = pg->ctx->arena;
    double seconds[RUNS], most = 0;
    size_t n = 0, bad = 0;
    for (const char *at = recent; at && *at && at[1] && at[1] != '}' && n < RUNS; n++) {
        char *end;
        seconds[n] = strtod(at + 1, &end);
        at = end;
        most = fabs(seconds[n]) > most ? fabs(seconds[n]) : most;
        bad += seconds[n] < 0;
    }
    struct tree_list list = tree_list(node, "runs");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        double high = 2 + (HIGH - 2) * sqrt(fabs(seconds[i]) / most);
        tree_set_i64(row, "x", (int64_t)((RUNS - 1 - i) * BAR));
        tree_set(row, "y", arena_printf(arena, "%.1f", HIGH - high));
        tree_set(row, "high", arena_printf(arena, "%.1f", high));
        if (seconds[i] < 0)
            tree_set(row, "bad", "1");
    }
    if (n)
        tree_set(node, "runs_say",
                 arena_printf(arena, "The last %zu runs, at most %s; %zu went wrong", n,
                              view_duration(arena, (int64_t)(most * 1000)), bad));
}

static void
fill_row(struct page *pg, struct tree *node, const struct schedule_row *row)
{
    struct arena *arena = pg->ctx->arena;
    bool ran = row->outcome != NULL;
    tree_set(node, "task", row->task);
    tree_set(node, "label", row->known->label);
    tree_set(node, "rhythm", rhythm(arena, row));
    tree_set_bool(node, "enabled", row->enabled);
    tree_set(node, "outcome", ran ? row->outcome : "never");
    tree_set(node, "message", row->message);
    view_time(pg, node, "started", row->started_at * 1000);
    view_time(pg, node, "next", row->enabled ? row->next_at * 1000 : 0);
    show_runs(pg, node, row->recent);
    tree_set_bool(node, "due", row->next_at * 1000 <= clock_now_ms());
    tree_set(node, "took",
             ran && row->seconds < 0.05 ? "< 0.1 s"
             : ran && row->seconds < 10 ? arena_printf(arena, "%.1f s", row->seconds)
             : ran                      ? view_duration(arena, (int64_t)(row->seconds * 1000))
                                        : "–");
}

/* What the tiles sum up. */
static void
fill_tiles(struct page *pg, const struct schedule_row *rows, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    int64_t beat = 0, due = 0, failed = 0, paused = 0, now = clock_now_ms();
    const struct schedule_row *next = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct schedule_row *row = &rows[i];
        if (row->started_at > beat)
            beat = row->started_at;
        paused += !row->enabled;
        due += row->enabled && row->next_at * 1000 <= now;
        failed +=
            row->outcome && (!strcmp(row->outcome, "failed") || !strcmp(row->outcome, "lost"));
        if (row->enabled && row->every_seconds != 10 && (!next || row->next_at < next->next_at))
            next = row;
    }
    struct tree *node = tree_node(pg->view, "Tiles");
    tree_set(node, "beat", beat ? view_duration(arena, now - beat * 1000) : "never");
    tree_set_bool(node, "late", !beat || now - beat * 1000 > 150000);
    tree_set_i64(node, "due", due);
    tree_set_i64(node, "failed", failed);
    tree_set_i64(node, "paused", paused);
    tree_set_i64(node, "tasks", (int64_t)n);
    if (next)
        tree_set(node, "next", next->known->label);
}

bool
schedule_page(struct page *pg)
{
    struct schedule_row *rows = NULL;
    size_t n = 0;
    if (!schedule_list(pg->ctx, true, &rows, &n))
        return false;
    account_tabs(pg);
    struct tree_list list = tree_list(pg->view, "Tasks");
    for (size_t i = 0; i < n; i++)
        fill_row(pg, tree_row(&list), &rows[i]);
    fill_tiles(pg, rows, n);
    tree_set(pg->view, "Zone", pg->caller->timezone);
    return reply_template(pg);
}

static bool
read_task(struct page *pg, const char *name, struct schedule_row *out)
{
    struct schedule_row *rows = NULL;
    size_t n = 0;
    if (!schedule_list(pg->ctx, true, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(rows[i].task, name)) {
            *out = rows[i];
            return true;
        }
    return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such task.");
}

static bool
act(struct page *pg, const struct schedule_act *in, const char **done)
{
    struct schedule_row row = {0};
    if (!read_task(pg, in->task, &row))
        return false;
    if (!strcmp(in->act, "run")) {
        *done = "The task runs as soon as a worker is free.";
        return schedule_now(pg->ctx, row.task) &&
               audit_add(pg->ctx, "schedule_run", row.known->label, NULL);
    }
    bool enabled = !strcmp(in->act, "resume");
    *done = enabled ? "The task runs again." : "The task is paused.";
    return schedule_change(pg->ctx, row.task, row.every_seconds, row.at_time, row.zone, enabled) &&
           audit_add(pg->ctx, enabled ? "schedule_resume" : "schedule_pause", row.known->label,
                     NULL);
}

bool
schedule_act_page(struct page *pg)
{
    const struct schedule_act *in = pg->params;
    const char *done = "";
    bool ok = act(pg, in, &done);
    return account_back(pg, ok, done, "/admin/schedule");
}

bool
schedule_edit_page(struct page *pg)
{
    const struct schedule_task *in = pg->params;
    struct schedule_row row = {0};
    if (!read_task(pg, in->task, &row))
        return false;
    account_tabs(pg);
    account_zones(pg);
    fill_row(pg, tree_node(pg->view, "Task"), &row);
    size_t unit = unit_of(row.every_seconds ? row.every_seconds : 86400);
    view_field(pg, "kind", row.every_seconds ? "every" : "at");
    view_field_i64(pg, "every_seconds",
                   row.every_seconds ? row.every_seconds / unit_seconds[unit] : 1);
    view_field(pg, "unit", units[unit]);
    view_field(pg, "at_time", row.at_time ? row.at_time : "");
    view_field(pg, "zone", row.zone);
    view_option(pg, "unit", "s", "seconds");
    view_option(pg, "unit", "min", "minutes");
    view_option(pg, "unit", "h", "hours");
    view_option(pg, "unit", "d", "days");
    return reply_template(pg);
}

bool
schedule_change_page(struct page *pg)
{
    const struct schedule_edit *in = pg->params;
    struct schedule_row row = {0};
    if (!read_task(pg, in->task, &row))
        return false;
    int64_t seconds = 0;
    if (!strcmp(in->kind, "every")) {
        for (size_t i = 0; units[i]; i++)
            if (!strcmp(units[i], in->unit))
                seconds = in->every_seconds * unit_seconds[i];
        if (!seconds)
            return err_field(pg->ctx, ERR_INPUT, "every_seconds", "Enter 1 or more.");
    }
    if (!schedule_change(pg->ctx, row.task, seconds, in->at_time, *in->zone ? in->zone : "UTC",
                         row.enabled))
        return false;
    row.every_seconds = seconds;
    row.at_time = in->at_time;
    row.zone = *in->zone ? in->zone : "UTC";
    const char *detail = arena_printf(pg->ctx->arena, "{\"seconds\":%" PRId64 "}", seconds);
    return audit_add(pg->ctx, "schedule_change", row.known->label, detail) &&
           account_back(pg, true, "Saved.", "/admin/schedule");
}
