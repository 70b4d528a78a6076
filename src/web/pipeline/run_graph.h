/* The stage graph as SVG: where each box stands and which lines join them. Called by the pages of runs.
 * A stage stands one column right of the last stage that it needs or waits for. */
#ifndef LEADGEN_WEB_PIPELINE_RUN_GRAPH_H
#define LEADGEN_WEB_PIPELINE_RUN_GRAPH_H

#include "domain/pipeline/stage.h"
#include "web/web.h"

/* What a box says. */
struct run_box {
    const struct stage *stage;
    const char *text;    /* below its label */
    const char *state;   /* class: is-done, is-run, is-warn, is-wait */
    const char *fill;    /* class of the bar: f-ok, f-info, f-warn, f-mute */
    int64_t part, whole; /* of the bar; whole 0: none */
};

/* Sets Graph.width, height, boxes (x, y, label, text, state, fill, bar) and edges (d, kind). */
void run_graph(struct page *pg, const struct run_box *boxes, size_t n);

#endif
