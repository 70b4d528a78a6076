/* The runs of letters in the texts that are looked through, each once: "anna", "berg", "example" of
 * "anna berg77@example.com". A word of letters can stand nowhere but inside a run, so the rows that
 * hold it are those of the runs that hold it, and of a text a hundredth is read. Pairs of digits
 * are runs, too: "77". Beside them the ends of addresses, "@example.com": rows of one that holds a
 * word hold it too, others may. Made by snapshot_build.c, read by snapshot_search.c. */
#ifndef LEADGEN_SNAPSHOT_RUNS_H
#define LEADGEN_SNAPSHOT_RUNS_H

#include "domain/snapshot/snapshot_segment.h"

/* Makes the runs of the base with their postings at SNAPSHOT_RUNS; run 0 is none. *n_postings,
 * *n_words and *n_bytes get their sizes. */
void snapshot_runs_make(struct arena *arena, struct snapshot_segment *base, uint64_t *n_postings,
                        uint64_t *n_words, uint64_t *n_bytes);

/* The next piece of a word that stands in a run wherever the word stands, from *at on, which moves
 * behind it; *n gets its length, and NULL is the answer when there is none left. The word itself is
 * its only piece when its rows are just those of the runs that hold it. */
const char *snapshot_runs_piece(const char **at, size_t *n);

#endif
