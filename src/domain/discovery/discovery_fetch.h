/* Asking the home pages of many domains at once what they are, as their robots.txt allow, with limits. Called by discovery_run.c, outside a transaction. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_FETCH_H
#define LEADGEN_DOMAIN_DISCOVERY_FETCH_H

#include "domain/crawl/crawl_robots.h"
#include "domain/pipeline/job.h"

/* What a domain's home page says. */
struct discovery_home {
    const char *domain;
    const char *reason; /* why it is no company's, for people; NULL: it may be one */
    const char *name;   /* of the site, or NULL */

    int redirects; /* discovery_fetch.c's */
    struct crawl_origin origin;
    const char *url;
    bool plain, done;
};

/* Asks all of them, several at a time. What cannot be asked may be a company: reason stays NULL, but for
 * names that do not exist. Ends early when the job stops. */
MUST_CHECK bool discovery_fetch_homes(struct ctx *ctx, struct http *http, struct job *job,
                                      struct discovery_home *homes, size_t n);

#endif
