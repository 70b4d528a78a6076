/* Writes tables as RFC 4180 text: what exports, error files and inspect --rows are made of.
 * Called by whoever hands a table out; the caller owns the buffer and where it goes. The buffer's cap
 * must leave room for twice the bytes of a row and four for each cell. */
#ifndef LEADGEN_BASE_CSV_WRITE_H
#define LEADGEN_BASE_CSV_WRITE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/text.h"

enum csv_write_flag {
    CSV_WRITE_CRLF = 1 << 0, /* rows end in CR LF, as the RFC says; else LF */
    CSV_WRITE_SAFE = 1 << 1  /* everything that people open: a cell that begins with = + - @ tab CR
                              * (also behind white space) gets an apostrophe in front, so that no
                              * spreadsheet runs it as a formula */
};

/* Adds the byte-order mark by which spreadsheets know UTF-8; at the start of a file only. */
void csv_write_bom(struct buf *buf);

/* Adds one cell, quoted where its content needs it; `first` is true for the first of a row. */
void csv_write_cell(struct buf *buf, struct span cell, bool first, unsigned flags);

/* Ends a row. */
void csv_write_end(struct buf *buf, unsigned flags);

/* Adds a whole row. A row with a single empty cell is written as "", so that it stays a row. */
void csv_write_row(struct buf *buf, const struct span *cells, size_t count, unsigned flags);

#endif
