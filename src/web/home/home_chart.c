/* Small charts. See home_chart.h. */
#include "web/home/home_chart.h"

#include <inttypes.h>

#include "base/buf.h"
#include "web/view.h"

enum { PATH_MAX_BYTES = 1024, BARS = 7, HIGH = 3, LOW = 26 };

void
home_chart_days(struct page *pg, struct tree *node, const char *what, const int64_t *days, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    struct buf line;
    int64_t most = 1, sum = 0;
    buf_init(&line, arena, PATH_MAX_BYTES);
    for (size_t i = 0; i < n; i++) {
        most = days[i] > most ? days[i] : most;
        sum += days[i];
    }
    for (size_t i = 0; i < n; i++)
        buf_printf(&line, "%c%.1f %.1f", i ? 'L' : 'M', 100.0 * (double)i / (double)(n - 1),
                   LOW - (double)(LOW - HIGH) * (double)days[i] / (double)most);
    tree_set(node, "line", line.data);
    tree_set(node, "area", arena_printf(arena, "%sL100 28L0 28Z", line.data));
    tree_set(node, "added", view_number(pg, sum));
    tree_set(node, "says",
             arena_printf(arena, "%s added in the last %zu days: %s, at most %s on one day", what,
                          n, view_number(pg, sum), view_number(pg, sum ? most : 0)));
}

/* The place of the largest count below `below` (ties: the first), or n. */
static size_t
next_largest(const struct record_facet *facet, const bool *taken)
{
    size_t best = facet->n;
    for (size_t i = 0; i < facet->n; i++)
        if (!taken[i] && facet->counts[i].count > 0 &&
            (best == facet->n || facet->counts[i].count > facet->counts[best].count))
            best = i;
    return best;
}

void
home_chart_bars(struct page *pg, const char *path, const char *list,
                const struct record_facet *facet, int64_t total)
{
    struct tree_list rows = tree_list(pg->view, path);
    if (!facet || !total)
        return;
    bool *taken = ARENA_ARRAY(pg->ctx->arena, facet->n + 1, bool);
    int64_t largest = 0, rest = total;
    for (size_t i = 0; i < BARS; i++) {
        size_t at = next_largest(facet, taken);
        if (at == facet->n)
            return;
        taken[at] = true;
        const struct record_count *count = &facet->counts[at];
        const struct record_choice *choice =
            record_code_get(facet->dimension->choices, count->code);
        largest = largest ? largest : count->count;
        struct tree *row = tree_row(&rows);
        tree_set(row, "label", choice ? choice->label : "Unknown");
        tree_set(row, "count", view_number(pg, count->count));
        tree_set(row, "width", view_width(pg->ctx->arena, count->count, largest));
        tree_set(row, "share",
                 arena_printf(pg->ctx->arena, "%.1f\u00a0%%",
                              100.0 * (double)count->count / (double)total));
        tree_set(row, "path",
                 view_url(pg->ctx->arena, "/%s/%s?%s=%s", pg->slug, list, facet->dimension->name,
                          choice ? choice->name : "none"));
        rest -= count->count;
    }
    if (rest <= 0)
        return;
    struct tree *row = tree_row(&rows);
    tree_set(row, "label", "Other");
    tree_set(row, "count", view_number(pg, rest));
    tree_set(row, "width", view_width(pg->ctx->arena, rest < largest ? rest : largest, largest));
    tree_set(row, "share",
             arena_printf(pg->ctx->arena, "%.1f\u00a0%%", 100.0 * (double)rest / (double)total));
}
