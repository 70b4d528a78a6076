/* Which contacts the suppression gate refuses, by their address and the domain of their company. Called
 * by what adds people to campaigns and by the conflict check. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_BARRED_H
#define LEADGEN_DOMAIN_CAMPAIGN_BARRED_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Those of the ids that must not be contacted, in the ids' order or not, each once or twice. Two round
 * trips per 10,000, one when nothing is suppressed. UNAVAILABLE as suppression_check. */
MUST_CHECK bool campaign_barred(struct ctx *ctx, const int64_t *ids, size_t n, int64_t **barred,
                                size_t *n_barred);

#endif
