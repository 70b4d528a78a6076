/* Leases on web sites, shared by all machines and workspaces: no site is asked by two at a time, nor
 * sooner than it wants. Called by stage_crawl.c and discovery, outside a transaction. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_LEASE_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_LEASE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct crawl_lease {
    const char *holder; /* a token of this holder */
    int64_t kept_ms;    /* when it was last extended */
};

/* A holder without leases; in ctx->arena. */
void crawl_lease_open(struct ctx *ctx, struct crawl_lease *lease);

/* Tries to take the sites; got[i] says which are ours. A name that comes twice is got once. */
MUST_CHECK bool crawl_lease_claim(struct ctx *ctx, struct crawl_lease *lease,
                                  const char *const *sites, size_t n, bool *got);

/* To be called each second: extends the leases when it is time. */
MUST_CHECK bool crawl_lease_keep(struct ctx *ctx, struct crawl_lease *lease);

/* Gives them back; site i may be asked again after rests[i] milliseconds. */
MUST_CHECK bool crawl_lease_release(struct ctx *ctx, struct crawl_lease *lease,
                                    const char *const *sites, const int64_t *rests, size_t n);

/* Forgets old ones; counts them. */
MUST_CHECK bool crawl_lease_sweep(struct ctx *ctx, int64_t *n);

#endif
