/* Common given names. Called by people_name.c only. Data compiled in. */
#ifndef LEADGEN_DOMAIN_PEOPLE_GIVEN_H
#define LEADGEN_DOMAIN_PEOPLE_GIVEN_H

#include <stdbool.h>

/* `word` folded. */
bool people_given_is(const char *word);

#endif
