/* The file of an export, CSV or XLSX, written row after row. Called by record_export_run.c and
 * message_export_run.c. */
#ifndef LEADGEN_RECORD_EXPORT_FILE_H
#define LEADGEN_RECORD_EXPORT_FILE_H

#include "base/text.h"
#include "domain/export/record_export_column.h"

enum record_export_format { EXPORT_CSV, EXPORT_XLSX };

struct record_export_form {
    enum record_export_format format;
    bool bom;       /* CSV: with the mark by which Excel knows UTF-8 */
    bool unguarded; /* CSV: cells that look like formulas stay as they are */
};

struct record_export_totals {
    int64_t rows, sheets, cut, bytes;
};

struct record_export_file;

/* A new file at `path` ("-": standard output, CSV only) with a row of names; `sheet` names the
 * sheet of a workbook. It lives in `arena`, which closes it; the columns must outlive it.
 * UNAVAILABLE: it cannot be written. */
MUST_CHECK bool record_export_file_begin(struct ctx *ctx, struct arena *arena, const char *path,
                                         const struct record_export_form *form, const char *sheet,
                                         const struct record_export_column *columns,
                                         size_t n_columns, struct record_export_file **out);

/* Adds a row of text values, by column. UNAVAILABLE: disk full. INPUT: too large for a workbook. */
MUST_CHECK bool record_export_file_row(struct ctx *ctx, struct record_export_file *file,
                                       const struct span *values);

MUST_CHECK bool record_export_file_end(struct ctx *ctx, struct record_export_file *file,
                                       struct record_export_totals *totals);

#endif
