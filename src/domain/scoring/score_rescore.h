/* Scoring all companies of a tenant anew: after another version of the model was activated, and when
 * scores are older than pages or a week. Several jobs side by side, each with its slice of the
 * companies; one that is killed goes on with those that still lack a score of the active version. */
#ifndef LEADGEN_SCORING_SCORE_RESCORE_H
#define LEADGEN_SCORING_SCORE_RESCORE_H

#include "domain/pipeline/task.h"

/* Puts the jobs into the queue, as part of the transaction. */
MUST_CHECK bool score_rescore(struct ctx *ctx);

/* The kind of job "rescore"; the subject is the slice, from 1. */
bool score_rescore_job(struct ctx *ctx, struct job *job) MUST_CHECK;

/* The recurring task: looks whether a tenant has scores to renew. */
bool score_rescore_task(struct ctx *ctx, struct task_run *run) MUST_CHECK;

#endif
