/* GET /{tenant}/signals/{version}/compare: what a version would make of the companies that the active
 * one has scored, before it is activated; POST begins the comparison, which a job makes. */
#include <inttypes.h>
#include <string.h>

#include "domain/scoring/icp_compare.h"
#include "web/bulk/bulk_view.h"
#include "web/reply.h"
#include "web/scoring/icp_view.h"
#include "web/scoring/pages.h"
#include "web/view.h"

enum { MOVES_SHOWN = 50 };

struct one_version {
    int64_t version;
};

static const char *
tier_label(const struct icp_model *model, const char *key)
{
    for (size_t i = 0; key && i < model->n_tiers; i++)
        if (!strcmp(model->tiers[i].key, key))
            return model->tiers[i].label;
    return key ? key : "No score";
}

static const char *
change_of(struct page *pg, int64_t change)
{
    return change < 0   ? arena_printf(pg->ctx->arena, "−%s", view_number(pg, -change))
           : change > 0 ? arena_printf(pg->ctx->arena, "+%s", view_number(pg, change))
                        : "0";
}

static void
show_tally(struct page *pg, const struct icp_compare_tally *tally, const struct icp_model *model)
{
    struct icp_view_total *bars =
        ARENA_ARRAY(pg->ctx->arena, tally->n_totals + 1, struct icp_view_total);
    for (size_t i = 0; i < tally->n_totals; i++)
        bars[i] = (struct icp_view_total){tally->totals[i].total, tally->totals[i].after,
                                          tally->totals[i].before};
    icp_view_chart(pg, bars, tally->n_totals, model, true);
    struct tree_list tiers = tree_list(pg->view, "Compare.tiers");
    for (size_t i = 0; i < tally->n_tiers; i++) {
        const struct icp_compare_tier *tier = &tally->tiers[i];
        struct tree *row = tree_row(&tiers);
        tree_set(row, "label", tier_label(model, tier->tier));
        tree_set(row, "before", view_number(pg, tier->before));
        tree_set(row, "after", view_number(pg, tier->after));
        tree_set(row, "change", change_of(pg, tier->after - tier->before));
        tree_set(row, "tone",
                 tier->after > tier->before   ? "t-ok"
                 : tier->after < tier->before ? "t-bad"
                                              : "");
    }
    tree_set(pg->view, "Compare.moved", view_number(pg, tally->moved));
}

static bool
show_moves(struct page *pg, int64_t version, const struct icp_model *model)
{
    struct icp_compare_move *rows;
    size_t n;
    if (!icp_compare_moves(pg->ctx, version, MOVES_SHOWN, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Compare.moves");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s/companies/%" PRId64 "/score", pg->base,
                              rows[i].company_id));
        tree_set(row, "before", rows[i].scored ? view_number(pg, rows[i].total_before) : "–");
        tree_set(row, "after", view_number(pg, rows[i].total_after));
        tree_set(row, "tier_before", tier_label(model, rows[i].tier_before));
        tree_set(row, "tier_after", tier_label(model, rows[i].tier_after));
    }
    return true;
}

bool
icp_compare_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    struct icp_version one;
    struct icp_model model;
    struct icp_compare compare;
    struct icp_compare_tally tally;
    bool found, active = false;
    if (!icp_view_open(pg, in->version, "compare", &one, &model) ||
        !icp_compare_read(pg->ctx, in->version, &compare, &found))
        return false;
    tree_set(pg->view, "Icp.compare", icp_view_path(pg, in->version, "/compare"));
    if (!found)
        return reply_template(pg);
    if (!compare.tally &&
        !bulk_view_progress(pg, compare.job_id, icp_view_path(pg, in->version, "/compare/progress"),
                            &active))
        return false;
    struct tree *node = tree_node(pg->view, "Compare");
    tree_set_i64(node, "against", compare.against);
    tree_set_bool(node, "failed", !compare.tally && !active);
    if (!compare.tally)
        return reply_template(pg);
    tree_set_bool(node, "done", true);
    tree_set_bool(node, "stale", compare.revision != one.revision);
    tree_set(node, "companies", view_number(pg, compare.companies));
    tree_set(node, "took", view_duration(pg->ctx->arena, compare.finished_ms - compare.started_ms));
    view_time(pg, node, "at", compare.finished_ms);
    if (!icp_compare_tally(pg->ctx, &compare, &tally))
        return false;
    show_tally(pg, &tally, &model);
    return show_moves(pg, in->version, &model) && reply_template(pg);
}

bool
icp_compare_start_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    int64_t job_id;
    return icp_compare_start(pg->ctx, in->version, &job_id) &&
           reply_redirect_to(pg, icp_view_path(pg, in->version, "/compare"));
}

/* Polled while the job compares. */
bool
icp_compare_progress_page(struct page *pg)
{
    const struct one_version *in = pg->params;
    struct icp_compare compare;
    bool found, active = false;
    if (!icp_compare_read(pg->ctx, in->version, &compare, &found) ||
        (found && !compare.tally &&
         !bulk_view_progress(pg, compare.job_id,
                             icp_view_path(pg, in->version, "/compare/progress"), &active)))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, icp_view_path(pg, in->version, "/compare"));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}
