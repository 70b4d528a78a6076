/* Runs: chosen records go through chosen stages. Pages and the command line estimate, start, pause, go on
 * with, cancel and retry them; the job kind "pipeline" puts the records into the stage queue and takes
 * them out again; what happens in between is the queue's (stage_queue.h). */
#ifndef LEADGEN_PIPELINE_RUN_H
#define LEADGEN_PIPELINE_RUN_H

#include "domain/pipeline/job.h"
#include "domain/pipeline/stage.h"

enum { PIPELINE_STAGES_MOST = 32, PIPELINE_REDO_MOST = 3650, PIPELINE_CHOSEN_MOST = 10000 };

/* What a run is to do. */
struct pipeline_choice {
    enum record_entity entity; /* what filter or ids choose */
    const char *filter;        /* text of a list; unused with ids */
    const int64_t *ids;        /* chosen by hand; NULL: all that match the filter */
    size_t n_ids;
    const char *const *stages; /* names, any order; what they need comes along */
    size_t n_stages;
    int64_t sample;    /* at most so many, by chance; 0: all */
    int64_t redo_days; /* results younger than that are kept; 0: none is */
    int64_t priority;  /* -9 to 9 */
    const char *title; /* "" makes one */
};

/* What a stage would have to do. */
struct pipeline_estimate {
    const struct stage *stage;
    bool added;            /* not chosen, but needed */
    int64_t records, kept; /* of them, how many have a result that is young enough */
    int64_t cost_micros;   /* at most */
};
struct pipeline_cost {
    struct pipeline_estimate *stages; /* in the registry's order */
    size_t n_stages;
    int64_t records; /* chosen, after sampling */
    int64_t cost_micros;
};

/* INPUT on "stage", "sample", "redo_days", "priority", "title", or what is wrong with the filter. */
MUST_CHECK bool pipeline_run_estimate(struct ctx *ctx, const struct pipeline_choice *choice,
                                      struct pipeline_cost *out);

/* Starts a run; its records are gathered by a job. As above, and INPUT when nothing is chosen, CONFLICT
 * when the budget does not allow the estimate. */
MUST_CHECK bool pipeline_run_start(struct ctx *ctx, const struct pipeline_choice *choice,
                                   int64_t *run_id);

/* Keeps records chosen by hand until it is said what to do with them. INPUT: none, or too many. */
MUST_CHECK bool pipeline_run_draft(struct ctx *ctx, enum record_entity entity, const int64_t *ids,
                                   size_t n, int64_t *draft_id);

/* What a draft holds. NOT_FOUND. */
MUST_CHECK bool pipeline_run_drafted(struct ctx *ctx, int64_t draft_id, enum record_entity *entity,
                                     int64_t **ids, size_t *n);

/* A run. Times are seconds since 1970, 0 for none. */
struct pipeline_run {
    int64_t run_id, entity, sample, redo_days, priority, records, gathered;
    int64_t estimate_micros, spent_micros, created_at, started_at, finished_at, job_id;
    int64_t ended, total; /* results of all its stages that are there, and that there will be */
    int64_t failed;
    const char *title, *filter, *state, *reason, *who;
    const char *stages; /* as text[] */
};

/* NOT_FOUND. */
MUST_CHECK bool pipeline_run_get(struct ctx *ctx, int64_t run_id, struct pipeline_run *out);

/* Newest first, below the id `before`; state "" for all, "active" for those not ended. */
MUST_CHECK bool pipeline_run_list(struct ctx *ctx, const char *state, int64_t before, int64_t most,
                                  struct pipeline_run **rows, size_t *n);

/* True while the run may still move by itself: keep polling. */
bool pipeline_run_active(const struct pipeline_run *run);

/* A stage of a run. total = open + done + ... + failed. */
struct pipeline_stage {
    const struct stage *stage; /* NULL: this program does not know it any more */
    const char *name;
    int64_t total, done, partial, no_match, stopped, blocked, skipped, failed;
    int64_t working, retrying, next_at; /* now; when the next attempt is due */
    int64_t worked, cost_micros, first_at, last_at;
    double seconds; /* a record, on average */
};
int64_t pipeline_stage_open(const struct pipeline_stage *stage);

/* In the registry's order. *workers: how many hold work of the run now. */
MUST_CHECK bool pipeline_run_stages(struct ctx *ctx, int64_t run_id, struct pipeline_stage **rows,
                                    size_t *n, int64_t *workers);

/* Why records did not get further: what failed, was stopped or found nothing, by cause. */
struct pipeline_trouble {
    const char *stage, *result, *cause, *message; /* the message of one of them */
    int64_t n;
};
MUST_CHECK bool pipeline_run_troubles(struct ctx *ctx, int64_t run_id,
                                      struct pipeline_trouble **rows, size_t *n);

/* Results of a run, by stage and (where not "") result and cause, after the record id `after`. */
struct pipeline_result {
    int64_t entity, record_id, attempts, at;
    double seconds;
    const char *label, *stage, *result, *cause, *message;
};
MUST_CHECK bool pipeline_run_results(struct ctx *ctx, int64_t run_id, const char *stage,
                                     const char *result, const char *cause, int64_t after,
                                     int64_t most, struct pipeline_result **rows, size_t *n);

/* What the stages last said about a record. */
MUST_CHECK bool pipeline_record_results(struct ctx *ctx, enum record_entity entity,
                                        int64_t record_id, struct pipeline_result **rows,
                                        size_t *n);

/* CONFLICT when the run is not in a state for it, or when the budget does not allow what is left of it;
 * NOT_FOUND. */
MUST_CHECK bool pipeline_run_pause(struct ctx *ctx, int64_t run_id);
MUST_CHECK bool pipeline_run_resume(struct ctx *ctx, int64_t run_id);
MUST_CHECK bool pipeline_run_cancel(struct ctx *ctx, int64_t run_id);

/* Tries again what failed at a stage ("" all) for a cause ("" any); what it blocked follows. *n: how many.
 * As above. */
MUST_CHECK bool pipeline_run_retry(struct ctx *ctx, int64_t run_id, const char *stage,
                                   const char *cause, int64_t *n);

/* A person lets companies pass that a gate stopped: the runs that stopped them go on with them. */
MUST_CHECK bool pipeline_run_pass(struct ctx *ctx, const struct stage *gate, const int64_t *ids,
                                  size_t n);

/* The job kind "pipeline"; its subject is the run. */
bool pipeline_run_job(struct ctx *ctx, struct job *job);
bool pipeline_run_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
