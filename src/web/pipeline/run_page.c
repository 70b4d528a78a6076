/* GET /{tenant}/runs: the runs; /{tenant}/runs/{id}: one of them with its stages, live; its results by
 * stage and cause. POST: pause, go on, cancel, try again. */
#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "domain/pipeline/ledger.h"
#include "web/pipeline/pages.h"
#include "web/pipeline/run_graph.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, STAGE_MAX = 40, CAUSE_MAX = 60 };

static const char *const states[] = {"active", "done", "cancelled", "failed", NULL};
static const char *const results[] = {"done",    "partial", "no_match", "stopped",
                                      "blocked", "skipped", "failed",   NULL};
static const char *const acts[] = {"pause", "resume", "cancel", "retry", NULL};

struct list_filter {
    const char *state;
    int64_t after;
};
static const struct param list_items[] = {
    PARAM_CHOICE(struct list_filter, state, states, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_filter, after),
};
const struct params run_list_params = PARAMS(struct list_filter, list_items);

struct one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct one, id)};
const struct params run_params = PARAMS(struct one, one_items);

struct act {
    int64_t id;
    const char *act, *stage, *cause;
};
/* "do" is no name for a member */
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    {"do", PARAM_TYPE_CHOICE, offsetof(struct act, act), 0, 0, REQUIRED, acts},
    PARAM_TEXT(struct act, stage, STAGE_MAX, OPTIONAL),
    PARAM_TEXT(struct act, cause, CAUSE_MAX, OPTIONAL),
};
const struct params run_act_params = PARAMS(struct act, act_items);

struct wanted {
    int64_t id, after;
    const char *stage, *result, *cause;
};
static const struct param result_items[] = {
    PARAM_ID(struct wanted, id),
    PARAM_TEXT(struct wanted, stage, STAGE_MAX, REQUIRED),
    PARAM_CHOICE(struct wanted, result, results, OPTIONAL),
    PARAM_TEXT(struct wanted, cause, CAUSE_MAX, OPTIONAL),
    PARAM_ID_OR_NONE(struct wanted, after),
};
const struct params run_results_params = PARAMS(struct wanted, result_items);

bool
run_list_page(struct page *pg)
{
    const struct list_filter *filter = pg->params;
    struct pipeline_run *rows;
    size_t n;
    if (!pipeline_run_list(pg->ctx, filter->state, filter->after ? filter->after : INT64_MAX,
                           PAGE + 1, &rows, &n))
        return false;
    view_field(pg, "state", filter->state);
    view_option(pg, "state", "", "All");
    view_option(pg, "state", "active", "Under way");
    view_option(pg, "state", "done", "Done");
    view_option(pg, "state", "cancelled", "Cancelled");
    view_option(pg, "state", "failed", "Failed");
    tree_set(pg->view, "Runs.new", arena_printf(pg->ctx->arena, "%s/runs/new", pg->base));
    struct tree_list list = tree_list(pg->view, "Runs.rows");
    for (size_t i = 0; i < n && i < PAGE; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].run_id);
        tree_set(row, "title", rows[i].title);
        tree_set(row, "path", run_view_path(pg, rows[i].run_id, ""));
        tree_set(row, "state", rows[i].state);
        tree_set(row, "width", view_width(pg->ctx->arena, rows[i].ended, rows[i].total));
        tree_set_i64(row, "percent", rows[i].total ? rows[i].ended * 100 / rows[i].total : 0);
        tree_set(row, "records", run_view_records(pg, rows[i].entity, rows[i].records));
        if (rows[i].failed)
            tree_set(row, "failed", view_number(pg, rows[i].failed));
        tree_set(row, "cost", run_view_money(pg, rows[i].spent_micros));
        view_time(pg, row, "created", rows[i].created_at * 1000);
        view_time(pg, row, "finished", rows[i].finished_at * 1000);
    }
    view_pager(pg, NULL,
               n > PAGE ? arena_printf(pg->ctx->arena, "%" PRId64, rows[PAGE - 1].run_id) : NULL);
    return reply_template(pg);
}

