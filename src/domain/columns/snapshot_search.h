/* Search words over the texts of a snapshot, folded alike on both sides. Called by snapshot_match.c. */
#ifndef LEADGEN_SNAPSHOT_SEARCH_H
#define LEADGEN_SNAPSHOT_SEARCH_H

#include "domain/snapshot/snapshot_segment.h"

/* Marks those of n texts that hold the word: text i begins at from[i] and ends before from[i + 1] with
 * a byte that no word holds; SNAPSHOT_TEXT_PAD bytes behind the last may be read. */
void snapshot_search_texts(const char *bytes, const uint32_t *from, size_t n, const char *word,
                           uint64_t *bits);

/* Marks the companies whose search text holds the word: base rows, then the delta's. NULL when none
 * does. */
uint64_t *snapshot_search_companies(struct arena *arena, const struct snapshot_table *companies,
                                    const char *word);

/* The rows of a segment of the table whose own text, or whose company in `companies` (may be NULL),
 * holds the word: at least those in `among` (NULL: all), as a new set. */
uint64_t *snapshot_search_rows(struct arena *arena, const struct snapshot_table *table,
                               const struct snapshot_segment *segment, const char *word,
                               const uint64_t *companies, const uint64_t *among);

#endif
