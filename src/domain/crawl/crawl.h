/* Fetching the web sites of many companies side by side, each of them politely: one request at a time,
 * with the pause that it asks for. Called by stage_crawl.c. Writes nothing. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_H

#include "domain/crawl/crawl_site.h"

enum {
    CRAWL_PAUSE_MS = 500,       /* between two requests to a site that asks for no pause */
    CRAWL_SITE_MS = 120 * 1000, /* most time for one site */
    CRAWL_SIDE_BY_SIDE = 32     /* sites, and so requests, at the same time */
};

struct crawl {
    struct http *http;
    struct crawl_site *sites; /* opened here */
    size_t n_sites;
    /* Called for each page as soon as it was read: site->fresh, which is gone afterwards. */
    bool (*store)(struct ctx *ctx, void *arg, const struct crawl_site *site);
    /* Called about each second, outside of any request; *stop true: what runs is left open. */
    bool (*alive)(struct ctx *ctx, void *arg, bool *stop);
    void *arg;
};

/* Fetches them all. A site that runs when *stop is set stays CRAWL_OPEN. False: what `store` or `alive`
 * raised, UNAVAILABLE when this machine's network does not work, BUG. */
MUST_CHECK bool crawl_run(struct ctx *ctx, struct crawl *crawl);

/* A client for it: limits on what runs and what it holds. */
MUST_CHECK bool crawl_client(struct ctx *ctx, struct arena *arena, struct http **out);

#endif
