/* The row reader: one buffer that is refilled behind the row in hand, the splitter on top of it,
 * and the making of cells: escapes out, bad bytes replaced, limits kept. See csv.h. */
#include "base/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/csv_fit.h"
#include "base/csv_split.h"
#include "base/utf8.h"

enum {
    BUFFER_START = 256 * 1024,
    BUFFER_SLACK = 16,     /* behind the text, for the line end that stops every scan */
    RAW_CHUNK = 32 * 1024, /* bytes decoded at once */
    RAW_GROWTH = 4,        /* decoded text is at most so many times longer */
    CHUNKS_MAX = 1024
};

/* Where in the file a stretch of decoded text comes from. */
struct chunk {
    int64_t at; /* place in buf; negative once its start has been used up */
    uint64_t offset;
};

struct csv_reader {
    int fd;
    uint64_t size;
    struct csv_shape shape;
    const struct csv_dialect *dialect;
    struct charset_decoder *decoder; /* NULL: the file is UTF-8 and read straight into buf */
    char *buf;
    size_t room, pos, end;
    bool eof;
    uint64_t offset; /* of the next byte to read */
    char *raw;
    struct chunk chunks[CHUNKS_MAX];
    size_t chunk_count;
    size_t bad;                /* bytes that the decoder replaced */
    size_t next_nul, next_bad; /* first place at or behind pos; end when there is none */
    uint64_t line, row;
    bool second_table;
    struct csv_split split;
    struct span *cells;
    size_t cells_size;
    char *scratch; /* cells whose bytes were replaced */
    size_t scratch_size;
};

static void *
must_realloc(void *memory, size_t size)
{
    void *bigger = realloc(memory, size);
    if (!bigger) {
        fprintf(stderr, "out of memory: %zu bytes\n", size);
        abort();
    }
    return bigger;
}

static void
reader_close(void *arg)
{
    struct csv_reader *reader = arg;
    if (reader->fd >= 0)
        close(reader->fd);
    csv_split_free(&reader->split);
    free(reader->buf);
    free(reader->raw);
    free(reader->cells);
    free(reader->scratch);
}

