/* Capitals of names that came in one case only: MCDONALD is McDonald, VAN DER BERG is van der Berg.
 * Called by person_name.c only. Pure. */
#ifndef LEADGEN_DOMAIN_PERSON_CASE_H
#define LEADGEN_DOMAIN_PERSON_CASE_H

#include <stdbool.h>

#include "base/arena.h"

/* True when the letters of the text are all capitals or all small, and two or more. */
bool person_case_is_single(const char *text);

/* The words with normal capitals; `family` says that they are a family name, whose particles are
 * written small. */
const char *person_case_fix(struct arena *arena, const char *words, bool family);

#endif
