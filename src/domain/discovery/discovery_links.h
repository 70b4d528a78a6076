/* The places that a directory, a list, a sitemap or a feed leads to. Pure. Called by discovery_fetch.c. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_LINKS_H
#define LEADGEN_DOMAIN_DISCOVERY_LINKS_H

#include "base/err.h"
#include "domain/discovery/discovery_sift.h"

enum {
    DISCOVERY_LEADS_MOST = 5000, /* of one page or list */
    DISCOVERY_PROFILES_MOST = 100
};

struct discovery_links {
    struct discovery_lead *leads; /* addresses of other sites, in order */
    size_t n_leads;
    const char **profiles; /* pages of the same site that may each lead to one company */
    size_t n_profiles;
    const char **sitemaps; /* of an index */
    size_t n_sitemaps;
    const char *own; /* registrable domain of the page, or NULL */
};

/* Reads what came from `url`. HTML: links that lead elsewhere, outside navigation and footer, and pages
 * of its own that stand in a list of their like. A sitemap or feed: its addresses. Never fails for what
 * is in it. */
MUST_CHECK bool discovery_links_read(struct ctx *ctx, const char *url, const char *content_type,
                                     const char *body, size_t length, struct discovery_links *out);

/* The web site that a profile names: the one link of it that leads to a company's own site, or NULL when
 * there is none or several. */
MUST_CHECK bool discovery_links_site(struct ctx *ctx, const char *url, const char *content_type,
                                     const char *body, size_t length, struct discovery_lead *out,
                                     bool *found);

/* The lines of a pasted or uploaded list: a domain or address each, with a name before or behind it,
 * parted by comma, semicolon or tab. Blank lines and headers ("domain") are left out. */
size_t discovery_links_lines(struct arena *arena, const char *text, struct discovery_lead **out);

#endif
