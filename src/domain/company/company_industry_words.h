/* The words of industries. Called by company_industry.c. Data compiled in:
 * company_industry_words.c. */
#ifndef LEADGEN_DOMAIN_COMPANY_INDUSTRY_WORDS_H
#define LEADGEN_DOMAIN_COMPANY_INDUSTRY_WORDS_H

#include "base/phrase.h"
#include "domain/company/company_industry.h"

/* Weights beyond 1 to 3. */
enum {
    INDUSTRY_LAST = 4, /* decides for the tag that it ends: "healthcare software" */
    INDUSTRY_FIRST = 5 /* decides for the tag that it begins: "wholesale of pharmaceuticals" */
};

extern const struct phrases company_industry_words;

#endif
