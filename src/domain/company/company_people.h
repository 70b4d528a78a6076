/* The people who work at a company. Called by its page. */
#ifndef LEADGEN_DOMAIN_COMPANY_PEOPLE_H
#define LEADGEN_DOMAIN_COMPANY_PEOPLE_H

#include <stdint.h>

#include "base/err.h"

struct company_person {
    int64_t record_id, updated_ms;
    int64_t rank;         /* how much they decide, 0 to 10 */
    int64_t employment;   /* code of record_employments, or 0 */
    int64_t last_seen_ms; /* on a page of the company; 0: never */
    int64_t place;        /* the order, by rank; within it the key's */
    const char *first_name, *last_name, *email, *linkedin_url, *job_title, *phone;
    const char *label; /* what the person is called */
    const char *key;   /* folded name */
};

/* At most `limit` people, who decide most first and those who left last, those behind the cursor
 * ("" for the first). *next is the cursor of the rest, or NULL. INPUT on "after" when the cursor is
 * none of ours. */
MUST_CHECK bool company_people_read(struct ctx *ctx, int64_t company_id, const char *after,
                                    int64_t limit, struct company_person **out, size_t *n,
                                    const char **next);

#endif
