/* The orders of a base segment as permutations of its rows: by text, by rank, by number; equal ones
 * by row, those without a value last. Called by snapshot_build.c. */
#ifndef LEADGEN_SNAPSHOT_SORT_H
#define LEADGEN_SNAPSHOT_SORT_H

#include "domain/snapshot/snapshot_segment.h"

/* By a text column; an empty text is no value. */
void snapshot_sort_texts(struct arena *arena, struct snapshot_segment *base,
                         enum snapshot_column column, enum snapshot_order order);

/* By a column of times. */
void snapshot_sort_times(struct arena *arena, struct snapshot_segment *base,
                         enum snapshot_column column, enum snapshot_order order);

/* By ranks below n_ranks, one a row; SNAPSHOT_NOBODY is no value. Where each rank ends. */
const uint32_t *snapshot_sort_ranks(struct arena *arena, struct snapshot_segment *base,
                                    const uint32_t *ranks, size_t n_ranks,
                                    enum snapshot_order order);

/* All orders of the table's base, and what leans on them; its companies' come first. */
void snapshot_sort_all(struct arena *arena, struct snapshot_table *table);

#endif
