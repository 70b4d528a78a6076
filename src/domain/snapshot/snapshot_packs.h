/* Several dimensions of a base in one number: of a row industry, size and region together, as the
 * digits of a number below 4096, all numbers of a row side by side. Counting all facets of a set so
 * reads one place a row instead of one in each column, and adds to a few counters instead of one for
 * each dimension. Which dimensions go together follows from how many values each has in the base.
 * Made by snapshot_build.c, read by snapshot_count.c. */
#ifndef LEADGEN_SNAPSHOT_PACKS_H
#define LEADGEN_SNAPSHOT_PACKS_H

#include "domain/snapshot/snapshot_segment.h"

/* A dimension in a pack. */
struct snapshot_digit {
    size_t dimension;
    uint32_t n, unit;       /* values, and what one step is worth */
    const uint32_t *places; /* of the values, ascending */
};

struct snapshot_pack {
    struct snapshot_digit digits[SNAPSHOT_DIMENSIONS]; /* the largest unit first */
    size_t n;
    uint32_t size; /* all numbers are below it */
};

struct snapshot_plan {
    struct snapshot_pack packs[SNAPSHOT_DIMENSIONS];
    size_t n;
    bool has[SNAPSHOT_DIMENSIONS];
};

/* Which dimensions of table->base go together; the postings are there. */
const struct snapshot_plan *snapshot_packs_plan(struct arena *arena,
                                                const struct snapshot_table *table);

/* Makes the numbers of the base after its plan. */
void snapshot_packs_make(struct arena *arena, struct snapshot_table *table);

#endif
