/* What became of mail to addresses: bounces and arrivals, held against the estimate of that time. With
 * EMAIL_FIT_OUTCOMES of them the tenant's estimates are bent to them. Called by whatever learns that
 * mail came back or arrived, and by the pages. In a transaction. */
#ifndef LEADGEN_EMAIL_OUTCOME_H
#define LEADGEN_EMAIL_OUTCOME_H

#include <stdint.h>

#include "base/err.h"
#include "domain/email/email_fit.h"

/* Mail to the address of a contact arrived, or came back for good (a full mailbox is no outcome). An
 * address that nothing is known of is left alone. */
MUST_CHECK bool email_outcome_add(struct ctx *ctx, int64_t contact_id, const char *address,
                                  bool arrived);

/* How the tenant's estimates did. */
struct email_record {
    struct email_outcomes *of;
    size_t n;
    int64_t total, arrived;
    struct email_fit fit; /* as it was, until there are enough */
    bool fitted;
};
MUST_CHECK bool email_outcome_read(struct ctx *ctx, struct email_record *out);

#endif
