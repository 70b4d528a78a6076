/* Rows of a match in an order: a page from a cursor on, or all. Called by snapshot_query.c. */
#ifndef LEADGEN_SNAPSHOT_PAGE_H
#define LEADGEN_SNAPSHOT_PAGE_H

#include "domain/query/record_query.h"
#include "domain/columns/snapshot_match.h"

/* The page that the query asks for, without the total; INPUT on "after" or "before". Where no column
 * has the order, SQL puts the rows that match into it. */
MUST_CHECK bool snapshot_page_read(struct ctx *ctx, const struct snapshot_tables *tables,
                                   const struct snapshot_match *match,
                                   const struct record_query *query, struct record_found *out);

/* All ids in the query's order. */
MUST_CHECK bool snapshot_page_all(struct ctx *ctx, const struct snapshot_tables *tables,
                                  const struct snapshot_match *match,
                                  const struct record_query *query, int64_t **ids, size_t *n);

/* All ids, ascending. */
void snapshot_page_ids(struct arena *arena, const struct snapshot_match *match, int64_t **ids,
                       size_t *n);

#endif
