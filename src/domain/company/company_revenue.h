/* Amounts of money as people write them: "1,5", "500K", "12.4 million CZK", "$10M - $50M".
 * Called by import and by the forms. Pure; converts no currency and guesses nothing. */
#ifndef LEADGEN_DOMAIN_COMPANY_REVENUE_H
#define LEADGEN_DOMAIN_COMPANY_REVENUE_H

#include <stdint.h>

#include "base/arena.h"

enum company_revenue_verdict {
    COMPANY_REVENUE_OK,
    COMPANY_REVENUE_NONE,   /* empty, or a word for nothing */
    COMPANY_REVENUE_REVIEW, /* may be two things; the best reading is given */
    COMPANY_REVENUE_INVALID /* no amount */
};

struct company_revenue {
    int64_t min, max; /* whole units of the currency; max INT64_MAX: at least min; min 0: at most */
    char currency[4]; /* ISO 4217, "" when the text names none */
};

/* Reads an amount. `unit` is what a bare number counts in, 1 or 1000000 when the column's header
 * says millions; a multiplier in the text ("K", "million") goes before it. */
enum company_revenue_verdict company_revenue_read(struct arena *arena, const char *text,
                                                  int64_t unit, struct company_revenue *out);

#endif
