/* Tables from outside: any bytes as a file are detected and read to the end, and every cell is valid
 * UTF-8; from every mark the same rows follow. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/csv_several.h"
#include "base/csv_write.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check_row(struct arena *arena, const struct csv_row *row)
{
    struct buf buf;
    buf_init(&buf, arena, 1 << 20);
    for (uint32_t i = 0; i < row->count; i++)
        if (utf8_valid_prefix(row->cells[i].data, row->cells[i].length) != row->cells[i].length)
            abort();
    csv_write_row(&buf, row->cells, row->count, CSV_WRITE_SAFE);
}

/* Reads the rest of the table; returns the number of rows. */
static uint64_t
read_rest(struct ctx *ctx, struct csv_reader *reader)
{
    struct csv_row row;
    uint64_t rows = 0, line = 0;
    for (bool more = true; more; rows += more) {
        struct arena *arena = arena_new();
        if (!csv_next(ctx, reader, &row, &more))
            abort();
        if (more && row.line < line)
            abort();
        line = row.line;
        if (more)
            check_row(arena, &row);
        arena_free(arena);
    }
    return rows;
}

static void
read_table(struct ctx *ctx, const char *path, struct csv_dialect *dialect)
{
    struct csv_several several;
    if (!csv_several_find(ctx, ctx->arena, path, dialect, 1 << 20, &several) || !several.n)
        abort();
    struct csv_reader *reader;
    struct csv_row row;
    struct csv_mark mark;
    bool more;
    if (!csv_open(ctx, ctx->arena, path, dialect, &reader))
        abort();
    if (!csv_next(ctx, reader, &row, &more))
        abort();
    csv_tell(reader, &mark);
    uint64_t rows = read_rest(ctx, reader);
    if (!csv_seek(ctx, reader, &mark) || read_rest(ctx, reader) != rows)
        abort();
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct csv_dialect dialect;
    int fd = memfd_create("table", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    const char *path = arena_printf(arena, "/proc/self/fd/%d", fd);
    /* The encoding is given: to guess it is fuzz_charset's work, and slow. */
    static const char *const sets[] = {"UTF-8", "UTF-16LE", "WINDOWS-1250", "UTF-8"};
    struct csv_dialect given = {.given = CSV_GIVEN_ENCODING};
    snprintf(given.encoding, sizeof given.encoding, "%s", sets[size ? data[size - 1] % 4 : 0]);
    if (csv_detect(&ctx, arena, path, &given, &dialect))
        read_table(&ctx, path, &dialect);
    /* The first bytes choose a dialect that the wizard could have given. */
    if (size > 4) {
        given.given |= CSV_GIVEN_DELIMITER | CSV_GIVEN_QUOTE | CSV_GIVEN_ESCAPE |
                       CSV_GIVEN_NEWLINE | CSV_GIVEN_HEADER_ROWS;
        given.delimiter[0] = (char)(data[0] % 127 + 1);
        given.quote = (char)data[1];
        given.escape = (char)data[2];
        given.newline = (enum csv_newline)(data[3] % 4);
        given.header_rows = data[3] / 4 % 4;
        err_clear(&ctx);
        if (csv_detect(&ctx, arena, path, &given, &dialect))
            read_table(&ctx, path, &dialect);
    }
    close(fd);
    arena_free(arena);
    return 0;
}
