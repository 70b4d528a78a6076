/* Splits text into rows and cells by a dialect: the inner loop of csv.c and the trial runs of
 * csv_detect.c. Works on text in memory, allocates only its list of cells, changes nothing. */
#ifndef LEADGEN_BASE_CSV_SPLIT_H
#define LEADGEN_BASE_CSV_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/csv.h"

/* A dialect made ready for scanning. */
struct csv_shape {
    unsigned char class[256]; /* csv_class of each byte; 0 for the ordinary ones */
    uint64_t pattern[4];      /* the bytes with a class, eight times each */
    char delimiter[CSV_DELIMITER_SIZE];
    size_t delimiter_length;
    char quote;
    char escape;
    enum csv_newline newline;
    uint32_t columns; /* cells that a good row has; 0 when not known yet */
};

enum csv_class { CSV_CLASS_NEWLINE = 1, CSV_CLASS_DELIMITER, CSV_CLASS_QUOTE };

/* A cell as a piece of the row's text. */
struct csv_cell {
    uint32_t start;
    uint32_t length;
    bool quoted;  /* quotes around it are not part of the piece */
    bool escaped; /* holds escapes that csv_unescape takes out */
};

/* One row. Zero-fill before first use; csv_split_free gives the list back. */
struct csv_split {
    struct csv_cell *cells;
    uint32_t count;
    uint32_t size;
    size_t length;   /* bytes of the row with its line end */
    uint32_t lines;  /* lines of the file it spans */
    unsigned flags;  /* csv_flag bits */
    uint32_t quoted; /* cells in quotes */
};

void csv_shape_init(struct csv_shape *shape, const struct csv_dialect *dialect);

/* Splits the row that starts at text, of which length bytes are there; text[length] must be '\n'.
 * False: the row does not end within them and `last` is false, so more text is needed. */
bool csv_split_row(const struct csv_shape *shape, const char *text, size_t length, bool last,
                   struct csv_split *out);

/* Bytes of the first line with its line end; 0 when no line end is there and `last` is false. */
size_t csv_line_length(const struct csv_shape *shape, const char *text, size_t length, bool last);

/* Takes the escapes out of a cell, in place; returns the new length. */
size_t csv_unescape(const struct csv_shape *shape, char *text, size_t length);

void csv_split_free(struct csv_split *split);

/* Makes room for more cells; used by csv_split_add only. */
void csv_split_grow(struct csv_split *split);

/* Appends a cell; past CSV_COLUMNS_MAX it only sets the flag. */
static inline void
csv_split_add(struct csv_split *out, size_t start, size_t length, bool quoted, bool escaped)
{
    if (out->count == out->size) {
        if (out->count >= CSV_COLUMNS_MAX) {
            out->flags |= CSV_TOO_LARGE;
            return;
        }
        csv_split_grow(out);
    }
    struct csv_cell *cell = &out->cells[out->count++];
    cell->start = (uint32_t)start;
    cell->length = (uint32_t)length;
    cell->quoted = quoted;
    cell->escaped = escaped;
    out->quoted += quoted;
}

/* True when the delimiter stands at p; end bounds the comparison. */
static inline bool
csv_at_delimiter(const struct csv_shape *shape, const char *p, const char *end)
{
    size_t length = shape->delimiter_length;
    if (!length || *p != shape->delimiter[0] || (size_t)(end - p) < length)
        return false;
    for (size_t i = 1; i < length; i++)
        if (p[i] != shape->delimiter[i])
            return false;
    return true;
}

#endif
