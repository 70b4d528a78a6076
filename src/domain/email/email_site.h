/* Addresses of a domain that stand on a company's stored pages, with the page. Called by email_find.c,
 * in a transaction. */
#ifndef LEADGEN_EMAIL_SITE_H
#define LEADGEN_EMAIL_SITE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { EMAIL_SITE_MOST = 200 };

struct email_sighting {
    const char *local; /* lower case */
    const char *url;   /* of the first page that shows it */
};

/* What shows `domain` behind "@" in the text or the markup of the company's pages: addresses by our
 * policy, each once, at most EMAIL_SITE_MOST, in ctx->arena. */
MUST_CHECK bool email_site_read(struct ctx *ctx, int64_t company_id, const char *domain,
                                struct email_sighting **out, size_t *n);

/* Adds what one text shows; `url` is kept, not copied. Pure. */
void email_site_scan(struct arena *arena, const char *text, size_t length, const char *domain,
                     const char *url, struct email_sighting *all, size_t *n);

#endif
