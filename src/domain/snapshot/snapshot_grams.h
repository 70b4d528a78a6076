/* Which blocks of 64 rows may hold a word: for each of 4096 classes of three bytes in a row, the
 * blocks of the base whose texts have one. A word can only stand where all of its threes do. Made by
 * snapshot_build.c, read by snapshot_search.c. */
#ifndef LEADGEN_SNAPSHOT_GRAMS_H
#define LEADGEN_SNAPSHOT_GRAMS_H

#include "domain/snapshot/snapshot_segment.h"

enum { SNAPSHOT_BLOCK = 64 };

/* Makes base->grams; *n_words gets its size. */
void snapshot_grams_make(struct arena *arena, struct snapshot_segment *base, uint64_t *n_words);

/* The blocks that may hold the word, as a set of bits; NULL: any may. */
const uint64_t *snapshot_grams_blocks(struct arena *arena, const struct snapshot_segment *segment,
                                      const char *word, size_t n);

#endif
