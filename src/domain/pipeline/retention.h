/* How long things are kept, as recurring tasks by tenant (rows of tasks.c). An import keeps what was
 * uploaded, the file and the raw rows of its ledger, for 90 days; the verdicts stay. */
#ifndef LEADGEN_PIPELINE_RETENTION_H
#define LEADGEN_PIPELINE_RETENTION_H

#include "domain/pipeline/task.h"

enum { RETENTION_IMPORT_DAYS = 90 };

MUST_CHECK bool retention_imports(struct ctx *ctx, struct task_run *run);

#endif
