/* Companies to choose from while somebody types. Called by the form of a contact. */
#ifndef LEADGEN_DOMAIN_COMPANY_PICK_H
#define LEADGEN_DOMAIN_COMPANY_PICK_H

#include <stdint.h>

#include "base/err.h"

enum { COMPANY_PICK_MOST = 12 };

struct company_pick {
    int64_t record_id;
    const char *name, *domain, *city;
};

/* At most COMPANY_PICK_MOST whose name begins with the text, capitals and accents aside, or whose domain
 * it is. None for a text of one character. */
MUST_CHECK bool company_pick_read(struct ctx *ctx, const char *text, struct company_pick **out,
                                  size_t *n);

#endif
