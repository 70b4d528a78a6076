/* A worker: takes one of the host's slots, runs the tasks that are due, works the queue. Called by
 * the commands tick and work. SIGTERM and SIGINT stay blocked and are looked at between units, so a
 * worker that is told to stop finishes its unit, gives its lease back and exits. */
#ifndef LEADGEN_BATCH_RUNNER_H
#define LEADGEN_BATCH_RUNNER_H

#include "batch/batch.h"

struct runner_sums {
    int64_t jobs, batches, tasks;
};

/* "host:pid", for the database and people; in batch->process. */
const char *runner_name(struct batch *batch);

/* Works for `seconds` (0: until told to stop), then finishes what it holds. Without a free slot it
 * ends at once, or waits for one when `wait` is set. False: ctx->err says why. */
MUST_CHECK bool runner_run(struct batch *batch, int64_t seconds, bool wait,
                           struct runner_sums *sums);

#endif
