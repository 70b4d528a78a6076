/* leadgen-batch export: all companies or contacts that match a filter, as CSV or XLSX, into a file or
 * to standard output. The same work as the job behind the pages, done here at once. */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/json.h"
#include "batch/batch.h"
#include "batch/command.h"
#include "domain/account/tenant.h"
#include "domain/export/record_export_run.h"
#include "domain/query/record_query.h"

enum { MOST_COLUMNS = 512, COPY_PIECE = 64 * 1024 };

struct export_wish {
    const char *slug, *columns, *output, *dir;
    struct record_export_work work;
    bool json, names;
    int64_t tenant_id;
    bool bar; /* a progress bar is on the terminal */
};

static bool
begin(struct ctx *ctx, void *arg)
{
    const struct export_wish *wish = arg;
    return db_begin(ctx, false) && tenant_enter(ctx, wish->tenant_id);
}

static bool
step(struct ctx *ctx, void *arg, int64_t done, int64_t total, bool *stop)
{
    const struct export_wish *wish = arg;
    (void)ctx;
    (void)stop;
    if (wish->bar)
        fprintf(stderr, "\r%" PRId64 " of %" PRId64 " rows ", done, total);
    return true;
}

/* What an address of a list says beside its filter. */
static const char *const beside[] = {"sort", "dir",   "cols",   "paged",
                                     "more", "after", "before", NULL};

static bool
is_named(const char *pair, size_t length, const char *name)
{
    size_t n = strlen(name);
    return length >= n && !strncmp(pair, name, n) && (length == n || pair[n] == '=');
}

/* The filter may be a list's address or what stands behind its "?": the order is taken from it, where
 * none is asked for, and what is only about looking at it is left. */
static void
read_address(struct arena *arena, struct export_wish *wish)
{
    const char *at = wish->work.filter, *query = strchr(at, '?');
    bool ordered = *wish->work.order || wish->work.descending;
    struct buf filter;
    if (query && (*at == '/' || !strncmp(at, "http", 4)))
        at = query + 1;
    buf_init(&filter, arena, strlen(at) + 1);
    while (*at) {
        size_t length = strcspn(at, "&#"), i = 0;
        while (beside[i] && !is_named(at, length, beside[i]))
            i++;
        const char *value = arena_strndup(arena, at, length) + strcspn(at, "=&#");
        value += *value == '=';
        if (!beside[i] && length)
            buf_printf(&filter, "%s%.*s", *filter.data ? "&" : "", (int)length, at);
        else if (i == 0 && *value && !ordered) {
            wish->work.order = value;
            wish->dir = wish->dir ? wish->dir : "";
        } else if (i == 1 && !ordered)
            wish->dir = value;
        at = at[length] == '&' ? at + length + 1 : "";
    }
    wish->work.filter = filter.data;
}

/* All columns, those usual, or those named with commas between. */
static bool
choose_columns(struct ctx *ctx, struct export_wish *wish)
{
    struct record_export_column *all;
    const struct record_order *order;
    size_t n = 0, n_all;
    if (!begin(ctx, wish) ||
        !record_order_choose(ctx, wish->work.entity, wish->work.order, &order) ||
        !record_export_columns(ctx, wish->work.entity, &all, &n_all) || !db_commit(ctx))
        return false;
    if (wish->dir)
        wish->work.descending = *wish->dir ? !strcmp(wish->dir, "down") : order->newest_first;
    const char **names = ARENA_ARRAY(ctx->arena, n_all + MOST_COLUMNS, const char *);
    bool every = wish->columns && !strcmp(wish->columns, "all");
    for (size_t i = 0; i < n_all && (every || !wish->columns); i++)
        if (every || all[i].usual)
            names[n++] = all[i].name;
    for (const char *at = every ? NULL : wish->columns; at && *at && n < MOST_COLUMNS;) {
        size_t length = strcspn(at, ",");
        names[n++] = arena_strndup(ctx->arena, at, length);
        at += length + (at[length] == ',');
    }
    for (size_t i = 0; i < n_all && wish->names; i++)
        printf("%s\t%s\n", all[i].name, all[i].label);
    wish->work.columns = names;
    wish->work.n_columns = n;
    return true;
}

static bool
copy_to_stdout(struct ctx *ctx, const char *path)
{
    char *piece = arena_alloc(ctx->arena, COPY_PIECE);
    FILE *file = fopen(path, "re");
    size_t n;
    bool ok = file;
    while (ok && (n = fread(piece, 1, COPY_PIECE, file)) > 0)
        ok = fwrite(piece, 1, n, stdout) == n;
    if (file)
        fclose(file);
    return (ok && fflush(stdout) == 0) ||
           err_raise(ctx, ERR_UNAVAILABLE, "standard output: %s", strerror(errno));
}

