/* Import: the work. Preview and run are one loop over the file in batches; each batch is one
 * transaction that holds the records, the change log, the ledger and the place to go on from, so a
 * crash at any point loses nothing and doubles nothing. Called by the job runner; the command line
 * runs the same through import_run_now. */
#ifndef LEADGEN_DOMAIN_IMPORT_RUN_H
#define LEADGEN_DOMAIN_IMPORT_RUN_H

#include "base/csv.h"
#include "base/json.h"
#include "domain/import/import.h"
#include "domain/pipeline/job.h"

enum { IMPORT_BATCH_ROWS = 2000, IMPORT_BATCH_BYTES = 8 * 1024 * 1024 };

/* The job kinds' functions: rows of the registry in pipeline/tasks.c. */
bool import_preview_job(struct ctx *ctx, struct job *job);
bool import_run_job(struct ctx *ctx, struct job *job);
bool import_undo_job(struct ctx *ctx, struct job *job);
bool import_discard_job(struct ctx *ctx, struct job *job);
bool import_dead(struct ctx *ctx, struct job *job, const char *reason);

/* Puts a run that has ended on the audit log with its numbers; how: "stopped", "failed", NULL when it came
 * to its end. */
MUST_CHECK bool import_audit_run(struct ctx *ctx, const char *filename,
                                 const struct import_totals *totals, const char *how);

/* Name of an import's unfinished file in the store. */
const char *import_part_name(struct arena *arena, int64_t import_id);

/* A place in the file as JSON and back. */
struct jsn *import_mark_write(struct arena *arena, const struct csv_mark *mark);
void import_mark_read(const struct jsn *json, struct csv_mark *out);

#endif
