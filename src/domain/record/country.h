/* Countries: codes, names in several languages, calling codes.
 * Called by import, by the forms, by phone_number.c and by pages. Const tables, pure. */
#ifndef LEADGEN_DOMAIN_COUNTRY_H
#define LEADGEN_DOMAIN_COUNTRY_H

#include <stddef.h>

#include "base/arena.h"

struct country {
    char iso2[3];
    char iso3[4];
    const char *name; /* short English name, for display */
    int calling;      /* calling code: 420; 0 when none of its own */
};

/* The country that a text names: ISO 3166 codes of two or three letters, English and native names,
 * common short forms ("USA", "U.S.", "UK", "Deutschland", "Česko"); NULL when none or unsure. */
const struct country *country_read(struct arena *arena, const char *text);

/* By two-letter code in capitals or small letters; NULL when there is none. */
const struct country *country_by_code(const char *iso2);

/* The i-th country in order of its code; NULL behind the last: for lists in forms. */
const struct country *country_at(size_t index);

#endif
