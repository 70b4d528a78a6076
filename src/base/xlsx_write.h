/* Writes tables as XLSX workbooks, row after row in flat memory: what exports are made of. The first
 * row names the columns, bold and frozen, with a filter on it. A cell is text, a number or a date,
 * never a formula. Past 1,048,576 rows it goes on with another sheet. Called by whoever hands a table
 * out; a command or a job, since it writes a file. */
#ifndef LEADGEN_BASE_XLSX_WRITE_H
#define LEADGEN_BASE_XLSX_WRITE_H

#include <stdint.h>

#include "base/err.h"
#include "base/text.h"

enum {
    XLSX_ROWS_MAX = 1048576, /* of a sheet, the names included */
    XLSX_COLUMNS_MAX = 16384,
    XLSX_CELL_MAX = 32767 /* UTF-16 units of a cell */
};

struct xlsx_column {
    const char *name;
    int width; /* in digits; 0: what the name needs */
};

struct xlsx_totals {
    int64_t rows;   /* without the names */
    int64_t sheets; /* at least 1 */
    int64_t cut;    /* cells that were too long for a cell and end in " [cut]" */
};

struct xlsx_writer;

/* A new workbook at `path`, in `arena`, which closes it. `sheet` names the sheets: "Contacts",
 * "Contacts 2"; at most 24 characters without []:*?/\ and '. The columns must outlive the writer.
 * UNAVAILABLE: it cannot be written. */
MUST_CHECK bool xlsx_write_begin(struct ctx *ctx, struct arena *arena, const char *path,
                                 const char *sheet, const struct xlsx_column *columns,
                                 size_t n_columns, struct xlsx_writer **out);

/* The next cell of the row. Text is valid UTF-8; what XML cannot hold is written as Excel does
 * (_x0001_). Times are what a clock shows, in seconds since 1970; dates in days. Days before
 * 1900-03-01, for which spreadsheets have no number, become text. */
void xlsx_write_text(struct xlsx_writer *writer, struct span text);
void xlsx_write_number(struct xlsx_writer *writer, double number);
void xlsx_write_date(struct xlsx_writer *writer, int64_t days);
void xlsx_write_time(struct xlsx_writer *writer, int64_t seconds);
void xlsx_write_empty(struct xlsx_writer *writer);

/* Ends the row. UNAVAILABLE: disk full or not writable. INPUT: larger than 4 GB. */
MUST_CHECK bool xlsx_write_row(struct ctx *ctx, struct xlsx_writer *writer);

/* Completes the workbook; totals may be NULL. */
MUST_CHECK bool xlsx_write_end(struct ctx *ctx, struct xlsx_writer *writer,
                               struct xlsx_totals *totals);

#endif
