/* The stage graph as SVG. See run_graph.h. */
#include "web/pipeline/run_graph.h"

#include <inttypes.h>
#include <string.h>

#include "web/view.h"

enum { MOST = 32, BOX_W = 176, BOX_H = 64, STEP_X = 210, STEP_Y = 84, TRACK_W = 152, BEND = 17 };

static bool
names(const char *const *list, const char *name)
{
    for (; list && *list; list++)
        if (!strcmp(*list, name))
            return true;
    return false;
}

/* Does the stage come before the other by need or by waiting? A company's last stages come before its
 * people's first ones too. */
static bool
leads(const struct run_box *boxes, size_t n, size_t from, size_t to, bool *soft)
{
    const struct stage *a = boxes[from].stage, *b = boxes[to].stage;
    *soft = !names(b->hard, a->name);
    if (!*soft || names(b->soft, a->name))
        return true;
    if (a->entity != RECORD_COMPANY || b->entity != RECORD_CONTACT || to == 0 ||
        boxes[to - 1].stage != a)
        return false;
    for (size_t i = 0; i < n; i++)
        if (names(b->hard, boxes[i].stage->name) || names(b->soft, boxes[i].stage->name))
            return false;
    return true;
}

/* Is there a way from one to the other over a third? Then a line of their own says nothing more. */
static bool
is_implied(const struct run_box *boxes, size_t n, size_t from, size_t to)
{
    bool soft;
    for (size_t i = from + 1; i < to; i++)
        if (leads(boxes, n, from, i, &soft) &&
            (leads(boxes, n, i, to, &soft) || is_implied(boxes, n, i, to)))
            return true;
    return false;
}

void
run_graph(struct page *pg, const struct run_box *boxes, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    int64_t x[MOST], y[MOST], rows[MOST] = {0}, columns = 0, most = 0;
    bool soft;
    if (!n || n > MOST)
        return;
    for (size_t i = 0; i < n; i++) {
        int64_t column = 0;
        for (size_t j = 0; j < i; j++)
            if (leads(boxes, n, j, i, &soft) && x[j] / STEP_X + 1 > column)
                column = x[j] / STEP_X + 1;
        x[i] = column * STEP_X;
        y[i] = rows[column]++ * STEP_Y;
        columns = column + 1 > columns ? column + 1 : columns;
        most = rows[column] > most ? rows[column] : most;
    }
    tree_set_i64(pg->view, "Graph.width", (columns - 1) * STEP_X + BOX_W + 4);
    tree_set_i64(pg->view, "Graph.height", (most - 1) * STEP_Y + BOX_H + 4);
    struct tree_list edges = tree_list(pg->view, "Graph.edges");
    struct tree_list list = tree_list(pg->view, "Graph.boxes");
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            if (!leads(boxes, n, j, i, &soft) || is_implied(boxes, n, j, i))
                continue;
            int64_t from = x[j] + BOX_W, at = y[j] + BOX_H / 2, to = y[i] + BOX_H / 2;
            struct tree *row = tree_row(&edges);
            tree_set(row, "d",
                     arena_printf(arena,
                                  "M%" PRId64 " %" PRId64 "C%" PRId64 " %" PRId64 " %" PRId64
                                  " %" PRId64 " %" PRId64 " %" PRId64,
                                  from, at, from + BEND, at, x[i] - BEND, to, x[i], to));
            tree_set(row, "kind",
                     !strcmp(boxes[i].state, "is-run") ? "edge-live"
                     : soft                            ? "edge-soft"
                                                       : "");
        }
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "at", arena_printf(arena, "translate(%" PRId64 " %" PRId64 ")", x[i], y[i]));
        tree_set(row, "label", boxes[i].stage->label);
        tree_set(row, "text", boxes[i].text);
        tree_set(row, "state", boxes[i].state);
        tree_set(row, "fill", boxes[i].fill);
        if (boxes[i].whole)
            tree_set_i64(row, "bar", boxes[i].part * TRACK_W / boxes[i].whole);
    }
}
