/* leadgen-batch inspect csv FILE: how a table is written, as one JSON object, or with --rows the
 * table itself as RFC 4180 in UTF-8. Rows with defects are told on stderr; rows of a second table
 * are left out. */
#include "batch/inspect/inspect.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/csv.h"
#include "base/csv_several.h"
#include "base/csv_write.h"
#include "base/json.h"
#include "batch/inspect/inspect_mapping.h"

enum {
    OUTPUT_FLUSH = 64 * 1024,
    OUTPUT_CAP = 64 * 1024 * 1024,     /* a row at its largest, every byte a quote */
    SEARCHED_BYTES = 64 * 1024 * 1024, /* among them further tables are found */
    PROBLEMS_MAX = 20
};

struct problems {
    uint64_t count;
    struct jsn *list; /* of the first PROBLEMS_MAX */
};

static void
note_problem(struct ctx *ctx, struct problems *problems, uint64_t line, const char *text)
{
    if (problems->count++ >= PROBLEMS_MAX)
        return;
    struct jsn *problem = jsn_object(ctx->arena);
    if (line)
        jsn_set_int(problem, "line", (int64_t)line);
    jsn_set_text(problem, "problem", text);
    jsn_add(problems->list, problem);
    if (line)
        fprintf(stderr, "line %llu: %s\n", (unsigned long long)line, text);
    else
        fprintf(stderr, "%s\n", text);
}

static void
note_row(struct ctx *ctx, struct problems *problems, const struct csv_row *row, uint32_t columns)
{
    if (row->flags & ~(unsigned)CSV_BLANK)
        note_problem(ctx, problems, row->line,
                     problems->count < PROBLEMS_MAX ? csv_flag_text(ctx->arena, row, columns) : "");
}

static void
flush_output(struct buf *buf, bool all)
{
    if (!all && buf->length < OUTPUT_FLUSH)
        return;
    fwrite(buf->data, 1, buf->length, stdout);
    buf_clear(buf);
}

static void
write_header(struct ctx *ctx, struct buf *buf, const struct csv_dialect *dialect)
{
    struct span *cells = ARENA_ARRAY(ctx->arena, dialect->columns, struct span);
    if (!dialect->header_rows)
        return;
    for (uint32_t i = 0; i < dialect->columns; i++) {
        cells[i].data = dialect->original[i];
        cells[i].length = strlen(cells[i].data);
    }
    csv_write_row(buf, cells, dialect->columns, 0);
}

/* Reads every row; counts those of the table and, with a buffer, writes them. */
static bool
walk_rows(struct ctx *ctx, const char *path, const struct csv_dialect *dialect, struct buf *buf,
          struct problems *problems, uint64_t *rows)
{
    struct csv_reader *reader;
    struct csv_row row;
    uint64_t filled = 0;
    bool more;
    if (!csv_open(ctx, ctx->arena, path, dialect, &reader))
        return false;
    for (;;) {
        if (!csv_next(ctx, reader, &row, &more))
            return false;
        if (!more)
            break;
        if (row.flags & CSV_SECOND_TABLE) {
            note_row(ctx, problems, &row, dialect->columns);
            continue;
        }
        if (row.flags)
            note_row(ctx, problems, &row, dialect->columns);
        ++*rows;
        filled += !(row.flags & CSV_BLANK);
        if (!buf || !row.count)
            continue;
        csv_write_row(buf, row.cells, row.count, 0);
        flush_output(buf, false);
    }
    if (!filled)
        note_problem(ctx, problems, 0,
                     dialect->header_rows ? "there are no rows below the header"
                                          : "the file has no rows");
    return true;
}

static void
set_char(struct jsn *object, const char *key, char c)
{
    const char text[2] = {c, 0};
    jsn_set_text(object, key, text);
}

/* The tables of a file that has several: where each begins, and how many rows it has. */
static void
add_tables(struct ctx *ctx, struct jsn *object, const struct csv_several *several)
{
    struct jsn *tables = jsn_array(ctx->arena);
    for (size_t i = 0; i < several->n; i++) {
        struct jsn *table = jsn_object(ctx->arena);
        jsn_set_int(table, "line", (int64_t)several->parts[i].line);
        jsn_set_int(table, "rows", (int64_t)several->parts[i].rows);
        jsn_set_text(table, "title", several->parts[i].title);
        jsn_set_text(table, "columns", several->parts[i].names);
        jsn_add(tables, table);
    }
    if (several->n > 1)
        jsn_set(object, "tables", tables);
}

