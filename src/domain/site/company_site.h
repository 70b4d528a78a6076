/* What a company's stored pages say of it, read from the store and written to the record: its blanks
 * filled, the evidence, what the site is built with. Called by the stage "facts" and by the company's
 * page. */
#ifndef LEADGEN_DOMAIN_SITE_COMPANY_SITE_H
#define LEADGEN_DOMAIN_SITE_COMPANY_SITE_H

#include "domain/site/site_facts.h"

struct company_site {
    int64_t company_id;
    size_t n_pages;
    struct site_facts facts;
};

/* Reads one company's stored pages: needs a transaction in its tenant. */
MUST_CHECK bool company_site_read(struct ctx *ctx, int64_t company_id, struct company_site *out);

/* What was written, for people. */
struct company_site_result {
    size_t filled, others, unsure; /* fields: filled, kept although the site says otherwise, open */
    const char *filled_names;      /* "City, Phone"; "" when none */
};

/* Writes it: needs the stage's write transaction. NOT_FOUND: the company is gone. */
MUST_CHECK bool company_site_write(struct ctx *ctx, struct company_site *site,
                                   struct company_site_result *out);

#endif
