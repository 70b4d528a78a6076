/* Rows of a match in an order: a page from a cursor on, or all. Called by snapshot_query.c. */
#ifndef LEADGEN_SNAPSHOT_PAGE_H
#define LEADGEN_SNAPSHOT_PAGE_H

#include "domain/query/record_query.h"
#include "domain/columns/snapshot_match.h"

/* Can the table's columns give this order? */
bool snapshot_page_knows(const struct snapshot_table *table, const struct record_order *order);

/* The page that the query asks for; INPUT on "after" or "before". Without the total. */
MUST_CHECK bool snapshot_page_read(struct ctx *ctx, const struct snapshot_match *match,
                                   const struct record_query *query, struct record_found *out);

/* All ids in the query's order. */
void snapshot_page_all(struct arena *arena, const struct snapshot_match *match,
                       const struct record_query *query, int64_t **ids, size_t *n);

/* All ids, ascending. */
void snapshot_page_ids(struct arena *arena, const struct snapshot_match *match, int64_t **ids,
                       size_t *n);

#endif