static bool
print_dialect(struct ctx *ctx, const char *path, const struct csv_dialect *dialect, uint64_t rows,
              const struct csv_several *several, const struct problems *problems)
{
    struct jsn *object = jsn_object(ctx->arena), *header = jsn_array(ctx->arena);
    for (uint32_t i = 0; i < dialect->columns && dialect->header_rows; i++)
        jsn_add(header, jsn_text(ctx->arena, dialect->header[i]));
    jsn_set_text(object, "encoding", dialect->encoding);
    jsn_set_bool(object, "bom", dialect->bom);
    jsn_set_text(object, "delimiter", dialect->delimiter);
    set_char(object, "quote", dialect->quote);
    set_char(object, "escape", dialect->escape);
    jsn_set_text(object, "newline", csv_newline_name(dialect->newline));
    jsn_set_int(object, "preamble_lines", dialect->preamble_lines);
    jsn_set_int(object, "header_rows", dialect->header_rows);
    jsn_set(object, "header", header);
    jsn_set_int(object, "columns", dialect->columns);
    jsn_set_int(object, "rows", (int64_t)rows);
    jsn_set_int(object, "problem_count", (int64_t)problems->count);
    jsn_set(object, "problems", problems->list);
    add_tables(ctx, object, several);
    if (!inspect_mapping(ctx, path, dialect, object))
        return false;
    printf("%s\n", jsn_write(ctx->arena, object));
    return true;
}

/* What is wrong before the first row. */
static void
note_table(struct ctx *ctx, struct problems *problems, const struct csv_dialect *dialect)
{
    struct csv_row header = {.flags = dialect->header_flags & ~(unsigned)(CSV_SHORT | CSV_LONG)};
    if (dialect->looks_like)
        note_problem(
            ctx, problems, 0,
            arena_printf(ctx->arena, "this looks like %s, not like a table", dialect->looks_like));
    if (dialect->renamed)
        note_problem(ctx, problems, 0,
                     arena_printf(ctx->arena, "column names that are missing or used twice: %u",
                                  dialect->renamed));
    if (header.flags)
        note_problem(ctx, problems, dialect->preamble_lines + 1,
                     csv_flag_text(ctx->arena, &header, dialect->columns));
}

bool
inspect_csv(struct ctx *ctx, int argc, char **argv)
{
    struct csv_dialect dialect;
    struct csv_several several;
    struct problems problems = {.list = jsn_array(ctx->arena)};
    struct buf buf;
    struct stat status;
    uint64_t rows = 0;
    bool want_rows = argc > 2 && !strcmp(argv[2], "--rows");
    if (argc > 3 || (argc > 2 && !want_rows))
        return err_raise(ctx, ERR_INPUT, "\"%.40s\" is no option here. There is --rows.",
                         argv[argc - 1]);
    if (want_rows && !stat(argv[1], &status) && S_ISREG(status.st_mode) && !status.st_size) {
        fprintf(stderr, "The file is empty.\n"); /* and so is the table */
        return true;
    }
    if (!csv_detect(ctx, ctx->arena, argv[1], NULL, &dialect) ||
        !csv_several_find(ctx, ctx->arena, argv[1], &dialect, SEARCHED_BYTES, &several))
        return false;
    buf_init(&buf, ctx->arena, OUTPUT_CAP);
    note_table(ctx, &problems, &dialect);
    if (want_rows)
        write_header(ctx, &buf, &dialect);
    if (!walk_rows(ctx, argv[1], &dialect, want_rows ? &buf : NULL, &problems, &rows))
        return false;
    if (want_rows)
        flush_output(&buf, true);
    else if (!print_dialect(ctx, argv[1], &dialect, rows, &several, &problems))
        return false;
    if (problems.count > PROBLEMS_MAX)
        fprintf(stderr, "%llu problems in all\n", (unsigned long long)problems.count);
    return true;
}
