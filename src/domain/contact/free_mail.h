/* Mail domains where anyone gets a mailbox: an address there says nothing about a company.
 * Called by shared_hosts.c and email_address.c. Data compiled in, sorted. */
#ifndef LEADGEN_DOMAIN_FREE_MAIL_H
#define LEADGEN_DOMAIN_FREE_MAIL_H

#include <stdbool.h>

/* True for a free mail domain or a sub-domain of one. `domain` is ASCII, lower case. */
bool free_mail_is(const char *domain);

#endif
