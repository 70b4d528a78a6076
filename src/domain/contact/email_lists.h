/* What is known of mail domains and mailbox names: desks, throw-away domains, common typing errors.
 * Called by email_address.c. Data compiled in, sorted. Free mail stands in shared_hosts.c. */
#ifndef LEADGEN_DOMAIN_EMAIL_LISTS_H
#define LEADGEN_DOMAIN_EMAIL_LISTS_H

#include <stdbool.h>

#include "base/arena.h"

/* True for the mailbox of a desk or a machine: info, sales, no-reply, obchod. Lower case; what
 * follows "+" does not count. */
bool email_lists_is_role(const char *local);

/* True for a domain, or a sub-domain of one, whose mailboxes are thrown away. Lower-case ASCII. */
bool email_lists_is_disposable(const char *domain);

/* The domain that was probably meant ("gmial.com": "gmail.com"); NULL when it looks right. */
const char *email_lists_suggestion(struct arena *arena, const char *domain);

#endif
