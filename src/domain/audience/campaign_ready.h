/* How ready the people of a campaign are to be written to: which stages of research are missing, by what
 * the stages last said, and what those would cost; who cannot be reached by any step. Looking for
 * colleagues (the stage "people") does not count: a letter needs none. Called by the pages of
 * campaigns, by generation (campaign.skip_unready) and by the API. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_READY_H
#define LEADGEN_DOMAIN_CAMPAIGN_READY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/pipeline/pipeline_run.h"

enum campaign_ready { CAMPAIGN_READY = 1, CAMPAIGN_RESEARCH, CAMPAIGN_NO_WAY };
/* "ready", "research", "no_way", NULL; and which of them a name is, 0: none. */
extern const char *const campaign_ready_names[];
int64_t campaign_ready_of(const char *name);
enum { CAMPAIGN_RESEARCH_MOST = 10000 }; /* people at a time */

struct campaign_readiness {
    int64_t people, ready, missing, no_way; /* those not left out; people is the sum */
};
MUST_CHECK bool campaign_ready_sums(struct ctx *ctx, int64_t campaign_id,
                                    struct campaign_readiness *out);

/* "Crawl, score": the stages in words, out of "crawl,score". */
const char *campaign_ready_words(struct arena *arena, const char *names);

/* What stages ("crawl,score") may cost at most, in micro-dollars. */
int64_t campaign_ready_cost(const char *names);

/* What researching would do and cost, for those whose research is missing (at most
 * CAMPAIGN_RESEARCH_MOST of them). *n 0: nobody. */
MUST_CHECK bool campaign_ready_estimate(struct ctx *ctx, int64_t campaign_id,
                                        struct pipeline_cost *out, size_t *n);

/* Starts a run over exactly them, of exactly what is missing; what has an answer is kept. CONFLICT:
 * nobody's is missing, or the budget does not allow it. */
MUST_CHECK bool campaign_ready_research(struct ctx *ctx, int64_t campaign_id, int64_t *run_id);

#endif
