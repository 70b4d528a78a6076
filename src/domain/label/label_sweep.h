/* One change of very many records at a time: an id or a custom value taken out of all of them, or
 * another put in its place. Up to LABEL_SWEEP_NOW records in the caller's transaction, more as a job
 * with progress; always in one change set, so that timelines show it and an undo takes it back.
 * Called by label.c, owner.c and custom_field.c. Records in the trash are changed too: they may come
 * back. */
#ifndef LEADGEN_DOMAIN_LABEL_SWEEP_H
#define LEADGEN_DOMAIN_LABEL_SWEEP_H

#include "domain/pipeline/job.h"
#include "domain/record/record_field.h"

enum { LABEL_SWEEP_NOW = 5000 };

struct label_sweep {
    const char *what;   /* "tag", "list", "owner", "custom" */
    int64_t from, to;   /* ids; to 0: nothing instead (not for owners) */
    int64_t entity;     /* of a custom field: enum record_entity; 0: both */
    const char *key;    /* of a custom field, else NULL */
    const char *values; /* JSON of a custom field's values that change: {"old": "new" or null};
                           NULL: all go */
};

struct label_sweep_count {
    int64_t companies, contacts; /* living */
    int64_t trashed;             /* of both */
};

/* How many records it would touch. */
MUST_CHECK bool label_sweep_count(struct ctx *ctx, const struct label_sweep *sweep,
                                  struct label_sweep_count *out);

/* Does it into an open set of kind "bulk"; *job_id is the job that goes on, or 0 when all is done. */
MUST_CHECK bool label_sweep_start(struct ctx *ctx, const struct label_sweep *sweep, int64_t set_id,
                                  int64_t *job_id);

/* Is the job of this set still at work? Then it cannot be undone yet. */
MUST_CHECK bool label_sweep_busy(struct ctx *ctx, int64_t set_id, bool *busy);

/* Rows of the table of job kinds. */
MUST_CHECK bool label_sweep_job(struct ctx *ctx, struct job *job);
MUST_CHECK bool label_sweep_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
