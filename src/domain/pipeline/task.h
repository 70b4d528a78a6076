/* Recurring work: the registry of tasks and the running of what is due. The schedule table says when
 * each runs next (schedule.h changes it); this file's functions are for the runner in batch, the two
 * registries for everyone. */
#ifndef LEADGEN_PIPELINE_TASK_H
#define LEADGEN_PIPELINE_TASK_H

#include "domain/pipeline/job.h"

enum { TASK_MESSAGE_SIZE = 200 };

/* One run of a task: for one tenant, or for the whole house (0). */
struct task_run {
    int64_t tenant_id;
    char message[TASK_MESSAGE_SIZE]; /* what it did, for people; the task writes it */
};

struct task {
    const char *name, *label; /* the name stands in the database: never renamed */
    int64_t every_seconds;    /* from the start of the last run; 0: at a time of day */
    const char *at, *zone;    /* "HH:MM" in an IANA zone; changed in the schedule */
    int64_t jitter_seconds;   /* at most that much later, at random */
    bool may_overlap;         /* a run may start while another one runs */
    bool catch_up;            /* a missed run happens once, late; otherwise it is left out */
    bool per_tenant;          /* run is called once for every active tenant */
    int64_t max_seconds;      /* past it the run is stuck, and is ended */
    bool (*run)(struct ctx *ctx, struct task_run *run);
};

/* The registries (tasks.c); the last row has no name. */
extern const struct job_kind job_kinds[];
extern const struct task tasks[];

/* NULL when there is none of that name. */
const struct task *task_named(const char *name);

/* Makes the schedule rows of tasks seen for the first time. */
MUST_CHECK bool task_sync(struct ctx *ctx);

/* Ends stuck runs, records lost ones, then runs what is due, each run in memory of its own. Counts the
 * runs; each failure goes to `log`. False only when the database is away. */
typedef void task_log(const char *line);
MUST_CHECK bool task_run_due(struct ctx *ctx, const char *worker, task_log *log, int64_t *n_run);

/* Runs a task now and records it in the schedule; tenant_id > 0: for that tenant only, unrecorded.
 * CONFLICT: it is running. INPUT: it does not work by tenant. `message` says what it did. */
MUST_CHECK bool task_run_now(struct ctx *ctx, const struct task *task, int64_t tenant_id,
                             const char *worker, char message[TASK_MESSAGE_SIZE]);

#endif
