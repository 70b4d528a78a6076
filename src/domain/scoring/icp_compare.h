/* What a version of the model would make of the companies that the active one has scored: looked at
 * before it is activated. A job scores the stored pages by it and writes no score. */
#ifndef LEADGEN_SCORING_ICP_COMPARE_H
#define LEADGEN_SCORING_ICP_COMPARE_H

#include "base/json.h"
#include "domain/pipeline/job.h"

struct icp_compare {
    int64_t version, revision, against, job_id, companies, started_ms, finished_ms;
    const char *tally; /* JSON text; NULL: not done */
};

/* The last comparison of a version. */
MUST_CHECK bool icp_compare_read(struct ctx *ctx, int64_t version, struct icp_compare *out,
                                 bool *found);

/* What a comparison counted: companies by total and by tier, before and after. */
struct icp_compare_tally {
    struct icp_compare_total {
        int64_t total, before, after;
    } * totals; /* the lowest first */
    size_t n_totals;
    struct icp_compare_tier {
        const char *tier; /* key of either model */
        int64_t before, after;
    } * tiers;
    size_t n_tiers;
    int64_t moved; /* companies that change their tier */
};
MUST_CHECK bool icp_compare_tally(struct ctx *ctx, const struct icp_compare *compare,
                                  struct icp_compare_tally *out);

/* Companies that change their tier, the largest change first. */
struct icp_compare_move {
    int64_t company_id, total_before, total_after;
    bool scored; /* false: it has no score yet */
    const char *name, *tier_before, *tier_after, *status;
};
MUST_CHECK bool icp_compare_moves(struct ctx *ctx, int64_t version, int64_t most,
                                  struct icp_compare_move **out, size_t *n);

/* Begins the comparison of a version with the active one, as part of the transaction. */
MUST_CHECK bool icp_compare_start(struct ctx *ctx, int64_t version, int64_t *job_id);

/* The kind of job "icp_compare"; the subject is the version. */
bool icp_compare_job(struct ctx *ctx, struct job *job) MUST_CHECK;

#endif
