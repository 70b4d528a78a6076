/* GET /{tenant}/companies/{id}/score: why a company has its score: each signal with what it gave, and
 * the pages that show it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/record/record.h"
#include "domain/scoring/score_report.h"
#include "web/record/record_page.h"
#include "web/reply.h"
#include "web/scoring/icp_view.h"
#include "web/scoring/pages.h"
#include "web/view.h"

enum { HISTORY_SHOWN = 20 };

struct asked {
    struct record_where where;
};
static const struct param items[] = {RECORD_WHERE(struct asked)};
const struct params score_company_params = PARAMS(struct asked, items);

static void
show_places(struct tree *row, const struct score_place *places, size_t n, const char *signal)
{
    struct tree_list list = tree_list(row, "places");
    for (size_t i = 0; i < n; i++) {
        if (strcmp(places[i].signal, signal) != 0)
            continue;
        struct tree *place = tree_row(&list);
        tree_set(place, "url", places[i].url);
        tree_set(place, "before", places[i].before);
        tree_set(place, "found", places[i].found);
        tree_set(place, "after", places[i].after);
        if (places[i].percent < 100)
            tree_set_i64(place, "percent", places[i].percent);
    }
}

/* The next number of a text of numbers with blanks between. */
static int64_t
next_number(const char **at)
{
    char *end;
    int64_t number = strtoll(*at, &end, 10);
    *at = end;
    return number;
}

static bool
show_signals(struct page *pg, int64_t company_id, const struct score_row *score,
             const struct icp_model *model)
{
    struct score_place *places;
    size_t n;
    const char *points = score->points, *counts = score->places;
    if (!score_company_evidence(pg->ctx, company_id, &places, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Signals");
    for (const char *at = score->signals; *at;) {
        size_t length = strcspn(at, " ");
        const char *key = arena_strndup(pg->ctx->arena, at, length);
        const struct icp_signal *signal = icp_model_signal(model, key);
        int64_t gave = next_number(&points), count = next_number(&counts);
        struct tree *row = tree_row(&list);
        tree_set(row, "label", signal ? signal->label : key);
        tree_set(row, "category", signal ? signal->category : "");
        tree_set(row, "about", signal ? signal->about : "");
        tree_set(row, "points", icp_view_points(pg->ctx->arena, gave));
        tree_set_bool(row, "against", gave < 0);
        if (count > 1)
            tree_set(row, "count", view_number(pg, count));
        show_places(row, places, n, key);
        at += length + (at[length] == ' ');
    }
    return true;
}

/* What the total lacks to the next better tier. */
static void
show_next(struct page *pg, const struct score_row *score, const struct icp_model *model)
{
    for (size_t i = 1; i < model->n_tiers; i++)
        if (!strcmp(model->tiers[i].key, score->tier)) {
            tree_set(pg->view, "Score.next", model->tiers[i - 1].label);
            tree_set(pg->view, "Score.lacks",
                     view_number(pg, model->tiers[i - 1].from - score->total));
        }
}

static const char *
tier_label(const struct icp_model *model, const char *key)
{
    for (size_t i = 0; i < model->n_tiers; i++)
        if (!strcmp(model->tiers[i].key, key))
            return model->tiers[i].label;
    return key;
}

static bool
show_history(struct page *pg, int64_t company_id, const struct icp_model *model)
{
    struct score_past *rows;
    size_t n;
    if (!score_company_history(pg->ctx, company_id, HISTORY_SHOWN, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Past");
    for (size_t i = 0; n > 1 && i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "total", view_number(pg, rows[i].total));
        tree_set(row, "tier", tier_label(model, rows[i].tier));
        tree_set_i64(row, "version", rows[i].version);
        view_time(pg, row, "at", rows[i].scored_ms);
    }
    return true;
}

bool
score_company_page(struct page *pg)
{
    const struct asked *in = pg->params;
    struct record record;
    struct score_row score;
    struct icp_version version;
    struct icp_model model;
    bool answered, found;
    if (!record_page_open(pg, RECORD_COMPANY, in->where.id, &record, &answered))
        return false;
    if (answered)
        return true;
    tree_set(pg->view, "Score.model", arena_printf(pg->ctx->arena, "%s/signals", pg->base));
    if (!score_of_company(pg->ctx, in->where.id, &score, &found))
        return false;
    if (!found)
        return reply_template(pg);
    if (!icp_version_read(pg->ctx, score.version, &version, &model))
        return false;
    struct tree *node = tree_node(pg->view, "Score");
    tree_set(node, "total", view_number(pg, score.total));
    tree_set(node, "tier", tier_label(&model, score.tier));
    for (size_t i = 0; score.maturity && i < model.n_maturities; i++)
        if (!strcmp(model.maturities[i].key, score.maturity))
            tree_set(node, "maturity", model.maturities[i].label);
    tree_set_i64(node, "version", score.version);
    tree_set(node, "version_path", icp_view_path(pg, score.version, "/document"));
    tree_set(node, "pages", view_number(pg, score.pages));
    view_time(pg, node, "at", score.scored_ms);
    show_next(pg, &score, &model);
    return show_signals(pg, in->where.id, &score, &model) &&
           show_history(pg, in->where.id, &model) && reply_template(pg);
}
