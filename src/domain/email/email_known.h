/* What is known of the addresses of one contact, with the estimate as the tenant's outcomes bend it:
 * for the contact's page and the API. In a transaction. */
#ifndef LEADGEN_EMAIL_KNOWN_H
#define LEADGEN_EMAIL_KNOWN_H

#include <stdint.h>

#include "domain/email/email_outcome.h"
#include "domain/email/email_score.h"

struct email_known {
    const char *address, *page_url; /* page_url: where it was seen; NULL: nowhere */
    int64_t place;                  /* 0: the contact's own; from 1: a candidate */
    int64_t checked_ms;
    struct email_evidence evidence;
    struct email_score score;
    double p; /* fitted, when the tenant has enough outcomes */
};

/* Its own address, or the candidates when it has none; none when nothing was ever checked. */
MUST_CHECK bool email_known_read(struct ctx *ctx, int64_t contact_id,
                                 const struct email_record *record, struct email_known **out,
                                 size_t *n);

#endif
