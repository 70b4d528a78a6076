/* A filter over the columns of a snapshot: which rows pass, and which would pass but for one clause,
 * as sets of bits for the base and for the delta. Called by snapshot_query.c. */
#ifndef LEADGEN_SNAPSHOT_MATCH_H
#define LEADGEN_SNAPSHOT_MATCH_H

#include "domain/query/record_filter.h"
#include "domain/snapshot/snapshot_bits.h"
#include "domain/snapshot/snapshot_view.h"

/* The rows of one segment. */
struct snapshot_rows {
    const struct snapshot_segment *segment;
    uint64_t *all; /* pass everything */
    size_t n;
    uint64_t **without; /* by clause: pass all others and the search; NULL where not asked for */
};

struct snapshot_match {
    const struct snapshot_table *table;
    const struct record_filter *filter;
    struct snapshot_rows base, delta;
};

/* Evaluates the filter. `facets`: also the sets without one clause, of those that are counted. Asks
 * the database for what no column holds: custom fields, change sets, days of the calendar. */
MUST_CHECK bool snapshot_match_make(struct ctx *ctx, const struct snapshot_view *view,
                                    const struct record_filter *filter, bool facets,
                                    struct snapshot_match *out);

#endif
