/* What a reason says of a column's values: how many of those looked at can be read as what the column
 * is taken for, counted value by value. Called by the files of the mapping step only. Pure. */
#ifndef LEADGEN_DOMAIN_MAPPING_CLAIM_H
#define LEADGEN_DOMAIN_MAPPING_CLAIM_H

#include "domain/mapping/mapping_meaning.h"
#include "domain/mapping/mapping_shapes.h"

struct mapping_claim {
    size_t values, fit; /* looked at, and those of them of which it is true */
    const char *noun;   /* "countries"; NULL: values cannot tell */
};

/* by_values: the values are why we think so, which asks more of them than not to contradict. */
struct mapping_claim mapping_claim_of(enum mapping_meaning meaning, bool by_values,
                                      const struct mapping_shapes *shapes);

/* "all 15 values looked at", "14 of the 15 values looked at", "none of ...". */
const char *mapping_claim_count(struct arena *arena, size_t fit, size_t values);

/* "14 of the 15 values looked at can be read as countries". */
const char *mapping_claim_text(struct arena *arena, const struct mapping_claim *claim);

/* Values looked at that have one of the shapes, and *values, of how many. */
size_t mapping_claim_having(const struct mapping_shapes *shapes, unsigned any, size_t *values);

#endif
