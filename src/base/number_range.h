/* One number or a range of two with what people write around them: "200-300", "50+", "< 10",
 * "from 5 to 10", "approx. 1.200". Called by the domain's readers of sizes and amounts. */
#ifndef LEADGEN_BASE_NUMBER_RANGE_H
#define LEADGEN_BASE_NUMBER_RANGE_H

#include <stdbool.h>

#include "base/number.h"

enum number_bound {
    NUMBER_EXACT,
    NUMBER_AT_LEAST,  /* "50+", "at least 50", "from 50" */
    NUMBER_MORE_THAN, /* "> 50", "over 50" */
    NUMBER_AT_MOST,   /* "up to 50" */
    NUMBER_LESS_THAN  /* "< 50", "under 50" */
};

struct number_range {
    struct number low, high; /* equal when it is one number */
    bool two;                /* a range */
    enum number_bound bound; /* NUMBER_EXACT when it is a range */
    bool negative;           /* "-5" */
    bool more;               /* further digits follow that the reading leaves out */
};

/* False when the text holds no number, or one written in no known way ("1.2.3"). A multiplier behind
 * the second number of a range counts for the first too: "10-50M". */
bool number_range_read(const char *text, struct number_range *out);

#endif