/* The state of a stage: a class, a word, the class of its box and of its bar. */
static void
stage_state(const struct pipeline_stage *stage, bool active, const char *found[4])
{
    static const char *const done[] = {"ok", "Done", "is-done", "f-ok"},
                             *const failing[] = {"warn", "Failing", "is-warn", "f-warn"},
                             *const running[] = {"live", "Running", "is-run", "f-info"},
                             *const waiting[] = {"none", "Waiting", "is-wait", "f-mute"},
                             *const ended[] = {"none", "Not reached", "is-wait", "f-mute"};
    int64_t open = pipeline_stage_open(stage);
    const char *const *of = stage->failed || stage->retrying        ? failing
                            : !active && open                       ? ended
                            : stage->total && !open                 ? done
                            : stage->working || open < stage->total ? running
                                                                    : waiting;
    if (!active && !stage->total)
        of = ended;
    memcpy(found, of, 4 * sizeof *found);
}

/* "1,464 of 2,311", or what is worth more to know. */
static const char *
stage_text(struct page *pg, const struct pipeline_stage *stage)
{
    struct arena *arena = pg->ctx->arena;
    int64_t open = pipeline_stage_open(stage);
    if (stage->failed)
        return arena_printf(arena, "%s failed%s", view_number(pg, stage->failed),
                            stage->retrying ? ", some again later" : "");
    if (stage->stopped && !open)
        return arena_printf(arena, "%s passed, %s stopped",
                            view_number(pg, stage->done + stage->partial),
                            view_number(pg, stage->stopped));
    if (!stage->total)
        return "waits for what comes before";
    int64_t beside = stage->no_match + stage->stopped + stage->blocked + stage->skipped;
    if (!open && beside)
        return arena_printf(arena, "%s done, %s not", view_number(pg, stage->total - beside),
                            view_number(pg, beside));
    if (!open)
        return arena_printf(arena, "%s done", view_number(pg, stage->total));
    return arena_printf(arena, "%s of %s", view_number(pg, stage->total - open),
                        view_number(pg, stage->total));
}

static void
show_count(struct page *pg, struct tree *row, const struct pipeline_stage *stage, int64_t run_id,
           const char *key, const char *result, int64_t n)
{
    struct arena *arena = pg->ctx->arena;
    const char *query = view_url(arena, "?stage=%s&result=%s", stage->name, result);
    tree_set(row, key, view_number(pg, n));
    tree_set(row, arena_printf(arena, "%s_path", key),
             n ? arena_printf(arena, "%s%s", run_view_path(pg, run_id, "/results"), query) : "");
}

static void
show_stage(struct page *pg, struct tree *row, const struct pipeline_stage *stage, int64_t run_id,
           const char *const state[4])
{
    bool company = stage->stage && stage->stage->entity == RECORD_COMPANY;
    tree_set(row, "label", stage->stage ? stage->stage->label : stage->name);
    tree_set(row, "entity", company ? "company" : "contact");
    tree_set(row, "status", state[0]);
    tree_set(row, "word", state[1]);
    tree_set(row, "open", view_number(pg, pipeline_stage_open(stage)));
    tree_set(row, "working", view_number(pg, stage->working));
    tree_set(row, "total", view_number(pg, stage->total));
    show_count(pg, row, stage, run_id, "done", stage->partial && !stage->done ? "partial" : "done",
               stage->done + stage->partial);
    show_count(pg, row, stage, run_id, "none", "no_match", stage->no_match);
    show_count(pg, row, stage, run_id, "skipped", "skipped", stage->skipped);
    show_count(pg, row, stage, run_id, "stopped", "stopped", stage->stopped);
    show_count(pg, row, stage, run_id, "blocked", "blocked", stage->blocked);
    show_count(pg, row, stage, run_id, "failed", "failed", stage->failed);
    tree_set(row, "each",
             !stage->worked ? "–"
             : stage->seconds < 1
                 ? arena_printf(pg->ctx->arena, "%.0f ms", stage->seconds * 1000 + 0.5)
                 : arena_printf(pg->ctx->arena, "%.1f s", stage->seconds));
    tree_set(row, "cost", run_view_money(pg, stage->cost_micros));
}

static bool
show_stages(struct page *pg, const struct pipeline_run *run)
{
    struct pipeline_stage *rows;
    size_t n, n_boxes = 0;
    int64_t workers;
    if (!pipeline_run_stages(pg->ctx, run->run_id, &rows, &n, &workers))
        return false;
    struct run_box *boxes = ARENA_ARRAY(pg->ctx->arena, n + 1, struct run_box);
    struct tree_list list = tree_list(pg->view, "Stages");
    for (size_t i = 0; i < n; i++) {
        const char *state[4];
        stage_state(&rows[i], pipeline_run_active(run), state);
        show_stage(pg, tree_row(&list), &rows[i], run->run_id, state);
        if (rows[i].stage)
            boxes[n_boxes++] =
                (struct run_box){.stage = rows[i].stage,
                                 .text = stage_text(pg, &rows[i]),
                                 .state = state[2],
                                 .fill = state[3],
                                 .part = rows[i].total - pipeline_stage_open(&rows[i]),
                                 .whole = rows[i].total};
    }
    run_graph(pg, boxes, n_boxes);
    tree_set(pg->view, "Run.workers", view_number(pg, workers));
    return true;
}

