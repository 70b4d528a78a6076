/* The SQL engine behind record_query.h: right for every size, fast for small workspaces; the
 * columnar snapshot is held against it. Called by record_query.c; the contracts stand there. */
#ifndef LEADGEN_DOMAIN_QUERY_SQL_H
#define LEADGEN_DOMAIN_QUERY_SQL_H

#include "domain/query/record_query.h"

MUST_CHECK bool query_sql_page(struct ctx *ctx, const struct record_query *query,
                               struct record_found *out);
MUST_CHECK bool query_sql_count(struct ctx *ctx, const struct record_filter *filter,
                                int64_t *total);
MUST_CHECK bool query_sql_ids(struct ctx *ctx, const struct record_filter *filter, int64_t **ids,
                              size_t *n);
MUST_CHECK bool query_sql_ordered(struct ctx *ctx, const struct record_query *query, int64_t **ids,
                                  size_t *n);
MUST_CHECK bool query_sql_added(struct ctx *ctx, enum record_entity entity, const int64_t *from_us,
                                size_t n, int64_t *counts);

/* query_facet.c */
MUST_CHECK bool query_sql_facets(struct ctx *ctx, const struct record_filter *filter,
                                 struct record_facet **out, size_t *n, int64_t *total);
/* The facets of custom fields alone; none when there are none. */
MUST_CHECK bool query_sql_customs(struct ctx *ctx, const struct record_filter *filter,
                                  struct record_facet **out, size_t *n);
MUST_CHECK bool query_sql_values(struct ctx *ctx, const struct record_filter *filter,
                                 const struct record_dimension *dimension, const char *text,
                                 struct record_count **out, size_t *n);

/* A page whose total is known. */
MUST_CHECK bool query_sql_rows(struct ctx *ctx, const struct record_query *query,
                               struct record_found *out);

/* The same, and all in order, of n ids that are known to match; NULL: of those that match. */
MUST_CHECK bool query_sql_rows_among(struct ctx *ctx, const struct record_query *query,
                                     const int64_t *ids, size_t n, struct record_found *out);
MUST_CHECK bool query_sql_ordered_among(struct ctx *ctx, const struct record_query *query,
                                        const int64_t *ids, size_t n, int64_t **out, size_t *n_out);

#endif
