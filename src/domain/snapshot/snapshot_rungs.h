/* Ranges of time over a base: of an order by time the sets of its first sixteenth, eighth and so on,
 * so that what lies before a moment is the nearest of them and the few rows up to the moment. Made by
 * snapshot_build.c, read by snapshot_clause.c and snapshot_count.c. */
#ifndef LEADGEN_SNAPSHOT_RUNGS_H
#define LEADGEN_SNAPSHOT_RUNGS_H

#include "domain/snapshot/snapshot_segment.h"

/* The order by a column of times; SNAPSHOT_ORDERS: there is none. */
enum snapshot_order snapshot_rungs_order(enum snapshot_column column);

/* Words that the sets of one order take. */
size_t snapshot_rungs_words(size_t n_rows);

/* Makes the sets of an order that is there. */
void snapshot_rungs_make(struct arena *arena, struct snapshot_segment *base,
                         enum snapshot_order order);

/* How many rows lie before a time. */
size_t snapshot_rungs_before(const struct snapshot_segment *base, enum snapshot_column column,
                             int64_t time_us);

/* Makes an empty set that of the first n rows of the order. */
void snapshot_rungs_first(const struct snapshot_segment *base, enum snapshot_order order, size_t n,
                          uint64_t *bits);

/* How many of the first n rows of the order are in the set. */
size_t snapshot_rungs_count(const struct snapshot_segment *base, enum snapshot_order order,
                            size_t n, const uint64_t *bits);

#endif
