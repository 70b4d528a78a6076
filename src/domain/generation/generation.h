/* Generation: the messages of a campaign are written by a run of the one stage "write" over its people.
 * What it will come to, starting, cancelling, going on, trying again. When the run ends the campaign is
 * in review, or ready again when there is nothing to review: the database sees to it. Called by the
 * campaign pages, the API and leadgen-batch. */
#ifndef LEADGEN_DOMAIN_MESSAGE_GENERATION_H
#define LEADGEN_DOMAIN_MESSAGE_GENERATION_H

#include "domain/pipeline/pipeline_run.h"

/* What starting now would come to. */
struct generation_estimate {
    int64_t people;      /* to whom something would be written */
    int64_t unready;     /* of those not written to yet, whose research is missing */
    int64_t left;        /* of them, left for later because the campaign wants it so */
    int64_t unreachable; /* no step reaches them */
    int64_t written;     /* written to already */
    int64_t messages;    /* new ones */
    int64_t cost_micros; /* at most */
    int64_t each_micros; /* of it, for one person */
    const char *missing; /* why it cannot start, a sentence; NULL: it can */
};
MUST_CHECK bool generation_estimate(struct ctx *ctx, int64_t campaign_id,
                                    struct generation_estimate *out);

/* Starts, or goes on where an earlier run was cancelled: what is written stays. CONFLICT: the campaign is not
 * ready, lacks something, nobody is left, or the budget does not allow it. NOT_FOUND. */
MUST_CHECK bool generation_start(struct ctx *ctx, int64_t campaign_id, int64_t *run_id);

/* The campaign is ready again; what is written so far stays. CONFLICT: nothing is being written. */
MUST_CHECK bool generation_cancel(struct ctx *ctx, int64_t campaign_id);

/* A run that paused because its money was used up, or by hand, goes on. CONFLICT as pipeline_run_resume. */
MUST_CHECK bool generation_resume(struct ctx *ctx, int64_t campaign_id);
MUST_CHECK bool generation_pause(struct ctx *ctx, int64_t campaign_id);

/* Tries again what failed for a cause ("" any). *n: how many people. CONFLICT: the campaign takes no new
 * messages, or the budget does not allow it. */
MUST_CHECK bool generation_retry(struct ctx *ctx, int64_t campaign_id, const char *cause,
                                 int64_t *n);

#endif
