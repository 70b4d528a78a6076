/* Likely duplicates: a job and a nightly task look through a workspace for records that have a name, a
 * number or an address in common; people merge them or say that both are right, which is remembered.
 * Called by the page of duplicates, the queue and the task. */
#ifndef LEADGEN_DOMAIN_DUPLICATE_H
#define LEADGEN_DOMAIN_DUPLICATE_H

#include "base/err.h"
#include "domain/pipeline/task.h"
#include "domain/record/record_field.h"

struct duplicate_state {
    int64_t looked_ms;           /* when a look ended last; 0: never */
    int64_t job_id;              /* the last job; 0: none */
    int64_t companies, contacts; /* open pairs */
    int64_t kept;                /* records kept as duplicates on purpose */
};
MUST_CHECK bool duplicate_state(struct ctx *ctx, struct duplicate_state *out);

struct duplicate_pair {
    int64_t low_id, high_id;
    const char *low, *low_detail, *high, *high_detail; /* names, and what else tells them apart */
    const char *reason;                                /* a sentence */
};

/* Open pairs, or with `kept` the duplicates kept on purpose beside what they were kept beside; after
 * (low, high), at most `limit`. */
MUST_CHECK bool duplicate_list(struct ctx *ctx, enum record_entity entity, bool kept, int64_t low,
                               int64_t high, int64_t limit, struct duplicate_pair **out, size_t *n);

/* Both are right: the pair is not shown again. NOT_FOUND: there is no such pair here. */
MUST_CHECK bool duplicate_keep(struct ctx *ctx, enum record_entity entity, int64_t low,
                               int64_t high);

/* Puts a look into the queue. */
MUST_CHECK bool duplicate_look(struct ctx *ctx);

/* The job kind "duplicate_look" and the task "duplicates". */
bool duplicate_job(struct ctx *ctx, struct job *job);
bool duplicate_task(struct ctx *ctx, struct task_run *run);

#endif
