/* New rules against what is there: trying them without writing, and the job that applies them. Called by
 * the page of rules and by the queue of jobs. */
#ifndef LEADGEN_DOMAIN_TRIAGE_APPLY_H
#define LEADGEN_DOMAIN_TRIAGE_APPLY_H

#include "domain/pipeline/job.h"
#include "domain/triage/triage.h"

enum { TRIAGE_SAMPLES = 20 };

struct triage_sample {
    int64_t company_id;
    const char *name, *reason; /* the first reason of the new verdict; "" when it passes */
    enum triage_verdict before, after;
};

/* What rules would do. Verdicts index the arrays. */
struct triage_trial {
    int64_t total, decided; /* companies; those that people decided, which stay */
    int64_t before[TRIAGE_N_VERDICTS], after[TRIAGE_N_VERDICTS];
    int64_t moved[TRIAGE_N_VERDICTS][TRIAGE_N_VERDICTS]; /* from, to */
    int64_t changed;
    struct triage_sample samples[TRIAGE_SAMPLES];
    size_t n_samples;
};

/* Judges every company that has a tier or a verdict by the rules that count and by `rules`. */
MUST_CHECK bool triage_try(struct ctx *ctx, const struct triage_rules *rules,
                           struct triage_trial *out);

struct triage_apply_state {
    int64_t job_id;   /* the last job; 0: none */
    int64_t unscored; /* companies without tier and verdict */
};
MUST_CHECK bool triage_apply_state(struct ctx *ctx, struct triage_apply_state *out);

/* Puts the job into the queue; one at a time. */
MUST_CHECK bool triage_apply(struct ctx *ctx);

/* The job kind "triage_apply". */
bool triage_apply_job(struct ctx *ctx, struct job *job);

#endif
