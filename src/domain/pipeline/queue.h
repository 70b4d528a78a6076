/* The queue's other half: claiming a job and deciding the fate of its run. Called by the runner in
 * batch (and by its tests); the code of a kind never calls it. */
#ifndef LEADGEN_PIPELINE_QUEUE_H
#define LEADGEN_PIPELINE_QUEUE_H

#include "domain/pipeline/job.h"

/* NOTIFY channel: something is ready. */
#define QUEUE_CHANNEL "leadgen_job"

/* What a worker remembers between claims; start zeroed. */
struct queue {
    int64_t low_water; /* no ready job had a smaller place at the last refresh or claim */
    int64_t backend;   /* the connection: a new one holds no locks and listens to nothing */
    const char *worker;
    bool ahead; /* a job may have been claimed along with the end of the one before */
};

/* Takes one of a host's `slots` for the connection, which then hears the channel; *held is false when
 * all are taken. For a new connection, again. */
MUST_CHECK bool queue_attach(struct ctx *ctx, struct queue *queue, const char *host, int64_t slots,
                             bool *held);

/* To be called each second: makes due retries ready and moves the low-water mark. */
MUST_CHECK bool queue_refresh(struct ctx *ctx, struct queue *queue);

/* Claims the next ready job into `job`, whose strings live in ctx->arena. */
MUST_CHECK bool queue_claim(struct ctx *ctx, struct queue *queue, struct job *job, bool *found);

/* Claims the next job along with the commit of the open transaction; queue_claim hands it out, or
 * queue_give_back puts it back: one of them is to follow soon. */
MUST_CHECK bool queue_claim_ahead(struct ctx *ctx, struct queue *queue);
MUST_CHECK bool queue_give_back(struct ctx *ctx, struct queue *queue);

/* Runs a claimed job in `ctx` (its arena may be reset by the run) and settles its fate: finished,
 * released, waiting for another attempt, dead, or nothing when the lease was lost. False only when
 * the fate could not be written (UNAVAILABLE); then the lease runs out by itself. What people who
 * run the machine should know is left in `note` ("" for nothing). */
enum { QUEUE_NOTE_SIZE = 700 };
MUST_CHECK bool queue_run(struct ctx *ctx, struct job *job, char note[QUEUE_NOTE_SIZE]);

/* Ends the runs whose lease has run out: they run again, or are dead when that has happened too
 * often. Counts them. */
MUST_CHECK bool queue_sweep(struct ctx *ctx, const struct queue *queue, int64_t *n_swept);

#endif
