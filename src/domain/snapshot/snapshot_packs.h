/* Several dimensions of a base in one number: of a row industry, size and region together, as the
 * digits of a number below 4096, all numbers of a row side by side. Counting all facets of a set so
 * reads one place a row instead of one in each column, and adds to a few counters instead of one for
 * each dimension. Of tags and lists the first few are digits of their own, what a row has beyond them
 * stands apart. Which dimensions go together follows from how many values each has in the base. Made
 * by snapshot_build.c, read by snapshot_count.c. */
#ifndef LEADGEN_SNAPSHOT_PACKS_H
#define LEADGEN_SNAPSHOT_PACKS_H

#include "domain/snapshot/snapshot_segment.h"

enum { SNAPSHOT_DIGITS = 96, SNAPSHOT_PACKED = 12 /* in one number */ };

/* A dimension in a pack; of one with sets the first, second or so place of a row, 0 for none. */
struct snapshot_digit {
    size_t dimension, slot;
    uint32_t n, unit;       /* values, and what one step is worth */
    const uint32_t *places; /* of the values, ascending */
};

struct snapshot_pack {
    struct snapshot_digit digits[SNAPSHOT_PACKED]; /* the largest unit first */
    size_t n;
    uint32_t size; /* all numbers are below it */
};

struct snapshot_plan {
    struct snapshot_pack packs[SNAPSHOT_DIGITS];
    size_t n;
    bool has[SNAPSHOT_DIMENSIONS];
};

/* Which dimensions of table->base go together; postings and slots are there. */
const struct snapshot_plan *snapshot_packs_plan(struct arena *arena,
                                                const struct snapshot_table *table);

/* Makes slots, what they leave over, and the numbers of the base after its plan. */
void snapshot_packs_make(struct arena *arena, struct snapshot_table *table);

#endif
