/* The queue of stages: claims records of runs under way, has their stage work on them, records the
 * answers and moves the records on. Tenants take turns by chance, so that each with ready work gets
 * the same share; within one, runs of higher priority and later stages go first. Called by the
 * runner in batch; stages never call it.
 *
 * Work may happen twice (a worker dies before its answers are recorded), its record only once: the
 * answers of a batch, what was found, the next stage and the money are one transaction that holds
 * the claims. */
#ifndef LEADGEN_PIPELINE_STAGE_QUEUE_H
#define LEADGEN_PIPELINE_STAGE_QUEUE_H

#include "domain/pipeline/stage.h"

/* A stage of a run that had ready records when it was last looked at. */
struct stage_lane {
    int64_t tenant_id, run_id, entity, redo_days, priority, actor;
    int64_t cost;       /* of a record in this run; -1: the stage's own */
    int64_t low;        /* no ready record that was seen has a smaller place */
    const char *stage;  /* its name */
    const char *stages; /* all of the run, as text[] */
};

enum { STAGE_NOTE_SIZE = 700 };

/* What a worker remembers between claims; start zeroed. Lanes live in an arena of its own. */
struct stage_queue {
    struct arena *arena;
    struct stage_lane *lanes;
    size_t n_lanes; /* those with ready records; behind them others whose mark is known */
    size_t n_known;
    uint64_t seed;
    int64_t looks; /* every so many of them everything is looked at anew */
    const char *worker;
    bool (*must_end)(void *worker);
    void *runner;
};

void stage_queue_open(struct stage_queue *queue, const char *worker);
void stage_queue_close(struct stage_queue *queue);

/* To be called each second: makes due attempts ready, ends finished runs, looks where work is. */
MUST_CHECK bool stage_queue_refresh(struct ctx *ctx, struct stage_queue *queue);

/* Claims a batch and works on it. *found false: nothing is ready. What people who run the machine
 * should know is left in `note` ("" for nothing). False only when the database is away. */
MUST_CHECK bool stage_queue_work(struct ctx *ctx, struct stage_queue *queue, bool *found,
                                 char note[STAGE_NOTE_SIZE]);

/* Takes over what lost workers held, and lets people go whose company has ended. Counts both. */
MUST_CHECK bool stage_queue_sweep(struct ctx *ctx, const char *worker, int64_t *n);

#endif
