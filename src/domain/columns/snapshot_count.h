/* How many rows of a set have each value of a dimension: the counting under the facets, by whichever
 * way reads least. Called by snapshot_facet.c. */
#ifndef LEADGEN_SNAPSHOT_COUNT_H
#define LEADGEN_SNAPSHOT_COUNT_H

#include "domain/columns/snapshot_match.h"

enum { SNAPSHOT_BUCKETS = 16 };

/* A set of base rows with what is worked out of it when first needed. */
struct snapshot_counting {
    struct arena *arena;
    const struct snapshot_table *table;
    const uint64_t *base, *delta;
    size_t n_base;        /* rows in base */
    const uint32_t *rows; /* those in it, or those outside it when they are fewer */
    size_t n_rows;
    bool outside, many;                    /* many: nearly all dimensions will be counted */
    uint32_t *packed[SNAPSHOT_DIMENSIONS]; /* counts of the rows, of packs that were counted */
    struct snapshot_counting *beside;      /* a set apart whose rows count too, or NULL */
};

/* What passes all of a match. */
void snapshot_count_begin(struct arena *arena, const struct snapshot_match *match, bool many,
                          struct snapshot_counting *out);

/* What passes all but one clause, worked out beside what passes all. */
void snapshot_count_without(struct snapshot_counting *of_all, const struct snapshot_match *match,
                            size_t clause, struct snapshot_counting *out);

/* Counts by code or place: a new array of snapshot_places() numbers. */
uint32_t *snapshot_count_places(struct snapshot_counting *counting, size_t dimension);

/* Counts by time: counts[i] gets how many lie before `before_us[i]` and not before before_us[i + 1],
 * the last how many before it; before_us descends from INT64_MAX. */
void snapshot_count_times(struct snapshot_counting *counting, enum snapshot_column column,
                          const int64_t *before_us, size_t n, uint32_t *counts);

#endif
