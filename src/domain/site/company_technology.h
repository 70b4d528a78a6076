/* What the web site of a company is built with, as the stage "facts" last saw it. Called by the
 * company's page. */
#ifndef LEADGEN_DOMAIN_SITE_COMPANY_TECHNOLOGY_H
#define LEADGEN_DOMAIN_SITE_COMPANY_TECHNOLOGY_H

#include <stdint.h>

#include "base/err.h"
#include "domain/page/page_technology.h"

struct company_technology {
    const char *key, *name, *version, *url, *evidence; /* version "" when unknown */
    enum technology_group group;
    int64_t seen_ms;
};

/* By group, then by name. */
MUST_CHECK bool company_technology_list(struct ctx *ctx, int64_t company_id,
                                        struct company_technology **out, size_t *n);

#endif
