/* The parts of a large job side by side: some connections, each with one part at a time in a transaction
 * of its own. One backend alone writes some 40,000 records a second, whatever the machine. Called by the
 * jobs whose work falls into parts that do not need each other: bulk actions and their undo. */
#ifndef LEADGEN_PIPELINE_JOB_LANES_H
#define LEADGEN_PIPELINE_JOB_LANES_H

#include "domain/pipeline/job.h"

/* How parts are worked; `work` and `part` are the caller's. Functions return false as everywhere. They wait
 * for nothing: whoever they waited for may wait for another part, which is done and not committed yet. */
struct job_parts {
    void *work;
    void *parts; /* n of them, `size` bytes each */
    size_t n, size;
    int64_t done, total; /* for the heartbeat; `end` adds to done */
    /* Has a connection know (db_prepare) all that `send` sends. */
    bool (*prepare)(struct ctx *ctx, const void *work);
    /* Sends (db_send) the next statement of a part. `anew`: the first one, in a fresh transaction. */
    bool (*send)(struct ctx *ctx, void *work, void *part, bool anew);
    /* Takes the answer, which is there; *whole false: there is more to send. */
    bool (*receive)(struct ctx *ctx, void *work, void *part, bool *whole);
    /* Counts a part whose transaction is committed. */
    void (*end)(struct job_parts *parts, const void *part);
};

/* Does the parts, as many as job->stop lets it begin, each once. A part that fails ends the run: those
 * that were not committed by then are as if they had not begun. CONFLICT with job->lost set: as in
 * job_begin. */
MUST_CHECK bool job_lanes_run(struct ctx *ctx, struct job *job, struct job_parts *parts);

#endif
