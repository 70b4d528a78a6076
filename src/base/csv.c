/* The row reader: the window of csv_input.c, the splitter on top of it, and the making of cells:
 * escapes out, bad bytes replaced, limits kept. See csv.h. */
#include "base/csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv_fit.h"
#include "base/csv_input.h"
#include "base/csv_split.h"
#include "base/utf8.h"

struct csv_reader {
    struct csv_input input;
    struct csv_shape shape;
    const struct csv_dialect *dialect;
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
    csv_split_free(&reader->split);
    free(reader->cells);
    free(reader->scratch);
}

bool
csv_open(struct ctx *ctx, struct arena *arena, const char *path, const struct csv_dialect *dialect,
         struct csv_reader **out)
{
    struct csv_reader *reader = ARENA_NEW(arena, struct csv_reader);
    arena_defer(arena, reader_close, reader);
    reader->dialect = dialect;
    csv_shape_init(&reader->shape, dialect);
    *out = reader;
    return csv_input_open(ctx, arena, path, dialect->encoding, &reader->input) &&
           csv_seek(ctx, reader, &dialect->data);
}

bool
csv_seek(struct ctx *ctx, struct csv_reader *reader, const struct csv_mark *mark)
{
    reader->line = mark->line ? mark->line : 1;
    reader->row = mark->row;
    reader->second_table = mark->second_table;
    return csv_input_seek(ctx, &reader->input, mark->offset, mark->skip);
}

void
csv_tell(const struct csv_reader *reader, struct csv_mark *mark)
{
    memset(mark, 0, sizeof *mark);
    csv_input_tell(&reader->input, &mark->offset, &mark->skip);
    mark->line = reader->line;
    mark->row = reader->row;
    mark->second_table = reader->second_table;
}

uint64_t
csv_position(const struct csv_reader *reader)
{
    const struct csv_input *input = &reader->input;
    uint64_t offset = input->offset, skip;
    if (input->pos < input->end)
        csv_input_tell(input, &offset, &skip);
    return offset;
}

uint64_t
csv_size(const struct csv_reader *reader)
{
    return reader->input.size;
}

/* A row longer than the window may grow: passes over it up to its line end. */
static bool
pass_over(struct ctx *ctx, struct csv_reader *reader, struct csv_row *row)
{
    struct csv_input *input = &reader->input;
    bool full = false, nul, bad;
    row->flags = CSV_TOO_LARGE;
    for (;;) {
        size_t left = input->end - input->pos;
        size_t line = csv_line_length(&reader->shape, input->buf + input->pos, left, input->eof);
        csv_input_use(input, line ? line : left, &nul, &bad);
        if (line || input->eof)
            break;
        if (!csv_input_fill(ctx, input, &full))
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

/* What split_next found. */
enum found { FOUND_END, FOUND_ROW, FOUND_TOO_LARGE };

/* Splits the row at the window's start into reader->split, reading more text as needed. */
static bool
split_next(struct ctx *ctx, struct csv_reader *reader, enum found *found)
{
    struct csv_input *input = &reader->input;
    bool full = false;
    for (;;) {
        size_t left = input->end - input->pos;
        *found = FOUND_END;
        if (!left && input->eof)
            return true;
        *found = FOUND_ROW;
        if (left && csv_split_row(&reader->shape, input->buf + input->pos, left, input->eof,
                                  &reader->split))
            return true;
        *found = FOUND_TOO_LARGE;
        if (full)
            return true;
        if (!csv_input_fill(ctx, input, &full))
            return false;
    }
}

/* Makes the row that was split. False: it is a blank line, which is no row of the table. */
static bool
make_row(struct csv_reader *reader, struct csv_row *row)
{
    struct csv_split *split = &reader->split;
    struct csv_input *input = &reader->input;
    char *text = input->buf + input->pos;
    bool nul, bad;
    if ((split->flags & (CSV_SHORT | CSV_LONG)) && reader->dialect->profile)
        csv_fit_row(&reader->shape, reader->dialect->profile, text, split);
    csv_input_use(input, split->length, &nul, &bad);
    reader->line += split->lines;
    row->flags = split->flags | (nul ? CSV_NUL : 0U) | (bad ? CSV_BAD_BYTES : 0U);
    make_cells(reader, text, bad && !input->decoder, row);
    bool blank = row_is_blank(row);
    if (blank && row->count == 1 && reader->shape.columns != 1 && !split->quoted)
        return false;
    if (blank)
        row->flags |= CSV_BLANK;
    const uint64_t end = reader->dialect->end_line;
    if (!reader->second_table &&
        ((end && row->line >= end) || (reader->row && repeats_header(reader->dialect, row))))
        reader->second_table = true;
    if (reader->second_table)
        row->flags |= CSV_SECOND_TABLE;
    return true;
}

bool
csv_next(struct ctx *ctx, struct csv_reader *reader, struct csv_row *row, bool *more)
{
    for (bool gap = false;; gap = true) {
        enum found found;
        if (!split_next(ctx, reader, &found))
            return false;
        *more = found != FOUND_END;
        if (!*more)
            return true;
        memset(row, 0, sizeof *row);
        row->line = reader->line;
        row->row = reader->row + 1;
        row->gap = gap;
        if (found == FOUND_TOO_LARGE) {
            reader->row++;
            return pass_over(ctx, reader, row);
        }
        if (make_row(reader, row)) {
            reader->row++;
            return true;
        }
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
        return "belongs to another table in the file, which is not read here";
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
