/* Asking a search service: a turn, the call, what it said, the log. Called by jobs, outside a
 * transaction. */
#ifndef LEADGEN_DOMAIN_PROVIDER_SEARCH_H
#define LEADGEN_DOMAIN_PROVIDER_SEARCH_H

#include "base/http.h"
#include "domain/provider/provider_call.h"

struct provider_asked {
    bool asked; /* false: it may not be called now; why and wait_ms say more */
    const char *why;
    int64_t wait_ms;
    int64_t pages;               /* that a search may read, by the settings */
    struct provider_ended ended; /* of a call */
    struct search_hit *hits;     /* of PROVIDER_OK */
    size_t n_hits;
};

/* Asks for a page of the results; `page` counts from 0. Waits for its turn, with job_heartbeat; asks no more when the
 * job stops meanwhile. `operation` stands in the log. False as job_heartbeat and the database; what goes
 * wrong at the service is in *out. */
MUST_CHECK bool provider_search(struct ctx *ctx, struct http *http, struct job *job,
                                const struct provider *provider, const char *key,
                                const char *operation, const char *query, int64_t page,
                                struct provider_asked *out);

#endif
