/* One clause of a filter over the columns of a segment. Called by snapshot_match.c. */
#ifndef LEADGEN_SNAPSHOT_CLAUSE_H
#define LEADGEN_SNAPSHOT_CLAUSE_H

#include "domain/query/record_filter.h"
#include "domain/snapshot/snapshot_view.h"

/* What a clause wants, worked out once for both segments. */
struct snapshot_clause {
    const struct record_clause *clause;
    enum snapshot_form form;
    size_t dimension;
    uint8_t *places; /* CODE, DICT, SETS: 1 where wanted */
    size_t n_places;
    int64_t from_us, before_us; /* TIME */
    int64_t *ids;               /* NONE: those that match, ascending */
    size_t n_ids;
};

MUST_CHECK bool snapshot_clause_make(struct ctx *ctx, const struct snapshot_view *view,
                                     const struct snapshot_table *table,
                                     const struct record_filter *filter, size_t clause,
                                     struct snapshot_clause *out);

/* The rows that match, excluding included: a new set of bits. */
uint64_t *snapshot_clause_rows(struct arena *arena, const struct snapshot_clause *clause,
                               const struct snapshot_segment *segment);

#endif
