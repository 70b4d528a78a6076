/* Asking for the companies or contacts that match a filter: a page of ids in an order, the exact
 * total, the counts of every facet, all ids. Two engines answer with equal results: SQL
 * (src/domain/query) and the columnar snapshot (snapshot_query.c) once a workspace is large.
 * Called by list pages, bulk actions, exports, smart lists and the API. */
#ifndef LEADGEN_DOMAIN_RECORD_QUERY_H
#define LEADGEN_DOMAIN_RECORD_QUERY_H

#include "domain/query/record_filter.h"
#include "domain/order/record_order.h"

struct record_query {
    struct record_filter filter;
    const struct record_order *order;
    bool descending;
    const char *after, *before; /* cursor of a row to go on from, one of them or "" */
    size_t limit;               /* 1 to 200 */
};

struct record_found {
    int64_t *ids; /* in order */
    size_t n;
    const char *previous, *next; /* cursors, or NULL */
    int64_t total;               /* exact */
    int64_t all;                 /* without a filter; of record_query_all alone */
};

/* One value of a facet with how many records have it. */
struct record_count {
    int64_t code; /* CODE, COUNTRY, ID, IDS (0: none); of NUMBER and AGE the bucket's lower bound */
    const char *text; /* VALUE and TEXT, as most records write it, of equally many the lowest bytes;
                         "" for none */
    int64_t count;
};
struct record_facet {
    const struct record_dimension *dimension;
    const struct record_custom *custom; /* of a custom field (yes/no, choice), else NULL */
    struct record_count
        *counts; /* CODE: all entries in the list's order and 0 last; NUMBER and AGE:
                                    all buckets, ascending; others: those that a record has, the
                                    largest first, ties by code or folded text, at most
                                    RECORD_FACET_MOST texts or RECORD_IDS_MOST numbers. TEXT
                                    counts no records without a value */
    size_t n;
};

/* The lower bounds of the buckets of NUMBER (quality: 0, 40, 70) and AGE (days: 0, 30, 60, 90); the
 * first bucket also holds what lies below it. */
const int64_t *record_facet_bounds(const struct record_dimension *dimension, size_t *n);

/* The range that narrows a list to the records of a bucket: of a facet of NUMBER or AGE the ends of
 * counts[i], as a clause has them. */
struct record_ends record_facet_bucket(const struct record_facet *facet, size_t i);

/* The options of a custom choice or yes/no field that none of the facet's records has, in the field's
 * order: they count 0, as the entries of our own lists do. *n is 0 for other facets. */
const char *const *record_facet_unused(struct arena *arena, const struct record_facet *facet,
                                       size_t *n);

enum { RECORD_FACET_MOST = 200, RECORD_IDS_MOST = 2000, RECORD_VALUES_MOST = 20 };

/* A page and the total. INPUT on "after" or "before" when the cursor is none of ours; a cursor whose
 * row is gone still works. */
MUST_CHECK bool record_query_page(struct ctx *ctx, const struct record_query *query,
                                  struct record_found *out);

/* How many match. */
MUST_CHECK bool record_query_count(struct ctx *ctx, const struct record_filter *filter,
                                   int64_t *total);

/* Facets of the dimensions with DIMENSION_FACET in the table's order, then those of custom choice and
 * yes/no fields: each ignores its own clause and obeys all others and the search. */
MUST_CHECK bool record_query_facets(struct ctx *ctx, const struct record_filter *filter,
                                    struct record_facet **out, size_t *n);

/* A page, its totals with and without the filter, and the facets together: what a list page asks, in
 * as few passes as possible. */
MUST_CHECK bool record_query_all(struct ctx *ctx, const struct record_query *query,
                                 struct record_found *found, struct record_facet **facets,
                                 size_t *n_facets);

/* All ids that match, ascending: for bulk actions and exports, taken once. */
MUST_CHECK bool record_query_ids(struct ctx *ctx, const struct record_filter *filter, int64_t **ids,
                                 size_t *n);

/* All ids in the query's order, from the start (exports, previous and next on a record's page):
 * without cursors and limit. */
MUST_CHECK bool record_query_ordered(struct ctx *ctx, const struct record_query *query,
                                     int64_t **ids, size_t *n);

/* How many of all records were added from each of n moments (microseconds since 1970, ascending) on
 * until the next one, the last without an end. */
MUST_CHECK bool record_query_added(struct ctx *ctx, enum record_entity entity,
                                   const int64_t *from_us, size_t n, int64_t *counts);

/* Values of a TEXT or VALUE dimension that hold the text, most frequent first among the records that
 * match the filter without the dimension's clause; at most RECORD_VALUES_MOST. None of other
 * dimensions, and of a custom field whose values in a large workspace are too many to look through. */
MUST_CHECK bool record_query_values(struct ctx *ctx, const struct record_filter *filter,
                                    const struct record_dimension *dimension, const char *text,
                                    struct record_count **out, size_t *n);

/* Whether record_query_values looks into a dimension. */
bool record_query_typed(const struct record_dimension *dimension);

#endif