/* The file is written beside its place and moved there when it is complete. */
static bool
write_file(struct ctx *ctx, struct export_wish *wish, struct record_export_totals *totals)
{
    bool stopped, to_stdout = !strcmp(wish->output, "-");
    if (to_stdout && wish->work.form.format == EXPORT_CSV) {
        wish->work.path = "-";
        return record_export_write(ctx, &wish->work, totals, &stopped);
    }
    char *part = to_stdout ? arena_strdup(ctx->arena, "/tmp/leadgen-export-XXXXXX")
                           : arena_printf(ctx->arena, "%s.part-XXXXXX", wish->output);
    int fd = mkstemp(part);
    if (fd < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", part, strerror(errno));
    close(fd);
    wish->work.path = part;
    bool ok =
        record_export_write(ctx, &wish->work, totals, &stopped) &&
        (to_stdout ? copy_to_stdout(ctx, part)
                   : rename(part, wish->output) == 0 ||
                         err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", wish->output, strerror(errno)));
    if (to_stdout || !ok)
        unlink(part);
    return ok;
}

static void
report(struct ctx *ctx, const struct export_wish *wish, const struct record_export_totals *totals)
{
    FILE *out = strcmp(wish->output, "-") ? stdout : stderr;
    if (wish->bar)
        fputs("\r\033[K", stderr);
    if (wish->json) {
        struct jsn *line = jsn_object(ctx->arena);
        jsn_set_int(line, "rows", totals->rows);
        jsn_set_int(line, "columns", (int64_t)wish->work.n_columns);
        jsn_set_int(line, "bytes", totals->bytes);
        jsn_set_int(line, "sheets", totals->sheets);
        jsn_set_int(line, "cut", totals->cut);
        fprintf(out, "%s\n", jsn_write(ctx->arena, line));
        return;
    }
    fprintf(out, "%" PRId64 " rows of %zu columns, %" PRId64 " bytes\n", totals->rows,
            wish->work.n_columns, totals->bytes);
    if (totals->cut)
        fprintf(out, "%" PRId64 " cells were too long for a spreadsheet and end in [cut].\n",
                totals->cut);
}

static bool
run(struct batch *batch, struct export_wish *wish)
{
    struct ctx *ctx = &batch->ctx;
    struct record_export_totals totals;
    read_address(ctx->arena, wish);
    if (!tenant_by_slug(ctx, wish->slug, &wish->tenant_id) || !choose_columns(ctx, wish))
        return false;
    if (wish->names)
        return true;
    wish->work.begin = begin;
    wish->work.step = step;
    wish->work.arg = wish;
    wish->bar = !wish->json && isatty(STDERR_FILENO);
    if (!write_file(ctx, wish, &totals) || !begin(ctx, wish) ||
        !record_export_audit(ctx, &wish->work, totals.rows) || !db_commit(ctx))
        return false;
    report(ctx, wish, &totals);
    return true;
}

static bool
read_entity(const char *text, enum record_entity *entity)
{
    *entity = !strcmp(text, "company") ? RECORD_COMPANY : RECORD_CONTACT;
    return *entity == RECORD_COMPANY || !strcmp(text, "contact");
}

static bool
read_format(const char *text, enum record_export_format *format)
{
    *format = !strcmp(text, "xlsx") ? EXPORT_XLSX : EXPORT_CSV;
    return *format == EXPORT_XLSX || !strcmp(text, "csv");
}

static bool
read_wish(int argc, char **argv, struct export_wish *wish)
{
    static const struct option options[] = {
        {"tenant",       required_argument, NULL, 't'},
        {"entity",       required_argument, NULL, 'e'},
        {"filter",       required_argument, NULL, 'f'},
        {"columns",      required_argument, NULL, 'c'},
        {"format",       required_argument, NULL, 'm'},
        {"sort",         required_argument, NULL, 's'},
        {"descending",   no_argument,       NULL, 'd'},
        {"bom",          no_argument,       NULL, 'b'},
        {"raw",          no_argument,       NULL, 'r'},
        {"output",       required_argument, NULL, 'o'},
        {"list-columns", no_argument,       NULL, 'l'},
        {"json",         no_argument,       NULL, 'j'},
        {NULL,           0,                 NULL, 0  },
    };
    struct record_export_work *work = &wish->work;
    int option;
    bool entity = false, ok = true;
    while (ok && (option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case 't':
            wish->slug = optarg;
            break;
        case 'e':
            ok = entity = read_entity(optarg, &work->entity);
            break;
        case 'f':
            work->filter = optarg;
            break;
        case 'c':
            wish->columns = optarg;
            break;
        case 'm':
            ok = read_format(optarg, &work->form.format);
            break;
        case 's':
            work->order = optarg;
            break;
        case 'd':
            work->descending = true;
            break;
        case 'b':
            work->form.bom = true;
            break;
        case 'r':
            work->form.unguarded = true;
            break;
        case 'o':
            wish->output = optarg;
            break;
        case 'l':
            wish->names = true;
            break;
        case 'j':
            wish->json = true;
            break;
        default:
            ok = false;
        }
    }
    return ok && entity && wish->slug && optind == argc;
}

int
export_command(int argc, char **argv)
{
    static const char usage[] =
        "usage: leadgen-batch export --tenant SLUG --entity company|contact [--filter "
        "TEXT|ADDRESS]\n"
        "       [--columns NAME,...|all] [--sort NAME] [--descending] [--format csv|xlsx] [--bom] "
        "[--raw]\n       [--output FILE|-] [--list-columns] [--json]\n";
    struct export_wish wish = {
        .output = "-", .work = {.filter = "", .order = ""}
    };
    struct batch batch;
    if (!read_wish(argc, argv, &wish)) {
        fputs(usage, stderr);
        return EX_USAGE;
    }
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") || !run(&batch, &wish))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}
