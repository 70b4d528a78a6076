/* Writing one message anew: in another language, tone or form of address, or by an instruction. The embedded
 * writer does it at once; a language model is asked by a job, for money that is reserved before. The new
 * text is a new version, and the message is a draft again. Called by the pages and the API. */
#ifndef LEADGEN_DOMAIN_MESSAGE_REWRITE_H
#define LEADGEN_DOMAIN_MESSAGE_REWRITE_H

#include "domain/pipeline/job.h"

enum { REWRITE_INSTRUCTION_MOST = 200 };

/* NULL or "": as the campaign and its step say. */
struct rewrite_wish {
    const char *language, *formality, *tone;
    const char *instruction; /* models only */
};

/* The most it may cost; 0 where the embedded writer does it. *by_model: an instruction is understood.
 * NOT_FOUND; CONFLICT: the campaign is not in review. */
MUST_CHECK bool rewrite_estimate(struct ctx *ctx, int64_t message_id, bool *by_model,
                                 int64_t *cost_micros);

/* Writes it (*job_id 0) or asks for it (else the job to wait for; message.trouble says why it failed).
 * INPUT on "language", "formality", "tone", "instruction"; CONFLICT: the campaign is not in review, the
 * step is off, it is being written anew already, or the budget does not allow it; NOT_FOUND. */
MUST_CHECK bool rewrite_start(struct ctx *ctx, int64_t message_id, const struct rewrite_wish *wish,
                              int64_t *job_id);

/* The job kind "rewrite"; its subject is the message. */
bool rewrite_job(struct ctx *ctx, struct job *job);
bool rewrite_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
