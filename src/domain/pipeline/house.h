/* Housekeeping that belongs to no single area, as recurring tasks (rows of tasks.c). */
#ifndef LEADGEN_PIPELINE_HOUSE_H
#define LEADGEN_PIPELINE_HOUSE_H

#include "domain/pipeline/task.h"

/* Takes over jobs whose lease has run out. */
MUST_CHECK bool house_queue_sweep(struct ctx *ctx, struct task_run *run);
MUST_CHECK bool house_budget_reset(struct ctx *ctx, struct task_run *run);

/* Makes the partitions of the coming months and drops those past their time. */
MUST_CHECK bool house_partitions(struct ctx *ctx, struct task_run *run);

/* Files away jobs that have been dead for 90 days. */
MUST_CHECK bool house_job_purge(struct ctx *ctx, struct task_run *run);

/* Deletes old sessions, one-time links and counts of tries. */
MUST_CHECK bool house_account_sweep(struct ctx *ctx, struct task_run *run);

/* Removes files that no row names, and uploads that nobody goes on with. */
MUST_CHECK bool house_file_sweep(struct ctx *ctx, struct task_run *run);

#endif
