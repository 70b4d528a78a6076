/* What one page of a site says for each field of its company, weighed by where it says it: data for
 * machines, the imprint, the contact page, a footer. Called by site_facts.c. Pure. */
#ifndef LEADGEN_DOMAIN_SITE_SITE_GATHER_H
#define LEADGEN_DOMAIN_SITE_SITE_GATHER_H

#include "domain/site/site_vote.h"

/* Whose site it is: from the address of its home page. */
struct site_identity {
    const char *domain; /* registrable: "acme.co.uk" */
    const char *label;  /* "acme", letters and digits only */
};

/* False: the address has no domain. */
bool site_gather_identity(struct arena *arena, const char *url, struct site_identity *out);

/* Adds what the page says. `home`: it is the site's home page. */
void site_gather(struct arena *arena, const struct page *page, bool home,
                 const struct site_identity *identity, struct site_votes *votes);

#endif
