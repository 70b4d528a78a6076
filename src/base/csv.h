/* Character-separated tables from outside: what dialect a file is written in, and a stream of its
 * rows in flat memory, however long the file or broken the quoting. Called by the import's row
 * source and by inspect. Knows rows, cells and defects, nothing of what the columns mean. */
#ifndef LEADGEN_BASE_CSV_H
#define LEADGEN_BASE_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/charset.h"
#include "base/err.h"
#include "base/text.h"

enum {
    CSV_DELIMITER_SIZE = 8,       /* delimiter with its NUL */
    CSV_HEADER_MAX = 8,           /* rows of one header */
    CSV_COLUMNS_MAX = 16384,      /* cells past it are cut off and flagged */
    CSV_CELL_MAX = 1024 * 1024,   /* bytes of UTF-8; a longer cell is cut and flagged */
    CSV_ROW_MAX = 4 * 1024 * 1024 /* bytes; a longer row comes without cells and flagged */
};

enum csv_newline {
    CSV_NEWLINE_LF,
    CSV_NEWLINE_CRLF,
    CSV_NEWLINE_CR,
    CSV_NEWLINE_MIXED /* LF, CRLF and CR all end a row */
};

/* Properties of a dialect that a caller gives instead of having them detected. */
enum csv_given {
    CSV_GIVEN_ENCODING = 1 << 0,
    CSV_GIVEN_DELIMITER = 1 << 1,
    CSV_GIVEN_QUOTE = 1 << 2,
    CSV_GIVEN_ESCAPE = 1 << 3,
    CSV_GIVEN_NEWLINE = 1 << 4,
    CSV_GIVEN_PREAMBLE = 1 << 5,   /* preamble_lines */
    CSV_GIVEN_HEADER_ROWS = 1 << 6 /* header_rows, 0 for a table without header */
};

/* A place between two rows, from which reading can go on; plain numbers, so that a job can store
 * it. Zero-filled means the start of the file. */
struct csv_mark {
    uint64_t offset; /* bytes from the start of the file */
    uint64_t skip;   /* bytes of decoded text behind offset; 0 when the file is UTF-8 */
    uint64_t line;   /* line number of the next row, from 1; 0 for the start of the file */
    uint64_t row;    /* data rows before it */
    bool second_table;
};

/* How a file is written, and what its header says. */
struct csv_dialect {
    unsigned given;                     /* csv_given bits: set by the caller, kept in the result */
    char encoding[CHARSET_NAME_SIZE];   /* "UTF-8", "WINDOWS-1250", ... */
    char delimiter[CSV_DELIMITER_SIZE]; /* one or more characters; "" for a single column */
    char quote;                         /* 0: nothing is quoted */
    char escape;                        /* equal to quote: doubled; 0: never escaped */
    enum csv_newline newline;
    uint32_t preamble_lines; /* lines before the header (or, without one, the first data row) */
    uint32_t header_rows;    /* rows that make the header: 0, 1 or more */
    /* Results only: */
    const char *looks_like;       /* what it may be instead of a table: "an HTML page"; else NULL */
    bool bom;                     /* the file starts with a byte-order mark */
    bool sure;                    /* of the encoding: proven by the bytes, or given */
    uint32_t columns;             /* of the table */
    const char **header;          /* [columns] names to show: trimmed, never empty, all different */
    const char **original;        /* [columns] as in the file, "" where empty or without header */
    unsigned header_flags;        /* csv_flag bits of the header rows */
    const unsigned char *profile; /* [columns] what values look like (csv_fit.h); NULL: unknown */
    uint32_t renamed;             /* columns whose shown name had to be made up or made different */
    struct csv_mark data;         /* where the data rows begin */
    uint64_t end_line;            /* where another table begins (csv_several.h); 0: nowhere */
};

/* What is wrong with a row. A row without flags is as the header promises. */
enum csv_flag {
    CSV_SHORT = 1 << 0,        /* fewer cells than columns */
    CSV_LONG = 1 << 1,         /* more cells than columns */
    CSV_NUL = 1 << 2,          /* holds a NUL byte (kept in the span) */
    CSV_BAD_BYTES = 1 << 3,    /* bytes that the encoding does not know became U+FFFD */
    CSV_TOO_LARGE = 1 << 4,    /* row or cell past the limits above; cut or left out */
    CSV_UNCLOSED = 1 << 5,     /* a quote was opened and never closed; taken as a character */
    CSV_QUOTE = 1 << 6,        /* a quote stands where none may stand; read as well as can be */
    CSV_REPAIRED = 1 << 7,     /* split otherwise than the dialect says, to fit the columns */
    CSV_SECOND_TABLE = 1 << 8, /* belongs to another table (its header is a row too) */
    CSV_BLANK = 1 << 9         /* every cell is empty or white space */
};

/* Flags that make a row unusable as it stands. */
enum { CSV_REJECT = CSV_TOO_LARGE | CSV_UNCLOSED | CSV_SECOND_TABLE };

/* One row. Cells are valid UTF-8 and live until the next call on the reader. */
struct csv_row {
    const struct span *cells;
    uint32_t count;
    unsigned flags;
    uint64_t line; /* line of the file in which the row starts, from 1 */
    uint64_t row;  /* number of the data row, from 1 */
    bool gap;      /* blank lines were passed over just before it */
};

/* Finds out how the file is written; properties named in given->given are taken as they are
 * (given may be NULL). Names and arrays of *out live in `arena`. INPUT, with what to do: the file is
 * empty, is something else than text (a workbook, an archive, an image, ...), has no line ends,
 * has too many columns, or the given encoding is unknown. UNAVAILABLE: it cannot be read. */
bool csv_detect(struct ctx *ctx, struct arena *arena, const char *path,
                const struct csv_dialect *given, struct csv_dialect *out) MUST_CHECK;

struct csv_reader;

/* Opens a file for reading rows, at the first data row (dialect->data). The reader and its file
 * belong to `arena` and end with it; *dialect must live as long. UNAVAILABLE, NOT_FOUND: it cannot
 * be read. INPUT: unknown encoding. */
bool csv_open(struct ctx *ctx, struct arena *arena, const char *path,
              const struct csv_dialect *dialect, struct csv_reader **reader) MUST_CHECK;

/* The next row; *more is false at the end of the file. Blank lines are passed over unless the
 * table has one column. Every other row is handed out, with its flags. UNAVAILABLE: read error. */
bool csv_next(struct ctx *ctx, struct csv_reader *reader, struct csv_row *row,
              bool *more) MUST_CHECK;

/* Where the next row starts, for csv_seek in another process. */
void csv_tell(const struct csv_reader *reader, struct csv_mark *mark);

/* Goes on at a mark that csv_tell gave for the same file and dialect. */
bool csv_seek(struct ctx *ctx, struct csv_reader *reader, const struct csv_mark *mark) MUST_CHECK;

/* Bytes of the file read so far and in total, for progress. */
uint64_t csv_position(const struct csv_reader *reader);
uint64_t csv_size(const struct csv_reader *reader);

/* The worst flag of a row in plain words ("4 cells where the header has 3"), "" without flags. */
const char *csv_flag_text(struct arena *arena, const struct csv_row *row, uint32_t columns);

/* "\n", "\r\n", "\r" or "mixed". */
const char *csv_newline_name(enum csv_newline newline);

#endif