static bool
reader_open_file(struct ctx *ctx, struct csv_reader *reader, const char *path)
{
    struct stat status;
    reader->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (reader->fd < 0 || fstat(reader->fd, &status) < 0)
        return err_raise(ctx, errno == ENOENT ? ERR_NOT_FOUND : ERR_UNAVAILABLE,
                         "The file %.200s cannot be read: %s.", path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return err_raise(ctx, ERR_INPUT, "%.200s is not a file. Give the path of a CSV file.",
                         path);
    reader->size = (uint64_t)status.st_size;
    return true;
}

bool
csv_open(struct ctx *ctx, struct arena *arena, const char *path, const struct csv_dialect *dialect,
         struct csv_reader **out)
{
    struct csv_reader *reader = ARENA_NEW(arena, struct csv_reader);
    reader->fd = -1;
    reader->dialect = dialect;
    arena_defer(arena, reader_close, reader);
    if (!reader_open_file(ctx, reader, path))
        return false;
    csv_shape_init(&reader->shape, dialect);
    if (!charset_is_utf8(dialect->encoding)) {
        if (!charset_decoder_new(ctx, arena, dialect->encoding, &reader->decoder))
            return false;
        reader->raw = must_realloc(NULL, RAW_CHUNK);
    }
    reader->room = BUFFER_START;
    reader->buf = must_realloc(NULL, reader->room + BUFFER_SLACK);
    *out = reader;
    return csv_seek(ctx, reader, &dialect->data);
}

/* The next place at or behind `from` that is not valid text. */
static size_t
bad_from(const struct csv_reader *reader, size_t from)
{
    if (!reader->decoder)
        return from + utf8_valid_prefix(reader->buf + from, reader->end - from);
    if (!reader->bad)
        return reader->end;
    const char *mark = memmem(reader->buf + from, reader->end - from, "\xEF\xBF\xBD", 3);
    return mark ? (size_t)(mark - reader->buf) : reader->end;
}

static size_t
nul_from(const struct csv_reader *reader, size_t from)
{
    const char *nul = memchr(reader->buf + from, 0, reader->end - from);
    return nul ? (size_t)(nul - reader->buf) : reader->end;
}

/* Moves what is not used up to the start of the buffer. */
static void
buffer_shift(struct csv_reader *reader)
{
    size_t pos = reader->pos, kept = 0;
    if (!pos)
        return;
    memmove(reader->buf, reader->buf + pos, reader->end - pos);
    /* The last chunk that starts at or before pos is still needed to name a place behind it. */
    for (size_t i = 0; i < reader->chunk_count; i++) {
        if (i + 1 < reader->chunk_count && reader->chunks[i + 1].at <= (int64_t)pos)
            continue;
        reader->chunks[kept] = reader->chunks[i];
        reader->chunks[kept++].at -= (int64_t)pos;
    }
    reader->chunk_count = kept;
    reader->end -= pos;
    reader->next_nul -= pos;
    reader->next_bad -= pos;
    reader->pos = 0;
}

static bool
read_bytes(struct ctx *ctx, struct csv_reader *reader, char *to, size_t room, size_t *got)
{
    ssize_t bytes;
    do {
        bytes = pread(reader->fd, to, room, (off_t)reader->offset);
    } while (bytes < 0 && errno == EINTR);
    if (bytes < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "The file cannot be read any further: %s.",
                         strerror(errno));
    *got = (size_t)bytes;
    return true;
}

/* Adds decoded text behind end. */
static bool
fill_decoded(struct ctx *ctx, struct csv_reader *reader)
{
    size_t got;
    if (!read_bytes(ctx, reader, reader->raw, RAW_CHUNK, &got))
        return false;
    bool last = reader->offset + got >= reader->size;
    if (reader->chunk_count < CHUNKS_MAX)
        reader->chunks[reader->chunk_count++] =
            (struct chunk){.at = (int64_t)reader->end, .offset = reader->offset};
    size_t used = got;
    reader->end +=
        charset_decode(reader->decoder, reader->raw, &used, last, reader->buf + reader->end,
                       reader->room - reader->end, &reader->bad);
    reader->offset += used;
    reader->eof = !used || (last && used == got);
    return true;
}

/* Gets more text behind end, at pos 0 afterwards. *full: the buffer has reached its largest size. */
static bool
fill(struct ctx *ctx, struct csv_reader *reader, bool *full)
{
    buffer_shift(reader);
    size_t need = reader->decoder ? (size_t)RAW_CHUNK * RAW_GROWTH : 1;
    *full = false;
    if (reader->room - reader->end < need) {
        if (reader->end >= CSV_ROW_MAX) {
            *full = true;
            return true;
        }
        reader->room *= 2;
        reader->buf = must_realloc(reader->buf, reader->room + BUFFER_SLACK);
    }
    size_t before = reader->end;
    if (reader->decoder) {
        if (!fill_decoded(ctx, reader))
            return false;
    } else {
        size_t got;
        if (!read_bytes(ctx, reader, reader->buf + reader->end, reader->room - reader->end, &got))
            return false;
        reader->end += got;
        reader->offset += got;
        reader->eof = !got || reader->offset >= reader->size;
    }
    reader->buf[reader->end] = '\n';
    if (reader->next_nul == before)
        reader->next_nul = nul_from(reader, before);
    reader->next_bad = bad_from(reader, reader->next_bad);
    return true;
}

bool
csv_seek(struct ctx *ctx, struct csv_reader *reader, const struct csv_mark *mark)
{
    reader->pos = reader->end = reader->next_nul = reader->next_bad = 0;
    reader->chunk_count = 0;
    reader->eof = false;
    reader->offset = mark->offset;
    reader->line = mark->line ? mark->line : 1;
    reader->row = mark->row;
    reader->second_table = mark->second_table;
    uint64_t skip = mark->skip;
    bool full = false;
    while (!reader->eof && (skip > reader->end || !reader->end)) {
        if (reader->end && skip >= reader->end) {
            skip -= reader->end;
            reader->pos = reader->next_nul = reader->next_bad = reader->end;
        }
        if (!fill(ctx, reader, &full))
            return false;
    }
    reader->pos = skip < reader->end ? (size_t)skip : reader->end;
    reader->next_nul = nul_from(reader, reader->pos);
    reader->next_bad = bad_from(reader, reader->pos);
    return true;
}

void
csv_tell(const struct csv_reader *reader, struct csv_mark *mark)
{
    memset(mark, 0, sizeof *mark);
    mark->line = reader->line;
    mark->row = reader->row;
    mark->second_table = reader->second_table;
    mark->offset = reader->offset - (reader->end - reader->pos);
    if (!reader->decoder)
        return;
    mark->offset = reader->offset;
    for (size_t i = reader->chunk_count; i-- > 0;) {
        const struct chunk *chunk = &reader->chunks[i];
        if (chunk->at <= (int64_t)reader->pos) {
            mark->offset = chunk->offset;
            mark->skip = (uint64_t)((int64_t)reader->pos - chunk->at);
            return;
        }
    }
}

uint64_t
csv_position(const struct csv_reader *reader)
{
    struct csv_mark mark;
    csv_tell(reader, &mark);
    return mark.offset;
}

uint64_t
csv_size(const struct csv_reader *reader)
{
    return reader->size;
}

/* A row longer than the buffer may grow: passes over it up to its line end. */
static bool
pass_over(struct ctx *ctx, struct csv_reader *reader, struct csv_row *row)
{
    bool full = false;
    row->flags = CSV_TOO_LARGE;
    for (;;) {
        size_t left = reader->end - reader->pos;
        size_t line = csv_line_length(&reader->shape, reader->buf + reader->pos, left, reader->eof);
        reader->pos += line ? line : left;
        reader->next_nul = nul_from(reader, reader->pos);
        reader->next_bad = bad_from(reader, reader->pos);
        if (line || reader->eof)
            break;
        if (!fill(ctx, reader, &full))
            return false;
    }
    reader->line++;
    return true;
}

/* Cuts a cell that is too long, between two characters. */
static void
limit_cell(struct span *cell, unsigned *flags)
{
    if (cell->length <= CSV_CELL_MAX)
        return;
    cell->length = CSV_CELL_MAX;
    while (cell->length && ((unsigned char)cell->data[cell->length] & 0xC0) == 0x80)
        cell->length--;
    *flags |= CSV_TOO_LARGE;
}

static void
make_cells(struct csv_reader *reader, char *text, bool bad, struct csv_row *row)
{
    const struct csv_split *split = &reader->split;
    if (split->count > reader->cells_size) {
        reader->cells_size = split->size;
        reader->cells = must_realloc(reader->cells, reader->cells_size * sizeof *reader->cells);
    }
    if (bad && reader->scratch_size < split->length * 3) {
        reader->scratch_size = split->length * 3;
        reader->scratch = must_realloc(reader->scratch, reader->scratch_size);
    }
    char *scratch = reader->scratch;
    bool large = split->length > CSV_CELL_MAX;
    for (uint32_t i = 0; i < split->count; i++) {
        const struct csv_cell *cell = &split->cells[i];
        struct span *span = &reader->cells[i];
        char *start = text + cell->start;
        span->data = start;
        span->length = cell->length;
        if (cell->escaped)
            span->length = csv_unescape(&reader->shape, start, cell->length);
        if (bad) {
            span->length = utf8_replace(start, span->length, scratch);
            span->data = scratch;
            scratch += span->length;
        }
        if (large)
            limit_cell(span, &row->flags);
    }
    row->cells = reader->cells;
    row->count = split->count;
}

static bool
is_blank(const struct span *cell)
{
    for (size_t i = 0; i < cell->length; i++)
        if (cell->data[i] != ' ' && cell->data[i] != '\t')
            return false;
    return true;
}

static bool
row_is_blank(const struct csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (!is_blank(&row->cells[i]))
            return false;
    return true;
}

/* Does the row say the same as the header? Then another table starts here; it may have some
 * columns more or fewer. */
static bool
repeats_header(const struct csv_dialect *dialect, const struct csv_row *row)
{
    uint32_t shared = row->count < dialect->columns ? row->count : dialect->columns, same = 0;
    if (!dialect->header_rows || dialect->columns < 2 || shared < 2 ||
        shared * 2 < dialect->columns)
        return false;
    for (uint32_t i = 0; i < shared; i++) {
        const char *name = dialect->original[i];
        size_t length = strlen(name);
        bool equal = row->cells[i].length == length && !memcmp(row->cells[i].data, name, length);
        if (!equal && i == 0)
            return false;
        same += equal;
    }
    return same * 5 >= shared * 4;
}

/* Splits the row at pos into reader->split, reading more text as needed. *state: 0 no more rows,
 * 1 a row, 2 a row that is too large. */
static bool
split_next(struct ctx *ctx, struct csv_reader *reader, int *state)
{
    bool full = false;
    for (;;) {
        size_t left = reader->end - reader->pos;
        if (!left && reader->eof) {
            *state = 0;
            return true;
        }
        *state = 1;
        if (left && csv_split_row(&reader->shape, reader->buf + reader->pos, left, reader->eof,
                                  &reader->split))
            return true;
        if (full) {
            *state = 2;
            return true;
        }
        if (!fill(ctx, reader, &full))
            return false;
    }
}

bool
csv_next(struct ctx *ctx, struct csv_reader *reader, struct csv_row *row, bool *more)
{
    const struct csv_split *split = &reader->split;
    for (;;) {
        int state;
        if (!split_next(ctx, reader, &state))
            return false;
        *more = state != 0;
        if (!state)
            return true;
        memset(row, 0, sizeof *row);
        row->line = reader->line;
        row->row = reader->row + 1;
        if (state == 2) {
            reader->row++;
            return pass_over(ctx, reader, row);
        }
        char *text = reader->buf + reader->pos;
        if ((split->flags & (CSV_SHORT | CSV_LONG)) && reader->dialect->profile)
            csv_fit_row(&reader->shape, reader->dialect->profile, text, &reader->split);
        reader->pos += split->length;
        reader->line += split->lines;
        bool bad = reader->next_bad < reader->pos, nul = reader->next_nul < reader->pos;
        row->flags = split->flags;
        if (nul) {
            row->flags |= CSV_NUL;
            reader->next_nul = nul_from(reader, reader->pos);
        }
        if (bad) {
            row->flags |= CSV_BAD_BYTES;
            reader->next_bad = bad_from(reader, reader->pos);
        }
        make_cells(reader, text, bad && !reader->decoder, row);
        bool blank = row_is_blank(row);
        if (blank && row->count == 1 && reader->shape.columns != 1 && !split->quoted)
            continue;
        if (blank)
            row->flags |= CSV_BLANK;
        reader->row++;
        if (!reader->second_table && repeats_header(reader->dialect, row))
            reader->second_table = true;
        if (reader->second_table)
            row->flags |= CSV_SECOND_TABLE;
        return true;
    }
}

const char *
csv_newline_name(enum csv_newline newline)
{
    switch (newline) {
    case CSV_NEWLINE_LF:
        return "\n";
    case CSV_NEWLINE_CRLF:
        return "\r\n";
    case CSV_NEWLINE_CR:
        return "\r";
    case CSV_NEWLINE_MIXED:
        return "mixed";
    }
    return "";
}

const char *
csv_flag_text(struct arena *arena, const struct csv_row *row, uint32_t columns)
{
    if (row->flags & CSV_TOO_LARGE)
        return row->count ? "a cell is larger than 1 MB or there are more than 16,384 cells"
                          : "the row is longer than 4 MB";
    if (row->flags & CSV_SECOND_TABLE)
        return "belongs to a second table in the file; upload that as a file of its own";
    if (row->flags & CSV_UNCLOSED)
        return "a quote is opened and never closed";
    if (row->flags & CSV_BAD_BYTES)
        return "holds bytes that are not valid in the file's encoding";
    if (row->flags & CSV_NUL)
        return "holds a NUL byte";
    if (row->flags & (CSV_SHORT | CSV_LONG))
        return arena_printf(arena, "%u cells where the table has %u columns", row->count, columns);
    if (row->flags & CSV_REPAIRED)
        return "was split in another way than the rest to fit the columns";
    if (row->flags & CSV_QUOTE)
        return "a quote stands inside a cell without being escaped";
    return row->flags & CSV_BLANK ? "every cell is empty" : "";
}
