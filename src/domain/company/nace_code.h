/* Codes of the European classification of trades (NACE) and of its national forms (NAF, WZ, ATECO,
 * CNAE, PKD, SNI, TOL): "62.01", "J62.01 Computer programming", "6201Z". Called by
 * company_industry.c. Pure. */
#ifndef LEADGEN_DOMAIN_NACE_CODE_H
#define LEADGEN_DOMAIN_NACE_CODE_H

#include <stdint.h>

/* The industry (company_industry.h) of the code that a text begins with; 0 when it begins with none.
 * `plain` is in the form of phrase_plain. Bare numbers are none: other countries number otherwise. */
int16_t nace_code_industry(const char *plain);

#endif
