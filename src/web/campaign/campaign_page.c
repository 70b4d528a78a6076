/* GET /{tenant}/campaigns/{id}: the overview of a campaign. What stands on it beside the sequence, what
 * comes next and the cost are cards of other areas: each fills its own node of the view and has its
 * macro in templates/partials; campaign.cs prints it where the node is there. */
#include <string.h>

#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_step.h"
#include "domain/provider/provider.h"
#include "web/audience/audience_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

static const struct param one_items[] = {PARAM_ID(struct campaign_one, id)};
const struct params campaign_params = PARAMS(struct campaign_one, one_items);

static bool
fill_sequence(struct page *pg, const struct campaign *campaign)
{
    struct campaign_step *steps;
    size_t n;
    if (!campaign_steps(pg->ctx, campaign->campaign_id, &steps, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Sequence.steps");
    for (size_t i = 0; i < n; i++) {
        const struct campaign_channel *channel = campaign_channel_of(steps[i].channel);
        const struct campaign_condition *condition = campaign_condition_of(steps[i].condition);
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "day", steps[i].day_offset);
        tree_set(row, "icon", channel->icon);
        tree_set(row, "channel", channel->label);
        tree_set(row, "label", steps[i].label);
        tree_set(row, "condition", condition->label);
        tree_set_bool(row, "on", steps[i].is_on);
        if (steps[i].messages)
            tree_set(row, "messages", view_number(pg, steps[i].messages));
        if (steps[i].variants > 1)
            tree_set_i64(row, "variants", steps[i].variants);
    }
    if (campaign_view_has(pg, "/campaigns/{id}/steps"))
        tree_set(pg->view, "Sequence.edit",
                 campaign_view_path(pg, campaign->campaign_id, "/steps"));
    return true;
}

/* Where it may go from here; what stands in the way of each. */
static bool
fill_next(struct page *pg, const struct campaign *campaign)
{
    struct campaign_gates gates;
    if (!campaign_gates(pg->ctx, campaign->campaign_id, &gates))
        return false;
    struct tree_list list = tree_list(pg->view, "Next.moves");
    for (const struct campaign_move *move = campaign_moves; move->from; move++) {
        if (!move->act || strcmp(move->from, campaign->state) != 0 || !strcmp(move->to, "archived"))
            continue;
        struct tree *row = tree_row(&list);
        const char *missing = campaign_missing(pg->ctx->arena, &gates, campaign->state, move->to);
        tree_set(row, "to", move->to);
        tree_set(row, "act", move->act);
        tree_set(row, "path",
                 campaign_view_path(pg, campaign->campaign_id,
                                    arena_printf(pg->ctx->arena, "/move/%s", move->to)));
        if (missing)
            tree_set(row, "missing", missing);
    }
    if (campaign->approved_ms) {
        tree_set(pg->view, "Next.approver", campaign->approver ? campaign->approver : "");
        view_time(pg, pg->view, "Next.approved", campaign->approved_ms);
    }
    return true;
}

/* Decided and undecided messages, where there are any. */
static void
fill_review(struct page *pg, const struct campaign_counts *n)
{
    struct arena *arena = pg->ctx->arena;
    int64_t approved = n->approved + n->sent, decided = approved + n->rejected;
    int64_t all = decided + n->draft;
    if (!all)
        return;
    struct tree *node = tree_node(pg->view, "Reviewed");
    tree_set_i64(node, "percent", decided * 100 / all);
    tree_set(node, "decided", view_number(pg, decided));
    tree_set(node, "all", view_number(pg, all));
    tree_set(node, "approved", view_number(pg, approved));
    tree_set(node, "rejected", view_number(pg, n->rejected));
    tree_set(node, "draft", view_number(pg, n->draft));
    tree_set(node, "approved_width", view_width(arena, approved, all));
    tree_set(node, "rejected_width", view_width(arena, n->rejected, all));
    tree_set(node, "draft_width", view_width(arena, n->draft, all));
}

/* Who writes: the model's service by name, or our own writer. */
static bool
fill_cost(struct page *pg, const struct campaign *campaign, const struct campaign_counts *counts)
{
    struct provider provider = {.name = "Built in, costs nothing"};
    if (campaign->provider_id && !provider_get(pg->ctx, campaign->provider_id, &provider)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        provider.name = "A service that was removed";
    }
    tree_set(pg->view, "Cost.provider", provider.name);
    tree_set(pg->view, "Cost.writing", run_view_money(pg, campaign->cost_micros));
    if (campaign->cost_micros && counts->written)
        tree_set(pg->view, "Cost.person",
                 run_view_money(pg, campaign->cost_micros / counts->written));
    return true;
}

bool
campaign_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    struct campaign_counts counts;
    if (!campaign_view_head(pg, in->id, &campaign) || !campaign_counts(pg->ctx, in->id, &counts) ||
        !fill_sequence(pg, &campaign) || !fill_next(pg, &campaign) ||
        !fill_cost(pg, &campaign, &counts) || !audience_view_ready(pg, &campaign, true) ||
        !audience_view_conflicts(pg, &campaign, 0))
        return false;
    fill_review(pg, &counts);
    return reply_template(pg);
}
