/* The domains of addresses: whether they take mail and which server comes first, from the tenant's own
 * memory or from the DNS, many at a time. Called by email_verify.c and email_find.c. */
#ifndef LEADGEN_EMAIL_DOMAIN_H
#define LEADGEN_EMAIL_DOMAIN_H

#include "base/dns.h"
#include "base/err.h"
#include "base/map.h"
#include "domain/email/email_score.h"

struct email_domain {
    const char *name;
    enum email_route route;
    const char *host; /* the mail server that comes first; NULL: none */
    enum email_catch_all catch_all;
    bool asked;  /* the DNS was asked now */
    bool probed; /* catch_all was found out now */
};

struct email_domains {
    struct email_domain *of;
    size_t n, size;
    struct map *by_name;
};

/* None yet; room for `most`. */
void email_domains_init(struct arena *arena, size_t most, struct email_domains *out);

/* The domain of an address, added when it is new; NULL for a text without "@". */
struct email_domain *email_domains_of(struct arena *arena, struct email_domains *domains,
                                      const char *address);

/* Fills in what the tenant knows already. In a transaction. */
MUST_CHECK bool email_domains_read(struct ctx *ctx, struct email_domains *domains);

/* Asks the DNS about those that nobody knows. Outside a transaction. */
MUST_CHECK bool email_domains_ask(struct ctx *ctx, struct dns *dns, struct email_domains *domains);

/* Remembers what was found out. In a transaction. */
MUST_CHECK bool email_domains_write(struct ctx *ctx, const struct email_domains *domains);

#endif
