/* The numbering plans of the world: calling code, trunk prefix, lengths of national numbers.
 * Called by phone_number.c only. Data compiled in, sorted by calling code. */
#ifndef LEADGEN_DOMAIN_PHONE_PLAN_H
#define LEADGEN_DOMAIN_PHONE_PLAN_H

#include <stddef.h>

struct phone_plan {
    int calling;
    char iso2[3];      /* "" for numbers of no country: +800 */
    const char *trunk; /* dialled inside the country only, "/" between several; "" when none */
    unsigned char min; /* digits of a national number, without the trunk prefix */
    unsigned char max;
};

/* The plan of the calling code that `digits` begins with; of several countries behind one code the
 * largest. *used is the length of the code. NULL when there is none. */
const struct phone_plan *phone_plan_by_digits(const char *digits, size_t *used);

/* The plan of a country by its two-letter code in capitals; NULL when there is none. */
const struct phone_plan *phone_plan_by_country(const char *iso2);

/* Which country behind a shared code (+1, +7, +44, ...) a national number belongs to. */
const char *phone_plan_country(const struct phone_plan *plan, const char *national);

/* The i-th plan; NULL behind the last: for tests that walk the table. */
const struct phone_plan *phone_plan_at(size_t index);

#endif
