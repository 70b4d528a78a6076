/* Industries as people write them: LinkedIn's names, tags ("B2B, Fintech, SaaS"), names of NACE
 * classes, in a dozen languages. Called by company_class.c. Pure; the words stand in
 * company_industry_words.c. */
#ifndef LEADGEN_DOMAIN_COMPANY_INDUSTRY_H
#define LEADGEN_DOMAIN_COMPANY_INDUSTRY_H

#include <stdint.h>

#include "base/arena.h"

/* Codes of record_industries. */
enum {
    INDUSTRY_SOFTWARE = 1,
    INDUSTRY_IT,
    INDUSTRY_PROFESSIONAL,
    INDUSTRY_FINANCE,
    INDUSTRY_HEALTHCARE,
    INDUSTRY_PHARMA,
    INDUSTRY_MANUFACTURING,
    INDUSTRY_AUTOMOTIVE,
    INDUSTRY_AEROSPACE,
    INDUSTRY_RETAIL,
    INDUSTRY_HOSPITALITY,
    INDUSTRY_MEDIA,
    INDUSTRY_ENERGY,
    INDUSTRY_TELECOM,
    INDUSTRY_TRANSPORT,
    INDUSTRY_CONSTRUCTION,
    INDUSTRY_REAL_ESTATE,
    INDUSTRY_AGRICULTURE,
    INDUSTRY_EDUCATION,
    INDUSTRY_PUBLIC,
    INDUSTRY_CREATIVE,
    INDUSTRY_OTHER,
    INDUSTRY_END
};

/* The industry of a text; 0 for NULL and when no word of it says one. "Other" only for what is
 * known to stand outside the list: a church, a foundation. */
int16_t company_industry_read(struct arena *arena, const char *text);

#endif