/* The moving parts: progress, stages. */
static bool
show_live(struct page *pg, const struct pipeline_run *run)
{
    struct arena *arena = pg->ctx->arena;
    int64_t now = (int64_t)time(NULL), spent = now - run->started_at;
    bool active = pipeline_run_active(run);
    tree_set(pg->view, "Run.path", run_view_path(pg, run->run_id, ""));
    tree_set(pg->view, "Run.state", run->state);
    if (active) {
        tree_set(pg->view, "Run.poll", "1");
        tree_set(pg->view, "Page.refresh", "3");
    }
    tree_set(pg->view, "Run.width", view_width(arena, run->ended, run->total));
    if (run->total) {
        tree_set_i64(pg->view, "Run.percent", run->ended * 100 / run->total);
        tree_set(pg->view, "Run.ended", view_number(pg, run->ended));
        tree_set(pg->view, "Run.total", view_number(pg, run->total));
    }
    if (active && run->ended && run->started_at && spent > 0) {
        int64_t left = (run->total - run->ended) * spent / run->ended;
        tree_set(pg->view, "Run.rate", view_number(pg, (run->ended + spent - 1) / spent));
        tree_set(pg->view, "Run.left", view_duration(arena, (left < 1 ? 1 : left) * 1000));
    }
    if (run->estimate_micros) {
        struct ledger_budget budget;
        if (!ledger_budget(pg->ctx, &budget))
            return false;
        tree_set(pg->view, "Run.spent", run_view_money(pg, run->spent_micros));
        tree_set(pg->view, "Run.reserved", run_view_money(pg, run->estimate_micros));
        tree_set(pg->view, "Run.budget_left", run_view_money(pg, budget.left_micros));
    }
    return show_stages(pg, run);
}

static void
show_trouble(struct page *pg, struct tree_list *list, const struct pipeline_run *run,
             const struct pipeline_trouble *trouble)
{
    struct arena *arena = pg->ctx->arena;
    const struct stage *stage = stage_named(trouble->stage);
    struct tree *row = tree_row(list);
    tree_set(row, "n", view_number(pg, trouble->n));
    tree_set(row, "stage", stage ? stage->label : trouble->stage);
    tree_set(row, "stage_name", trouble->stage);
    tree_set(row, "cause", run_view_cause(pg, trouble->cause));
    tree_set(row, "cause_name", trouble->cause);
    tree_set(row, "message",
             trouble->message ? trouble->message : run_view_cause(pg, trouble->cause));
    tree_set(row, "path",
             arena_printf(arena, "%s%s", run_view_path(pg, run->run_id, "/results"),
                          view_url(arena, "?stage=%s&result=%s&cause=%s", trouble->stage,
                                   trouble->result, trouble->cause)));
}

static bool
show_troubles(struct page *pg, const struct pipeline_run *run)
{
    struct pipeline_trouble *rows;
    size_t n;
    if (!pipeline_run_troubles(pg->ctx, run->run_id, &rows, &n))
        return false;
    struct tree_list failures = tree_list(pg->view, "Failures");
    struct tree_list stops = tree_list(pg->view, "Stops");
    for (size_t i = 0; i < n; i++)
        show_trouble(pg, !strcmp(rows[i].result, "failed") ? &failures : &stops, run, &rows[i]);
    return true;
}

static void
show_head(struct page *pg, const struct pipeline_run *run)
{
    tree_set(pg->view, "Run.list", arena_printf(pg->ctx->arena, "%s/runs", pg->base));
    tree_set_i64(pg->view, "Run.id", run->run_id);
    tree_set(pg->view, "Run.title", run->title);
    tree_set(pg->view, "Run.path", run_view_path(pg, run->run_id, ""));
    if (run->who)
        tree_set(pg->view, "Run.who", run->who);
    if (run->reason)
        tree_set(pg->view, "Run.reason", run->reason);
    tree_set(pg->view, "Run.failed", view_number(pg, run->failed));
    if (run->records)
        tree_set(pg->view, "Run.records", run_view_records(pg, run->entity, run->records));
    if (run->redo_days)
        tree_set(pg->view, "Run.redo",
                 arena_printf(pg->ctx->arena, "%" PRId64 " %s", run->redo_days,
                              run->redo_days == 1 ? "day" : "days"));
    if (pipeline_run_active(run) || !strcmp(run->state, "paused"))
        tree_set(pg->view, "Run.steer", "1");
    view_time(pg, pg->view, "Run.created", run->created_at * 1000);
    view_time(pg, pg->view, "Run.finished", run->finished_at * 1000);
}

