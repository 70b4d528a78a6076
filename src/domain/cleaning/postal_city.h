/* A postal code and a city in one cell: "40210 Düsseldorf". Called by the import. Pure. */
#ifndef LEADGEN_DOMAIN_POSTAL_CITY_H
#define LEADGEN_DOMAIN_POSTAL_CITY_H

#include "base/arena.h"

/* When the city begins with a postal code, puts that into *postal_code and leaves the city without it:
 * "D-10115 Berlin", "110 00 Praha 1", "00-950 Warszawa", "1012 AB Amsterdam", "4000-322 Porto". Changes
 * nothing when *city is NULL, a number is of the name ("6th of October City", "100 Mile House"), or
 * *postal_code (NULL: empty) is another one. */
void postal_city_split(struct arena *arena, const char **postal_code, const char **city);

#endif
