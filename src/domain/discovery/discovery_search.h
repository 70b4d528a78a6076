/* A web search for discovery: page after page of its results, each promised by the budget before it is
 * asked for and paid when it is there. Called by discovery_run.c, outside a transaction; keeps nothing. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_SEARCH_H
#define LEADGEN_DOMAIN_DISCOVERY_SEARCH_H

#include "base/http.h"
#include "domain/discovery/discovery_sift.h"
#include "domain/pipeline/job.h"

struct discovery_search {
    struct discovery_lead *leads; /* of all pages that came, ranked through */
    size_t n_leads;
    const char *cause, *message; /* why it ended before its end, or NULL: a word, and for people */
    bool later;                  /* the job stopped meanwhile */
};

/* Asks the workspace's search service for `words`: as many pages as its settings allow, no further than
 * the first that leads to no place the ones before it had not. False as job_heartbeat and the database;
 * other trouble is in *out, with what came before it. */
MUST_CHECK bool discovery_search(struct ctx *ctx, struct http *http, struct job *job,
                                 const char *words, struct discovery_search *out);

#endif
