/* The people who work at a company. Called by its page. */
#ifndef LEADGEN_DOMAIN_COMPANY_PEOPLE_H
#define LEADGEN_DOMAIN_COMPANY_PEOPLE_H

#include <stdint.h>

#include "base/err.h"

struct company_person {
    int64_t record_id, updated_ms;
    const char *first_name, *last_name, *email, *linkedin_url, *job_title, *phone;
    const char *label; /* what the person is called */
    const char *key;   /* folded name: the order */
};

/* At most `limit` people by name, those behind the cursor ("" for the first). *next is the cursor of
 * the rest, or NULL. INPUT on "after" when the cursor is none of ours. */
MUST_CHECK bool company_people_read(struct ctx *ctx, int64_t company_id, const char *after,
                                    int64_t limit, struct company_person **out, size_t *n,
                                    const char **next);

#endif
