/* /{tenant}/campaigns/{id}/generate: what writing the messages would come to, then how it is getting on and
 * what could not be written. POST: start, pause, go on, cancel, try again. */
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "domain/generation/generation.h"
#include "domain/pipeline/ledger.h"
#include "web/campaign/campaign_view.h"
#include "web/message/pages.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { CAUSE_MAX = 60 };

struct one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct one, id)};
const struct params generation_params = PARAMS(struct one, one_items);

static const char *const acts[] = {"start", "pause", "resume", "cancel", "retry", NULL};
struct act {
    int64_t id;
    const char *act, *cause;
};
/* "do" is no name for a member */
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    {"do", PARAM_TYPE_CHOICE, offsetof(struct act, act), 0, 0, REQUIRED, acts},
    PARAM_TEXT(struct act, cause, CAUSE_MAX, OPTIONAL),
};
const struct params generation_act_params = PARAMS(struct act, act_items);

static const char *
path_of(struct page *pg, int64_t id)
{
    return campaign_view_path(pg, id, "/generate");
}

/* What starting would come to. */
static bool
show_estimate(struct page *pg, const struct campaign *campaign)
{
    struct generation_estimate cost;
    struct ledger_budget budget;
    if (!generation_estimate(pg->ctx, campaign->campaign_id, &cost))
        return false;
    struct tree *node = tree_node(pg->view, "Estimate");
    tree_set(node, "people", campaign_view_people(pg, cost.people));
    tree_set(node, "messages", campaign_view_messages(pg, cost.messages));
    tree_set(node, "cost", run_view_money(pg, cost.cost_micros));
    if (cost.written)
        tree_set(node, "written", campaign_view_people(pg, cost.written));
    if (cost.unready)
        tree_set(node, cost.left ? "left" : "unready", campaign_view_people(pg, cost.unready));
    if (cost.unreachable)
        tree_set(node, "unreachable", campaign_view_people(pg, cost.unreachable));
    if (cost.missing)
        tree_set(node, "missing", cost.missing);
    if (!cost.cost_micros)
        return true;
    if (!ledger_budget(pg->ctx, &budget))
        return false;
    tree_set(node, "budget", run_view_money(pg, budget.left_micros));
    return true;
}

/* The moving part. */
static bool
show_progress(struct page *pg, const struct campaign *campaign, const struct pipeline_run *run)
{
    struct arena *arena = pg->ctx->arena;
    struct campaign_counts counts;
    int64_t spent = (int64_t)time(NULL) - run->started_at;
    bool active = pipeline_run_active(run);
    if (!campaign_counts(pg->ctx, campaign->campaign_id, &counts))
        return false;
    struct tree *node = tree_node(pg->view, "Writing");
    tree_set(node, "path", arena_printf(arena, "%s/progress", path_of(pg, campaign->campaign_id)));
    tree_set(node, "state", run->state);
    tree_set(node, "width", view_width(arena, run->ended, run->total));
    if (active) {
        tree_set(node, "poll", "1");
        tree_set(pg->view, "Page.refresh", "3");
    }
    if (run->total) {
        tree_set_i64(node, "percent", run->ended * 100 / run->total);
        tree_set(node, "ended", view_number(pg, run->ended));
        tree_set(node, "total", campaign_view_people(pg, run->total));
    }
    if (active && run->ended && run->started_at && spent > 0) {
        int64_t left = (run->total - run->ended) * spent / run->ended;
        tree_set(node, "rate", view_number(pg, (run->ended + spent - 1) / spent));
        tree_set(node, "left", view_duration(arena, (left < 1 ? 1 : left) * 1000));
    }
    tree_set(node, "messages",
             campaign_view_messages(pg, counts.draft + counts.approved + counts.rejected +
                                            counts.set_aside + counts.sent));
    if (run->failed)
        tree_set(node, "failed", view_number(pg, run->failed));
    if (run->estimate_micros) {
        tree_set(node, "spent", run_view_money(pg, run->spent_micros));
        tree_set(node, "reserved", run_view_money(pg, run->estimate_micros));
    }
    return true;
}

