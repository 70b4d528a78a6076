/* Makes the file of an export: all records that match a filter, in the columns chosen. The job of the
 * queue and leadgen-batch export call it; each batch of rows is a transaction of its own, so a record
 * that changes meanwhile is exported as it is when its turn comes, and one deleted is left out. */
#ifndef LEADGEN_RECORD_EXPORT_RUN_H
#define LEADGEN_RECORD_EXPORT_RUN_H

#include "domain/export/record_export_file.h"
#include "domain/pipeline/task.h"

enum {
    RECORD_EXPORT_ORDERED = 100000, /* up to here in the list's order, past it as they were added */
    RECORD_EXPORT_DAYS = 7          /* a file is kept */
};

struct record_export_work {
    enum record_entity entity;
    const char *filter; /* as record_filter_read_text takes it */
    int64_t picked;    /* the export that holds the records selected, instead of the filter; or 0 */
    const char *order; /* a name of record_orders, or "" */
    bool descending;
    const char *const *columns; /* names */
    size_t n_columns;
    struct record_export_form form;
    const char *path; /* the file to write */

    /* Opens a transaction that works for the workspace. */
    bool (*begin)(struct ctx *ctx, void *arg);
    /* After each batch, outside a transaction; sets *stop to end early. */
    bool (*step)(struct ctx *ctx, void *arg, int64_t done, int64_t total, bool *stop);
    void *arg;
};

/* Writes the file. *stopped: step ended it early, and the file is not complete. INPUT: the filter or
 * a column does not exist any more, or a workbook would be too large. UNAVAILABLE: disk full. */
MUST_CHECK bool record_export_write(struct ctx *ctx, const struct record_export_work *work,
                                    struct record_export_totals *totals, bool *stopped);

/* Notes in the audit log, in the open transaction, who took how many records by which filter. */
MUST_CHECK bool record_export_audit(struct ctx *ctx, const struct record_export_work *work,
                                    int64_t rows);

/* The kind "export" of job, whose subject is the export, and the task that forgets files in time. */
MUST_CHECK bool record_export_job(struct ctx *ctx, struct job *job);
MUST_CHECK bool record_export_dead(struct ctx *ctx, struct job *job, const char *reason);
MUST_CHECK bool record_export_retention(struct ctx *ctx, struct task_run *run);

#endif
