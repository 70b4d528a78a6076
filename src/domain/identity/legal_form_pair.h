/* Two legal forms side by side: can one company have both? Called by company_conflict.c. Pure. */
#ifndef LEADGEN_DOMAIN_LEGAL_FORM_PAIR_H
#define LEADGEN_DOMAIN_LEGAL_FORM_PAIR_H

#include <stdbool.h>

#include "base/arena.h"

/* True for "GmbH" and "Ltd", "AG" and "S.A.". False for spellings of one form ("GmbH" and "Gesellschaft
 * mit beschränkter Haftung", "S.A." and "SA", "a.s." and "AS"), for what people write in place of each
 * other ("Inc." and "Corp.", "SL" and "SLU"), and where either is NULL or no form that is known. */
bool legal_form_pair_differs(struct arena *arena, const char *a, const char *b);

#endif
