/* Head counts as people write them: "1.200", "200-300", "50+", "10K".
 * Called by import and by the forms. Pure; guesses nothing: what may be two things is for review. */
#ifndef LEADGEN_DOMAIN_COMPANY_SIZE_H
#define LEADGEN_DOMAIN_COMPANY_SIZE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum company_size_verdict {
    COMPANY_SIZE_OK,
    COMPANY_SIZE_NONE,   /* empty, or a word for nothing */
    COMPANY_SIZE_REVIEW, /* a best reading is given, a person decides: "2-10" read as a date */
    COMPANY_SIZE_INVALID /* no head count */
};

/* The buckets of the ideal customer profile. */
enum company_size_bucket {
    COMPANY_SIZE_UNKNOWN,
    COMPANY_SIZE_MICRO,      /* 1-9 */
    COMPANY_SIZE_SMALL,      /* 10-49 */
    COMPANY_SIZE_MEDIUM,     /* 50-249 */
    COMPANY_SIZE_MID_MARKET, /* 250-999 */
    COMPANY_SIZE_ENTERPRISE  /* 1000 and more */
};

struct company_size {
    int64_t min, max; /* equal when one number; max INT64_MAX: at least min; min 0: at most max */
    enum company_size_bucket bucket; /* the one that holds the range, else the nearest one */
    bool hint;                       /* the range lies across buckets: `bucket` is only near */
};

enum company_size_verdict company_size_read(struct arena *arena, const char *text,
                                            struct company_size *out);

/* The bucket of one head count; COMPANY_SIZE_UNKNOWN below 1. */
enum company_size_bucket company_size_bucket(int64_t employees);

/* "micro", "small", "medium", "mid_market", "enterprise"; "" when unknown. */
const char *company_size_name(enum company_size_bucket bucket);

#endif
