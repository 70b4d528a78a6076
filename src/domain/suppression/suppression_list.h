/* The suppression list as people see and correct it. Called by its page; the gate itself is
 * suppression.h. An entry is an e-mail address, a domain with its sub-domains, or the keyed hash of an
 * address whose plain text was erased. */
#ifndef LEADGEN_DOMAIN_SUPPRESSION_LIST_H
#define LEADGEN_DOMAIN_SUPPRESSION_LIST_H

#include <stdint.h>

#include "base/err.h"

/* Adds an address or a domain as people write it. *added is false when it stands there already.
 * INPUT on "value" when it is neither, on "reason" when that is empty. */
MUST_CHECK bool suppression_list_add(struct ctx *ctx, const char *value, const char *reason,
                                     bool *added);

/* Removes an entry; *value gets what it was. NOT_FOUND. */
MUST_CHECK bool suppression_list_remove(struct ctx *ctx, int64_t suppression_id,
                                        const char **value);

struct suppression {
    int64_t suppression_id, created_ms;
    const char *kind, *value, *reason;
    const char *who; /* NULL: the system */
    int64_t total;   /* of all that match */
};

enum { SUPPRESSION_PAGE = 50 };

/* Newest first, those whose value or reason holds `search` ("" for all), older than `before` (0: from
 * the newest); one more than a page when there is a next one. */
MUST_CHECK bool suppression_list_read(struct ctx *ctx, const char *search, int64_t before,
                                      struct suppression **out, size_t *n);

#endif
