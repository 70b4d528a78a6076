/* A company's score in short. See score_view.h. */
#include "web/scoring/score_view.h"

#include <stdlib.h>
#include <string.h>

#include "domain/scoring/score_report.h"
#include "web/scoring/icp_view.h"
#include "web/view.h"

enum { SHOWN = 5, SIGNALS_MOST = ICP_SIGNALS_MOST };

struct gave {
    const char *key;
    int64_t points;
};

static int
largest_first(const void *left, const void *right)
{
    const struct gave *a = left, *b = right;
    int64_t x = a->points < 0 ? -a->points : a->points, y = b->points < 0 ? -b->points : b->points;
    return x != y ? (x < y) - (x > y) : strcmp(a->key, b->key);
}

bool
score_view_short(struct page *pg, int64_t company_id)
{
    struct score_row score;
    struct icp_version version;
    struct icp_model model;
    struct gave gave[SIGNALS_MOST];
    size_t n = 0;
    bool found;
    if (!score_of_company(pg->ctx, company_id, &score, &found))
        return false;
    if (!found)
        return true;
    if (!icp_version_read(pg->ctx, score.version, &version, &model))
        return false;
    const char *points = score.points;
    for (const char *at = score.signals; *at && n < SIGNALS_MOST;) {
        char *end;
        size_t length = strcspn(at, " ");
        gave[n].key = arena_strndup(pg->ctx->arena, at, length);
        gave[n++].points = strtoll(points, &end, 10);
        points = end;
        at += length + (at[length] == ' ');
    }
    qsort(gave, n, sizeof *gave, largest_first);
    struct tree *node = tree_node(pg->view, "Score");
    struct tree_list list = tree_list(node, "signals");
    tree_set(node, "total", view_number(pg, score.total));
    for (size_t i = 0; i < model.n_tiers; i++)
        if (!strcmp(model.tiers[i].key, score.tier))
            tree_set(node, "tier", model.tiers[i].label);
    for (size_t i = 0; i < n && i < SHOWN; i++) {
        const struct icp_signal *signal = icp_model_signal(&model, gave[i].key);
        struct tree *row = tree_row(&list);
        tree_set(row, "label", signal ? signal->label : gave[i].key);
        tree_set(row, "points", icp_view_points(pg->ctx->arena, gave[i].points));
        tree_set_bool(row, "against", gave[i].points < 0);
    }
    return true;
}
