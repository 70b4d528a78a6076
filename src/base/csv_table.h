/* The first rows of a table, listed with what they hold, and what its columns look like below a
 * row. Shared by csv_header.c and csv_names.c. */
#ifndef LEADGEN_BASE_CSV_TABLE_H
#define LEADGEN_BASE_CSV_TABLE_H

#include "base/csv_sniff.h"
#include "base/csv_split.h"
#include "base/csv_type.h"

enum { CSV_TABLE_ROWS = 150 /* rows looked at */ };

struct csv_row_note {
    size_t at, end;
    uint64_t line, next_line;
    uint32_t count, filled;
};

/* What the rows below a row hold in one column. */
struct csv_column_note {
    uint32_t types[CSV_TYPES];
    uint32_t values;    /* not empty */
    enum csv_type main; /* the data type of most values, else CSV_TYPE_TEXT */
    uint64_t length;    /* bytes of all values */
    uint32_t digits;    /* values that hold a digit */
    uint32_t years;     /* values that are years */
};

struct csv_table {
    struct arena *arena;
    const struct csv_sample *sample;
    struct csv_shape shape;
    struct csv_row_note rows[CSV_TABLE_ROWS];
    uint32_t count;   /* of rows */
    uint32_t columns; /* width of most rows */
    struct csv_split split;
};

/* Lists the rows that are not blank lines, from the place `at` in the sample on. */
void csv_table_list(struct csv_table *table, size_t at, uint64_t line);

/* Splits a listed row again. */
bool csv_table_split(struct csv_table *table, const struct csv_row_note *row,
                     struct csv_split *split);

/* The text of a cell of a row that was split, quotes off, escapes in; empty past its end. */
struct span csv_table_cell(const struct csv_table *table, const struct csv_row_note *row,
                           const struct csv_split *split, uint32_t column);

/* Tallies the columns of the full rows from `first` on; returns how many rows that were. */
uint32_t csv_table_columns(struct csv_table *table, uint32_t first, struct csv_column_note *notes);

bool csv_table_has_digit(struct span cell);
bool csv_table_is_year(struct span cell); /* a number that often names a column */

#endif
