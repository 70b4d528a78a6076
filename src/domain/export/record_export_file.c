/* CSV (RFC 4180) through csv_write.h, XLSX through xlsx_write.h. See record_export_file.h. */
#include "domain/export/record_export_file.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/csv_write.h"
#include "base/xlsx_write.h"

enum { FILE_MODE = 0640, PIECE = 256 * 1024, ROW_CAP = 64 * 1024 * 1024 };

struct record_export_file {
    const struct record_export_column *columns;
    size_t n_columns;
    int fd; /* of CSV */
    struct buf buf;
    unsigned flags;
    struct xlsx_writer *book; /* of XLSX */
    const char *path;
    struct record_export_totals totals;
};

static void
close_file(void *arg)
{
    const struct record_export_file *file = arg;
    close(file->fd);
}

static bool
flush(struct ctx *ctx, struct record_export_file *file)
{
    const char *at = file->buf.data;
    size_t left = file->buf.length;
    if (file->buf.over)
        return err_raise(ctx, ERR_INPUT, "A row is larger than %d MB.", ROW_CAP >> 20);
    while (left) {
        ssize_t n = write(file->fd, at, left);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return err_raise(ctx, ERR_UNAVAILABLE, "The export cannot be written: %s",
                             strerror(errno));
        at += n;
        left -= (size_t)n;
        file->totals.bytes += n;
    }
    buf_clear(&file->buf);
    return true;
}

static bool
begin_csv(struct ctx *ctx, struct arena *arena, struct record_export_file *file,
          const struct record_export_form *form)
{
    file->fd = strcmp(file->path, "-")
                   ? open(file->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, FILE_MODE)
                   : dup(STDOUT_FILENO);
    if (file->fd < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "The export cannot be written: %s", strerror(errno));
    arena_defer(arena, close_file, file);
    file->flags = CSV_WRITE_CRLF | (form->unguarded ? 0 : CSV_WRITE_SAFE);
    buf_init(&file->buf, arena, ROW_CAP);
    if (form->bom)
        csv_write_bom(&file->buf);
    for (size_t i = 0; i < file->n_columns; i++)
        csv_write_cell(&file->buf,
                       (struct span){file->columns[i].label, strlen(file->columns[i].label)}, !i,
                       file->flags);
    csv_write_end(&file->buf, file->flags);
    return true;
}

static bool
begin_book(struct ctx *ctx, struct arena *arena, struct record_export_file *file, const char *sheet)
{
    struct xlsx_column *columns = ARENA_ARRAY(arena, file->n_columns, struct xlsx_column);
    for (size_t i = 0; i < file->n_columns; i++)
        columns[i] = (struct xlsx_column){file->columns[i].label, file->columns[i].width};
    return xlsx_write_begin(ctx, arena, file->path, sheet, columns, file->n_columns, &file->book);
}

bool
record_export_file_begin(struct ctx *ctx, struct arena *arena, const char *path,
                         const struct record_export_form *form, const char *sheet,
                         const struct record_export_column *columns, size_t n_columns,
                         struct record_export_file **out)
{
    struct record_export_file *file = ARENA_NEW(arena, struct record_export_file);
    file->columns = columns;
    file->n_columns = n_columns;
    file->path = arena_strdup(arena, path);
    *out = file;
    return form->format == EXPORT_CSV ? begin_csv(ctx, arena, file, form)
                                      : begin_book(ctx, arena, file, sheet);
}

/* "2026-11-21" or "2026-11-21 09:30:00" as seconds since 1970 of that clock. */
static bool
read_clock(const char *text, int64_t *seconds)
{
    struct tm tm = {.tm_mday = 1};
    const char *end = strptime(text, "%Y-%m-%d", &tm);
    if (end && *end == ' ')
        end = strptime(end, " %H:%M:%S", &tm);
    if (!end || (*end && *end != '.'))
        return false;
    *seconds = (int64_t)timegm(&tm);
    return true;
}

/* A value that is not what its column holds stays text. */
static void
write_cell(struct xlsx_writer *book, enum record_export_type type, struct span value)
{
    int64_t seconds;
    char *end;
    switch (type) {
    case EXPORT_AS_NUMBER: {
        /* strtod alone would take "0x1F" and "inf", too */
        bool plain = value.data[strspn(value.data, "0123456789+-.eE")] == '\0';
        double number = strtod(value.data, &end);
        if (plain && !*end && isfinite(number)) {
            xlsx_write_number(book, number);
            return;
        }
        break;
    }
    case EXPORT_AS_DATE:
        if (read_clock(value.data, &seconds) && seconds % 86400 == 0) {
            xlsx_write_date(book, seconds / 86400);
            return;
        }
        break;
    case EXPORT_AS_TIME:
        if (read_clock(value.data, &seconds)) {
            xlsx_write_time(book, seconds);
            return;
        }
        break;
    case EXPORT_AS_TEXT:
        break;
    }
    xlsx_write_text(book, value);
}

bool
record_export_file_row(struct ctx *ctx, struct record_export_file *file, const struct span *values)
{
    file->totals.rows++;
    if (!file->book) {
        csv_write_row(&file->buf, values, file->n_columns, file->flags);
        return file->buf.length < PIECE || flush(ctx, file);
    }
    for (size_t i = 0; i < file->n_columns; i++) {
        if (values[i].length)
            write_cell(file->book, file->columns[i].type, values[i]);
        else
            xlsx_write_empty(file->book);
    }
    return xlsx_write_row(ctx, file->book);
}

bool
record_export_file_end(struct ctx *ctx, struct record_export_file *file,
                       struct record_export_totals *totals)
{
    struct xlsx_totals book;
    struct stat status;
    if (!file->book) {
        bool ok = flush(ctx, file);
        *totals = file->totals;
        return ok;
    }
    if (!xlsx_write_end(ctx, file->book, &book))
        return false;
    if (stat(file->path, &status) != 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "The export is gone: %s", strerror(errno));
    file->totals.sheets = book.sheets;
    file->totals.cut = book.cut;
    file->totals.bytes = (int64_t)status.st_size;
    *totals = file->totals;
    return true;
}
