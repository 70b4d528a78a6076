/* Names of countries in English, in their own language and in those of their neighbours.
 * Called by country.c only. Data compiled in, sorted. */
#ifndef LEADGEN_DOMAIN_COUNTRY_NAMES_H
#define LEADGEN_DOMAIN_COUNTRY_NAMES_H

/* Two-letter code of a folded name ("deutschland", "u s a"); NULL when it stands for none. */
const char *country_names_code(const char *key);

#endif
