/* The gate between what is found and the companies: what is known, blocked or suppressed stays out, the
 * rest becomes a company, and every result is noted with its verdict. Called by discovery_run.c. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_KEEP_H
#define LEADGEN_DOMAIN_DISCOVERY_KEEP_H

#include "base/err.h"
#include "domain/discovery/discovery_sift.h"

struct discovery_candidate {
    struct discovery_lead lead;
    struct discovery_sifted sifted;
    const char *verdict; /* NULL: new, as far as is known */
    const char *reason;  /* for people, or NULL */
    int64_t company_id;
    bool seen; /* noted in this run before, or twice in it: not noted again */
};

/* The run that finds are noted for. */
struct discovery_run {
    int64_t query_id, run, set_id; /* set_id 0: none opened yet */
    const char *source, *words;
};

/* Inside a transaction: gives verdicts to those that have none yet. Suppressed domains, with all below
 * them, are never new, whoever names them. UNAVAILABLE as suppression_check. */
MUST_CHECK bool discovery_keep_judge(struct ctx *ctx, const struct discovery_run *run,
                                     struct discovery_candidate *candidates, size_t n);

/* Inside a transaction that writes: judges again, makes companies of what is new, notes all. */
MUST_CHECK bool discovery_keep(struct ctx *ctx, struct discovery_run *run,
                               struct discovery_candidate *candidates, size_t n);

#endif
