/* Jobs: work that no page waits for. Pages and jobs enqueue; pages read, cancel and retry; the code
 * of a kind (struct job_kind, a row of tasks.c) works outside a transaction, in small transactions
 * that each begin with job_begin, and reports with job_heartbeat. The queue's other half, claiming
 * and the fate of a run, is queue.h, for the runner in batch. */
#ifndef LEADGEN_PIPELINE_JOB_H
#define LEADGEN_PIPELINE_JOB_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct job;

/* What the queue knows of a kind of work. */
struct job_kind {
    const char *name;      /* stands in the database: never renamed */
    const char *label;     /* for people: "Import" */
    const char *unit;      /* what done and total count: "rows" */
    int64_t max_attempts;  /* runs in a row without progress, then the job is dead */
    int64_t lease_seconds; /* at least 2; the run must call job_heartbeat more often than that */

    /* Does the work. True: done (or left in order because job->stop told so). False: ctx->err says
     * why; INPUT, NOT_FOUND, DENIED and BUG make the job dead, CONFLICT and UNAVAILABLE let it try
     * again later. May be run again at any point of its work, so it goes on from what it committed.
     * It may reset ctx->arena between its units: the job lives elsewhere. */
    bool (*run)(struct ctx *ctx, struct job *job);

    /* Tells the business row, inside the transaction that makes the job dead; NULL: nothing to tell.
     * `reason` is for people. Writes the database only. */
    bool (*dead)(struct ctx *ctx, struct job *job, const char *reason);
};

/* Why a run should end early. */
enum job_stop {
    JOB_GO,     /* no reason: go on */
    JOB_CANCEL, /* somebody asked for it: leave the business row in order and finish */
    JOB_YIELD /* the worker must end: return true, the job goes on elsewhere from the last commit */
};

enum { JOB_MESSAGE_SIZE = 200 };

/* A claimed job. Handlers read it; job.c and queue.c write it. */
struct job {
    const struct job_kind *kind;
    int64_t job_id, tenant_id, actor; /* actor 0: the system */
    int64_t subject;                  /* 0: none */
    const char *payload;              /* JSON text */
    int64_t attempts;                 /* this run included */
    int64_t done, total;              /* as last reported; a run that goes on finds them set */
    enum job_stop stop;               /* set at the claim and by job_heartbeat */
    bool lost;                        /* the lease is somebody else's: write nothing more */
    bool finished;                    /* job_finish ran; holds once its transaction is committed */

    int64_t place; /* names the claim */
    const char *kind_name;
    bool cancel_asked;
    double beat; /* when the last heartbeat was written */
    char message[JOB_MESSAGE_SIZE];
    bool (*must_end)(void *worker); /* asks the runner; NULL outside it */
    /* Lets the runner claim its next job along with the commit that ends this one; may be NULL. */
    bool (*ahead)(struct ctx *ctx, void *worker);
    void *worker;
};

/* What a page shows. Times are seconds since 1970, 0 for none. */
struct job_view {
    int64_t job_id, tenant_id, subject, attempts, done, total, actor;
    const char *kind;
    const char *state;            /* ready, waiting, running, dead, done, cancelled */
    const char *message, *reason; /* NULL for none; both for people */
    bool cancel_asked;
    double rate; /* units a second in this run, 0 unknown */
    int64_t created_at, started_at, next_at, finished_at;
};

/* The kind of that name, NULL when this program knows none. */
const struct job_kind *job_kind_named(const char *name);

/* Puts a job for the session's tenant and actor into the queue, as part of the caller's transaction;
 * workers wake when it commits. subject 0: none; payload: JSON text, NULL for {}. With a subject, a
 * job of that kind which is already waiting or running for it is taken instead. Needs a tenant. */
MUST_CHECK bool job_enqueue(struct ctx *ctx, const char *kind, int64_t subject, const char *payload,
                            int64_t *job_id);

/* A job of the session's tenant (of any tenant for a super admin outside one). NOT_FOUND. */
MUST_CHECK bool job_read(struct ctx *ctx, int64_t job_id, struct job_view *out);

/* The newest jobs below the id `before` (INT64_MAX: from the newest), at most `most`; state NULL:
 * all. */
MUST_CHECK bool job_list(struct ctx *ctx, const char *state, int64_t before, int64_t most,
                         struct job_view **rows, size_t *n_rows);

/* What a job is about, for people. */
struct job_about {
    int64_t job_id;
    const char *name; /* "startups.csv", a campaign's name */
    const char *area; /* of the workspace: "import"; "" where nothing shows it */
    int64_t id;       /* in that area */
};

/* What these jobs of the session's tenant are about; those about nothing with a name are left out. */
MUST_CHECK bool job_about(struct ctx *ctx, const struct job_view *jobs, size_t n_jobs,
                          struct job_about **rows, size_t *n_rows);

/* True while the job may still do something by itself: keep polling. */
bool job_view_active(const struct job_view *view);

/* Seconds left at the present rate, -1 when nobody can know. */
int64_t job_view_seconds_left(const struct job_view *view);

/* Asks a job to stop: its own code ends it. A dead job is filed away. NOT_FOUND when it has ended. */
MUST_CHECK bool job_cancel(struct ctx *ctx, int64_t job_id);

/* Lets a dead job, or one that waits for its next attempt, start afresh. NOT_FOUND when there is
 * none. */
MUST_CHECK bool job_retry(struct ctx *ctx, int64_t job_id);

/* The same for every dead job that the session sees; *n is how many. */
MUST_CHECK bool job_retry_dead(struct ctx *ctx, int64_t *n);

/* For the code of a kind. --------------------------------------------------------------------- */

/* Begins a transaction in the job's tenant and holds the claim until it ends; that travels with the
 * first statement. CONFLICT there (or at the commit) with job->lost set: another worker has taken over
 * and nothing was written; return false at once. */
MUST_CHECK bool job_begin(struct ctx *ctx, struct job *job);

/* The second half of job_begin, for a transaction that is already open; travels in the same way. */
MUST_CHECK bool job_fence(struct ctx *ctx, struct job *job);

/* To be called after every unit, outside a transaction; at most once a second it extends the lease,
 * writes the progress (total 0: not known) and sees whether somebody asked to stop: look at
 * job->stop afterwards. CONFLICT with job->lost set: as in job_begin. */
MUST_CHECK bool job_heartbeat(struct ctx *ctx, struct job *job, int64_t done, int64_t total);

/* job_begin and job_heartbeat in two halves, for job_lanes.c, which must not wait for one answer while others
 * come: the answer is to be received next on that connection. *sent false: no beat was due. job_prepare has
 * a connection know both before. */
MUST_CHECK bool job_prepare(struct ctx *ctx);
MUST_CHECK bool job_begin_send(struct ctx *ctx, const struct job *job);
MUST_CHECK bool job_begin_receive(struct ctx *ctx, struct job *job);
MUST_CHECK bool job_beat_send(struct ctx *ctx, struct job *job, int64_t done, int64_t total,
                              bool *sent);
MUST_CHECK bool job_beat_receive(struct ctx *ctx, struct job *job);

/* What the run is doing, for people; shown from the next heartbeat on. */
void job_say(struct job *job, const char *message);

/* Ends the job as done or, when job->stop is JOB_CANCEL, as cancelled: in the transaction that
 * writes the last business row, with whose commit it travels: CONFLICT there when job_begin does not
 * hold the claim. A run that returns true without it is ended by the runner. */
MUST_CHECK bool job_finish(struct ctx *ctx, struct job *job);

#endif
