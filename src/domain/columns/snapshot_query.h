/* The columnar engine behind record_query.h, with the same results as SQL. Each function has one
 * more answer: *found false, when this workspace has no snapshot or the snapshot not what is asked
 * for; SQL answers then. Called by record_query.c; the contracts stand there. */
#ifndef LEADGEN_SNAPSHOT_QUERY_H
#define LEADGEN_SNAPSHOT_QUERY_H

#include "domain/query/record_query.h"

MUST_CHECK bool snapshot_query_page(struct ctx *ctx, const struct record_query *query,
                                    struct record_found *out, bool *found);
MUST_CHECK bool snapshot_query_count(struct ctx *ctx, const struct record_filter *filter,
                                     int64_t *total, bool *found);
MUST_CHECK bool snapshot_query_facets(struct ctx *ctx, const struct record_filter *filter,
                                      struct record_facet **out, size_t *n, bool *found);
MUST_CHECK bool snapshot_query_all(struct ctx *ctx, const struct record_query *query,
                                   struct record_found *page, struct record_facet **facets,
                                   size_t *n_facets, bool *found);
MUST_CHECK bool snapshot_query_ids(struct ctx *ctx, const struct record_filter *filter,
                                   int64_t **ids, size_t *n, bool *found);
MUST_CHECK bool snapshot_query_ordered(struct ctx *ctx, const struct record_query *query,
                                       int64_t **ids, size_t *n, bool *found);
MUST_CHECK bool snapshot_query_values(struct ctx *ctx, const struct record_filter *filter,
                                      const struct record_dimension *dimension, const char *text,
                                      struct record_count **out, size_t *n, bool *found);
MUST_CHECK bool snapshot_query_added(struct ctx *ctx, enum record_entity entity,
                                     const int64_t *from_us, size_t n, int64_t *counts,
                                     bool *found);

#endif
