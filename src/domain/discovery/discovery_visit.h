/* Reading pages of a directory's site as the crawler does: one request at a time, with its lease, the
 * pause it asks for, and no page that its robots.txt does not want to be read. Called by discovery_run.c,
 * outside a transaction. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_VISIT_H
#define LEADGEN_DOMAIN_DISCOVERY_VISIT_H

#include "domain/crawl/crawl_lease.h"
#include "domain/crawl/crawl_robots.h"
#include "domain/pipeline/job.h"

enum { DISCOVERY_ORIGINS_MAX = 8 };

struct discovery_visit {
    struct job *job;
    struct http *http;
    struct arena *arena; /* of what is kept from page to page */
    struct crawl_lease lease;
    const char *site;         /* whose lease is held; NULL: none */
    int64_t delay_ms, due_ms; /* its pause; when it may be asked again */
    struct crawl_origin origins[DISCOVERY_ORIGINS_MAX];
    size_t n_origins;
};

/* Begins; what it keeps lives in ctx->arena. */
void discovery_visit_open(struct ctx *ctx, struct http *http, struct job *job,
                          struct discovery_visit *visit);

/* A page, after up to five redirects. *why NULL: here it is; else why not, for people, with a word for
 * grouping in *cause: "busy" when others read the site for a minute, "stopped" when the job stops. The
 * answer lives in ctx->arena. */
MUST_CHECK bool discovery_visit_page(struct ctx *ctx, struct discovery_visit *visit,
                                     const char *url, struct http_answer **answer, const char **why,
                                     const char **cause);

/* Gives the site back. */
MUST_CHECK bool discovery_visit_close(struct ctx *ctx, struct discovery_visit *visit);

#endif
