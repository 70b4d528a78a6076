/* The words of industries, in lists by what the companies do. Called by company_industry.c. Data
 * compiled in. */
#ifndef LEADGEN_DOMAIN_COMPANY_INDUSTRY_WORDS_H
#define LEADGEN_DOMAIN_COMPANY_INDUSTRY_WORDS_H

#include "base/phrase.h"
#include "domain/company/company_industry.h"

/* Weights: 3 names an industry for sure, 2 mostly, 1 is a word that others outvote. Beyond them: */
enum {
    INDUSTRY_LAST = 4,  /* decides for the tag that it ends: "healthcare software" */
    INDUSTRY_FIRST = 5, /* likewise for one that it begins: "wholesale of pharmaceuticals" */
    INDUSTRY_ALONE = 6  /* counts only where nothing else says more: "other" */
};

/* No industry: what follows it in the tag is not meant, "except motor vehicles". */
enum { INDUSTRY_NOT = INDUSTRY_END };

extern const struct phrase_list company_industry_services;
extern const struct phrase_list company_industry_goods;
extern const struct phrase_list company_industry_society;
extern const struct phrases company_industry_words; /* all of them */

#endif
