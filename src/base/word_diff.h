/* What changed between two texts, word by word: for people who look at versions. Bounded in time and
 * memory: where too much differs, the whole middle counts as replaced. Called by pages. */
#ifndef LEADGEN_BASE_WORD_DIFF_H
#define LEADGEN_BASE_WORD_DIFF_H

#include <stddef.h>

#include "base/arena.h"

enum word_diff_kind { WORD_DIFF_SAME, WORD_DIFF_DELETED, WORD_DIFF_INSERTED };

struct word_diff_part {
    enum word_diff_kind kind;
    const char *text; /* with its white space */
};

/* The parts of both texts in order: the same and the deleted ones together are `before`, the same and
 * the inserted ones `after`. No two neighbours are of one kind. */
size_t word_diff(struct arena *arena, const char *before, const char *after,
                 struct word_diff_part **out);

#endif
