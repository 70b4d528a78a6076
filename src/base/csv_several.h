/* Reads a table to its end, to count its rows and to find further tables below it in the same file,
 * as spreadsheets save them: a blank line, perhaps a title, and a header of its own. Called when a
 * file has arrived; goes by kinds of values like csv_header.c, not by what words mean. */
#ifndef LEADGEN_BASE_CSV_SEVERAL_H
#define LEADGEN_BASE_CSV_SEVERAL_H

#include "base/csv.h"

enum { CSV_SEVERAL_MAX = 10 /* tables listed */ };

struct csv_part {
    uint64_t line;     /* of its header */
    uint64_t end_line; /* the first line behind it; 0: it ends with what was read */
    uint64_t rows;     /* data rows */
    const char *title; /* the line above its header, "" without */
    const char *names; /* its first columns: "First name, Last name, E-mail" */
};

struct csv_several {
    struct csv_part parts[CSV_SEVERAL_MAX]; /* the first is the table of the dialect */
    size_t n;
    uint64_t rows;   /* of the first; where not all was read: about, by the bytes read */
    uint64_t filled; /* rows of the first that are not blank */
    bool whole;      /* the file was read to its end */
};

/* Reads up to `most` bytes from dialect->data on. Where another table follows, sets
 * dialect->end_line, so that a reader flags its rows CSV_SECOND_TABLE. Texts live in `arena`.
 * UNAVAILABLE, NOT_FOUND: the file cannot be read. */
bool csv_several_find(struct ctx *ctx, struct arena *arena, const char *path,
                      struct csv_dialect *dialect, uint64_t most,
                      struct csv_several *out) MUST_CHECK;

#endif
