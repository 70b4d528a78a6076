/* What the pages of a web site together say of its company: one answer for each field, the evidence
 * with it, or that they contradict each other. Called by the stage "facts" with the stored pages.
 * Pure: writes nothing, invents nothing. */
#ifndef LEADGEN_DOMAIN_SITE_SITE_FACTS_H
#define LEADGEN_DOMAIN_SITE_SITE_FACTS_H

#include "domain/page/page.h"
#include "domain/record/record_fill.h"

struct site_source {
    const char *url, *body;
    size_t length;
    enum page_kind kind;
};

struct site_technology {
    const char *key, *version, *url, *evidence;
};

struct site_facts {
    struct page_verdict verdict; /* of the home page, or the first there is */
    const char *home;            /* its address */
    const char *country;         /* two letters; "" when unknown */
    struct record_found *found;  /* for record_fill: the surest of each field */
    size_t n_found;
    struct site_technology *technologies;
    size_t n_technologies;
};

/* Reads the pages of one site, the home page first where there is one. Where the verdict is that it is
 * no company's site, nothing is found. BUG only. */
bool site_facts_read(struct ctx *ctx, const struct site_source *sources, size_t n,
                     struct site_facts *out) MUST_CHECK;

#endif
