/* Tables as text, for the tests of csv: cells between bars, rows on lines. */
#ifndef LEADGEN_TESTS_SUPPORT_TABLE_H
#define LEADGEN_TESTS_SUPPORT_TABLE_H

#include "base/buf.h"
#include "base/csv.h"
#include "support/file.h"

/* A row as "a|b|c". */
static inline void
table_add(struct buf *buf, const struct csv_row *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        if (i)
            buf_char(buf, '|');
        buf_add(buf, row->cells[i].data, row->cells[i].length);
    }
    buf_char(buf, '\n');
}

/* Detects and reads a file; the rows as text, the flags of all rows or-ed into *flags. */
static inline const char *
table_of_file(struct arena *arena, const char *path, struct csv_dialect *dialect, unsigned *flags)
{
    struct ctx ctx = {.arena = arena};
    struct csv_reader *reader;
    struct csv_row row;
    struct buf buf;
    bool more = true;
    buf_init(&buf, arena, 64 * 1024 * 1024);
    if (!csv_detect(&ctx, arena, path, NULL, dialect))
        return arena_printf(arena, "%s: %s", err_kind_name(ctx.err.kind), ctx.err.message);
    assert_true(csv_open(&ctx, arena, path, dialect, &reader));
    *flags = 0;
    while (more) {
        assert_true(csv_next(&ctx, reader, &row, &more));
        if (!more)
            break;
        *flags |= row.flags;
        table_add(&buf, &row);
    }
    return buf.data;
}

/* The same for text. */
static inline const char *
table_of(struct arena *arena, const char *text, struct csv_dialect *dialect, unsigned *flags)
{
    return table_of_file(arena, test_file(arena, text, strlen(text)), dialect, flags);
}

/* The header as "a|b|c". */
static inline const char *
table_header(struct arena *arena, const struct csv_dialect *dialect)
{
    const char *header = "";
    for (uint32_t i = 0; i < dialect->columns && dialect->header_rows; i++)
        header = arena_printf(arena, "%s%s%s", header, i ? "|" : "", dialect->header[i]);
    return header;
}

#endif
