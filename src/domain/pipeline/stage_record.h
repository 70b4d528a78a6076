/* Recording what a stage answered for a batch: results, the next stage, blocked ones, a company's
 * people, money; all in the transaction that is open. Called by stage_queue.c. */
#ifndef LEADGEN_PIPELINE_STAGE_RECORD_H
#define LEADGEN_PIPELINE_STAGE_RECORD_H

#include "domain/pipeline/stage.h"

/* The run that a batch belongs to, as far as recording goes. */
struct stage_plan {
    const char *const *stages; /* names, in order */
    size_t n_stages;
    int64_t entity; /* what was chosen: RECORD_COMPANY or RECORD_CONTACT */
    int64_t cost;   /* of a record in this run; -1: the stages' own; unknown to stage_plan_make */
};

/* From a text[] of names. */
MUST_CHECK bool stage_plan_make(struct ctx *ctx, const char *names, int64_t entity,
                                struct stage_plan *out);

/* Of a run of the session's tenant. NOT_FOUND. */
MUST_CHECK bool stage_plan_read(struct ctx *ctx, int64_t run_id, struct stage_plan *out);

/* Takes the items out of their claim; sets batch->lost when it is not ours any more. What follows in the
 * transaction records them or gives them back. */
MUST_CHECK bool stage_record_fence(struct ctx *ctx, struct stage_batch *batch);

/* Every item that was answered. seconds: what the work took, all together. */
MUST_CHECK bool stage_record(struct ctx *ctx, struct stage_batch *batch,
                             const struct stage_plan *plan, double seconds);

/* Puts unanswered items back into the queue. */
MUST_CHECK bool stage_record_release(struct ctx *ctx, const struct stage_batch *batch);

#endif
