/* Asking sites for discovery: one page, or the home pages of many domains at once, as their robots.txt
 * allow, with pauses and limits. Called by discovery_run.c, outside a transaction. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_FETCH_H
#define LEADGEN_DOMAIN_DISCOVERY_FETCH_H

#include "base/http.h"
#include "domain/pipeline/job.h"

/* A page, after up to five redirects. *why NULL: here it is; else why not, for people, with a word for
 * grouping in *cause. */
MUST_CHECK bool discovery_fetch_page(struct ctx *ctx, struct http *http, const char *url,
                                     struct http_answer **answer, const char **why,
                                     const char **cause);

/* What a domain's home page says. */
struct discovery_home {
    const char *domain;
    const char *reason; /* why it is no company's, for people; NULL: it may be one */
    const char *name;   /* of the site, or NULL */

    int step, redirects; /* discovery_fetch.c's */
    const char *url;
    bool plain, done;
};

/* Asks all of them, several at a time. What cannot be asked may be a company: reason stays NULL, but for
 * names that do not exist. Ends early when the job stops. */
MUST_CHECK bool discovery_fetch_homes(struct ctx *ctx, struct http *http, struct job *job,
                                      struct discovery_home *homes, size_t n);

#endif
