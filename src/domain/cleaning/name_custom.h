/* Customs of countries about the names of people, where the name alone does not tell. Called by
 * import_plan.c. Pure. */
#ifndef LEADGEN_DOMAIN_NAME_CUSTOM_H
#define LEADGEN_DOMAIN_NAME_CUSTOM_H

#include "domain/contact/person_name.h"

/* Spaniards and most Latin Americans have two family names: of four words or more without a particle
 * ("Juan Carlos García López") the last two. `country` is ISO 3166 or NULL; elsewhere, and with three
 * words, which are as often two given names, nothing changes. */
void name_custom_surnames(struct arena *arena, const char *country, struct person_name *name);

/* "M. François" is Monsieur where French is spoken, and wherever the letters are French ones; "M. Scott" is
 * an initial. Moves it from the given name to the title when there is none. */
void name_custom_monsieur(const char *country, struct person_name *name);

#endif
