/* Keeps the snapshots of large workspaces fresh, as recurring tasks (rows of tasks.c). Readers do
 * without: they are right with an old file, or none. */
#ifndef LEADGEN_SNAPSHOT_TASK_H
#define LEADGEN_SNAPSHOT_TASK_H

#include "domain/pipeline/task.h"

/* A tenant's file, by task: built when the tenant is large and has none that will do, when much was
 * touched since or it is old; removed when the tenant is small. Forgets touches a day old. */
MUST_CHECK bool snapshot_task(struct ctx *ctx, struct task_run *run);

/* Removes the files of tenants that are no longer active, by task. */
MUST_CHECK bool snapshot_task_sweep(struct ctx *ctx, struct task_run *run);

#endif
