/* How long things are kept, as recurring tasks by tenant (rows of tasks.c). An import keeps what was
 * uploaded, the file and the raw rows of its ledger, for 90 days; the verdicts stay. Results of stages
 * are kept for 400 days, the sums of their runs for ever; records that were chosen for a run which nobody
 * started, for 2 days. */
#ifndef LEADGEN_PIPELINE_RETENTION_H
#define LEADGEN_PIPELINE_RETENTION_H

#include "domain/pipeline/task.h"

enum { RETENTION_IMPORT_DAYS = 90, RETENTION_RESULT_DAYS = 400, RETENTION_DRAFT_DAYS = 2 };

MUST_CHECK bool retention_imports(struct ctx *ctx, struct task_run *run);
MUST_CHECK bool retention_runs(struct ctx *ctx, struct task_run *run);

#endif