bool
run_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct pipeline_run run;
    if (!pipeline_run_get(pg->ctx, one->id, &run))
        return false;
    show_head(pg, &run);
    return show_live(pg, &run) && show_troubles(pg, &run) && reply_template(pg);
}

/* Polled while the run is under way; when it has ended, the whole page is wanted. */
bool
run_progress_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct pipeline_run run;
    if (!pipeline_run_get(pg->ctx, one->id, &run))
        return false;
    if (!pipeline_run_active(&run) || !pg->in->hx_request)
        return reply_redirect_to(pg, run_view_path(pg, run.run_id, ""));
    if (!show_live(pg, &run))
        return false;
    reply_etag(pg);
    return reply_part(pg, "pipeline/run_progress.part.cs");
}

bool
run_act_page(struct page *pg)
{
    const struct act *act = pg->params;
    int64_t n = 0;
    bool ok;
    if (!db_savepoint(pg->ctx))
        return false;
    if (!strcmp(act->act, "pause"))
        ok = pipeline_run_pause(pg->ctx, act->id);
    else if (!strcmp(act->act, "resume"))
        ok = pipeline_run_resume(pg->ctx, act->id);
    else if (!strcmp(act->act, "cancel"))
        ok = pipeline_run_cancel(pg->ctx, act->id);
    else
        ok = pipeline_run_retry(pg->ctx, act->id, act->stage, act->cause, &n);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    if (!ok) {
        reply_flash(pg, "info", pg->ctx->err.message, NULL, NULL);
        err_clear(pg->ctx);
        db_savepoint_rollback(pg->ctx); /* what it had done before it found out */
    } else if (!strcmp(act->act, "retry")) {
        reply_flash(pg, n ? "ok" : "info",
                    n ? arena_printf(pg->ctx->arena, "%s tried again.", view_number(pg, n))
                      : "Nothing was left to try again.",
                    NULL, NULL);
    } else if (!strcmp(act->act, "cancel")) {
        reply_flash(pg, "info", "Cancelled. What was found stays.", NULL, NULL);
    }
    return reply_redirect_to(pg, run_view_path(pg, act->id, ""));
}

bool
run_results_page(struct page *pg)
{
    const struct wanted *wanted = pg->params;
    struct arena *arena = pg->ctx->arena;
    const struct stage *stage = stage_named(wanted->stage);
    struct pipeline_run run;
    struct pipeline_result *rows;
    size_t n;
    if (!pipeline_run_get(pg->ctx, wanted->id, &run) ||
        !pipeline_run_results(pg->ctx, run.run_id, wanted->stage, wanted->result, wanted->cause,
                              wanted->after, PAGE + 1, &rows, &n))
        return false;
    show_head(pg, &run);
    const char *label = stage ? stage->label : wanted->stage;
    tree_set(pg->view, "Results.title",
             *wanted->result ? arena_printf(arena, "%s: %s", label, run_view_word(wanted->result))
                             : label);
    tree_set(pg->view, "Results.about",
             *wanted->cause ? run_view_cause(pg, wanted->cause)
             : stage        ? stage->about
                            : "");
    struct tree_list list = tree_list(pg->view, "Results.rows");
    for (size_t i = 0; i < n && i < PAGE; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", rows[i].label && *rows[i].label ? rows[i].label : "Deleted");
        tree_set(row, "path",
                 arena_printf(arena, "%s/%s/%" PRId64, pg->base,
                              rows[i].entity == RECORD_COMPANY ? "companies" : "contacts",
                              rows[i].record_id));
        tree_set(row, "status", run_view_status(rows[i].result));
        tree_set(row, "word", run_view_word(rows[i].result));
        tree_set(row, "message", rows[i].message ? rows[i].message : "");
        tree_set(row, "attempts", view_number(pg, rows[i].attempts));
        view_time(pg, row, "at", rows[i].at * 1000);
    }
    view_pager(pg, NULL,
               n > PAGE ? arena_printf(arena, "%" PRId64, rows[PAGE - 1].record_id) : NULL);
    return reply_template(pg);
}
