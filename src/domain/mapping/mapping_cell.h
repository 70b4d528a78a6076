/* One value of a column, as far as its bytes tell: e-mail and web addresses, numbers of all kinds.
 * Called by mapping_shapes.c. Pure; allocates nothing; looks at the first 400 bytes. */
#ifndef LEADGEN_DOMAIN_MAPPING_CELL_H
#define LEADGEN_DOMAIN_MAPPING_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "domain/mapping/mapping_shapes.h"

/* One value, trimmed, with what a walk over its bytes finds. */
struct mapping_cell {
    const char *text;
    size_t length;
    size_t digits, letters, spaces, upper, commas, semicolons, ats, dots, slashes, others;
    bool plain; /* ASCII only */
};

/* Trims the text and counts what is in it. Of values that Google joined by " ::: " the first. */
void mapping_cell_look(const char *text, struct mapping_cell *cell);

/* Bits (1 << enum mapping_shape) that need no words. */
unsigned mapping_cell_shape(const struct mapping_cell *cell);

/* The host of a web address or the domain; length 0 when it is neither. */
struct span mapping_cell_host(const struct mapping_cell *cell);

#endif
