/* The text of a table's file behind a window that moves over it: read, decoded, refilled, in flat
 * memory. Called by csv.c only; knows bytes and text, nothing of rows. */
#ifndef LEADGEN_BASE_CSV_INPUT_H
#define LEADGEN_BASE_CSV_INPUT_H

#include "base/csv.h"

enum { CSV_INPUT_CHUNKS = 1024 };

/* Where in the file a stretch of decoded text comes from. */
struct csv_chunk {
    int64_t at; /* place in buf; negative once its start has been used up */
    uint64_t offset;
};

/* The window: buf[pos..end) is text that is not used up; buf[end] is '\n'. */
struct csv_input {
    int fd;
    uint64_t size;                   /* of the file */
    struct charset_decoder *decoder; /* NULL: the file is UTF-8 and read straight into buf */
    char *buf;
    size_t room, pos, end;
    bool eof;
    uint64_t offset; /* of the next byte to read */
    char *raw;
    struct csv_chunk chunks[CSV_INPUT_CHUNKS];
    size_t chunk_count;
    size_t bad;                /* bytes that the decoder replaced */
    size_t next_nul, next_bad; /* first place at or behind pos; end when there is none */
};

/* Opens the file; it is closed with the arena. UNAVAILABLE, NOT_FOUND: it cannot be read. INPUT: it
 * is no file, or the encoding is unknown. */
bool csv_input_open(struct ctx *ctx, struct arena *arena, const char *path, const char *encoding,
                    struct csv_input *input) MUST_CHECK;

/* Puts the window at a place of the file. UNAVAILABLE: read error. */
bool csv_input_seek(struct ctx *ctx, struct csv_input *input, uint64_t offset,
                    uint64_t skip) MUST_CHECK;

/* Names the place of pos for csv_input_seek. */
void csv_input_tell(const struct csv_input *input, uint64_t *offset, uint64_t *skip);

/* Gets more text behind end; what is not used up moves to the start of buf, pos becomes 0. *full:
 * the window has reached its largest size. UNAVAILABLE: read error. */
bool csv_input_fill(struct ctx *ctx, struct csv_input *input, bool *full) MUST_CHECK;

/* Moves pos forward over used text; tells whether it held NUL bytes or bad ones. */
void csv_input_use(struct csv_input *input, size_t length, bool *nul, bool *bad);

#endif
