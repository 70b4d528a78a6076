/* Small charts of the start page: a line over days, bars of a closed list. Called by home_page.c. */
#ifndef LEADGEN_WEB_HOME_CHART_H
#define LEADGEN_WEB_HOME_CHART_H

#include "domain/query/record_query.h"
#include "web/web.h"

/* A tile's line: node.line and node.area are SVG paths in a box of 100 x 28, node.says says it in
 * words. */
void home_chart_days(struct page *pg, struct tree *node, const char *what, const int64_t *days,
                     size_t n);

/* The largest entries of a closed list under pg->view.<path>, each with its label, count, width and
 * the list it leads to (`list`: "companies" or "contacts"). */
void home_chart_bars(struct page *pg, const char *path, const char *list,
                     const struct record_facet *facet, int64_t total);

#endif
