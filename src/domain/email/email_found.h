/* Writing what was found: an address that is sure becomes the contact's, with its own change set;
 * candidates stay beside it. And a person's word that a candidate is right. In a transaction.
 * Called by email_find.c and the contact's page. */
#ifndef LEADGEN_EMAIL_FOUND_H
#define LEADGEN_EMAIL_FOUND_H

#include "domain/email/email_find.h"

/* Contacts that have an address by now keep it; one that another record has is not given twice. */
MUST_CHECK bool email_found_write(struct ctx *ctx, const struct email_finding *finding);

/* Makes a candidate the address of its contact, because a person says so: it keeps its state and its
 * evidence. NOT_FOUND: there is no such candidate, or the contact has an address by now. CONFLICT:
 * another contact has it. */
MUST_CHECK bool email_found_accept(struct ctx *ctx, int64_t contact_id, const char *address);

#endif