/* Why people got no messages, or not all of them. */
static bool
show_troubles(struct page *pg, const struct pipeline_run *run)
{
    struct pipeline_trouble *rows;
    size_t n;
    if (!pipeline_run_troubles(pg->ctx, run->run_id, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Troubles");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        bool failed = !strcmp(rows[i].result, "failed");
        tree_set(row, "n", view_number(pg, rows[i].n));
        tree_set(row, "cause", run_view_cause(pg, rows[i].cause));
        tree_set(row, "message", rows[i].message ? rows[i].message : "");
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s%s", run_view_path(pg, run->run_id, "/results"),
                              view_url(pg->ctx->arena, "?stage=%s&result=%s&cause=%s",
                                       rows[i].stage, rows[i].result, rows[i].cause)));
        if (failed && strcmp(run->state, "cancelled") != 0)
            tree_set(row, "retry", rows[i].cause);
    }
    return true;
}

bool
generation_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct campaign campaign;
    struct pipeline_run run;
    if (!campaign_view_head(pg, one->id, &campaign))
        return false;
    tree_set(pg->view, "Write.path", path_of(pg, one->id));
    if (!strcmp(campaign.state, "ready") || !strcmp(campaign.state, "draft")) {
        if (!show_estimate(pg, &campaign))
            return false;
        if (!strcmp(campaign.state, "draft"))
            tree_set(pg->view, "Estimate.missing",
                     "It is a draft. Mark it as ready, then its messages can be written.");
    }
    if (campaign.run_id) {
        if (!pipeline_run_get(pg->ctx, campaign.run_id, &run) ||
            !show_progress(pg, &campaign, &run) || !show_troubles(pg, &run))
            return false;
        if (run.reason)
            tree_set(pg->view, "Writing.reason", run.reason);
        view_time(pg, pg->view, "Writing.finished", run.finished_at * 1000);
    }
    return reply_template(pg);
}

/* Polled while messages are being written; when that has ended, the whole page is wanted. */
bool
generation_progress_page(struct page *pg)
{
    const struct one *one = pg->params;
    struct campaign campaign;
    struct pipeline_run run;
    if (!campaign_get(pg->ctx, one->id, &campaign))
        return false;
    if (!campaign.run_id)
        return reply_redirect_to(pg, path_of(pg, one->id));
    if (!pipeline_run_get(pg->ctx, campaign.run_id, &run))
        return false;
    if (!pipeline_run_active(&run) || !pg->in->hx_request)
        return reply_redirect_to(pg, path_of(pg, one->id));
    if (!show_progress(pg, &campaign, &run))
        return false;
    reply_etag(pg);
    return reply_part(pg, "message/generation_progress.part.cs");
}

bool
generation_act_page(struct page *pg)
{
    const struct act *act = pg->params;
    int64_t n = 0;
    bool ok;
    if (!db_savepoint(pg->ctx))
        return false;
    if (!strcmp(act->act, "start"))
        ok = generation_start(pg->ctx, act->id, &n);
    else if (!strcmp(act->act, "pause"))
        ok = generation_pause(pg->ctx, act->id);
    else if (!strcmp(act->act, "resume"))
        ok = generation_resume(pg->ctx, act->id);
    else if (!strcmp(act->act, "cancel"))
        ok = generation_cancel(pg->ctx, act->id);
    else
        ok = generation_retry(pg->ctx, act->id, act->cause, &n);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    if (!ok) {
        reply_flash(pg, "info", pg->ctx->err.message, NULL, NULL);
        err_clear(pg->ctx);
        db_savepoint_rollback(pg->ctx);
    } else if (!strcmp(act->act, "retry")) {
        reply_flash(pg, n ? "ok" : "info",
                    n ? arena_printf(pg->ctx->arena, "%s tried again.", view_number(pg, n))
                      : "Nothing was left to try again.",
                    NULL, NULL);
    } else if (!strcmp(act->act, "cancel")) {
        reply_flash(pg, "info", "Cancelled. What is written stays; starting again goes on.", NULL,
                    NULL);
    }
    return reply_redirect_to(pg, path_of(pg, act->id));
}
