/* The domain that identifies a company: from a web address, a host or an e-mail address.
 * Called by import, by the forms and by matching. Pure; a domain that hosts many never identifies. */
#ifndef LEADGEN_DOMAIN_COMPANY_DOMAIN_H
#define LEADGEN_DOMAIN_COMPANY_DOMAIN_H

#include <stdbool.h>

#include "base/arena.h"
#include "domain/company/shared_hosts.h"

enum company_domain_verdict {
    COMPANY_DOMAIN_OK,
    COMPANY_DOMAIN_NONE,    /* empty, or a word for nothing */
    COMPANY_DOMAIN_INVALID, /* no domain in it, or one that cannot exist outside: intranet, .local */
    COMPANY_DOMAIN_IP,      /* a bare address */
    COMPANY_DOMAIN_SHARED   /* hosts many: keep it as the web site, never match or create by it */
};

struct company_domain {
    const char *key;     /* registrable domain, ASCII lower case: "acme.co.uk"; NULL unless OK */
    const char *host;    /* the whole host; NULL when NONE or INVALID */
    const char *website; /* canonical web address; NULL when NONE or INVALID or from an e-mail */
    enum shared_kind shared; /* why, when SHARED */
};

/* Reads a cell's text. The parts live in the arena. Sub-domains fall away ("jobs.acme.com" is
 * "acme.com"); "atlas.cz" and "atlas.fr" stay two. */
enum company_domain_verdict company_domain_read(struct arena *arena, const char *text,
                                                struct company_domain *out);

/* The key alone; NULL unless the verdict is COMPANY_DOMAIN_OK. */
const char *company_domain_key(struct arena *arena, const char *text);

/* Is what stands for a company's name nothing but an address at a host of many, in small letters:
 * "gmail.com", "myshop.wordpress.com"? Then *out says which. "Amazon.com" is a name. */
bool company_domain_is_no_name(struct arena *arena, const char *name, struct company_domain *out);

/* Is this name the host's own: "gmail", "Gmail.com" for gmail.com? */
bool company_domain_names_host(struct arena *arena, const char *name, const char *host);

/* Why a value gives no key, as a sentence for people; "" for COMPANY_DOMAIN_OK. */
const char *company_domain_reason(struct arena *arena, enum company_domain_verdict verdict,
                                  const struct company_domain *domain);

#endif
