/* For each value of a dimension the rows of the base that have it: a bit a row where they are many, a
 * sorted list where they are few. Made by snapshot_build.c, read by snapshot_match.c and
 * snapshot_facet.c. */
#ifndef LEADGEN_SNAPSHOT_POSTING_H
#define LEADGEN_SNAPSHOT_POSTING_H

#include "domain/snapshot/snapshot_segment.h"

/* Makes the postings of a dimension of table->base; counts only for job titles, which are too many,
 * none for what has no places. *n_postings and *n_words get their sizes. */
void snapshot_posting_make(struct arena *arena, struct snapshot_table *table, size_t dimension,
                           uint64_t *n_postings, uint64_t *n_words);

/* The same of what stands beside the dimensions (SNAPSHOT_RUNS): the places of a row begin at its
 * `from` and end where the next row's do; a row without any has place 0. */
void snapshot_posting_fill(struct arena *arena, struct snapshot_segment *base, size_t at,
                           size_t n_places, const uint32_t *from, const uint32_t *places,
                           uint64_t *n_words);

/* Adds the rows of a place to a set of bits. */
void snapshot_posting_add(const struct snapshot_segment *base, size_t dimension, size_t place,
                          uint64_t *bits);

/* How many rows of a place are in a set of bits. */
size_t snapshot_posting_count(const struct snapshot_segment *base, size_t dimension, size_t place,
                              const uint64_t *bits);

/* How many words are read for that, a measure of its cost. */
size_t snapshot_posting_cost(const struct snapshot_segment *base, size_t dimension,
                             size_t n_places);

#endif
