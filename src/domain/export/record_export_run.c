/* The loop over batches. See record_export_run.h. */
#include "domain/export/record_export_run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "domain/account/audit.h"
#include "domain/export/record_export_source.h"
#include "domain/export/record_export_words.h"
#include "domain/query/record_query.h"
#include "statements.h"

enum { BATCH = 10000, PUMP_ROWS = 200 };

/* What lives as long as the export. */
struct run {
    struct arena *arena, *row;
    const struct record_export_work *work;
    struct record_export_column *columns;
    size_t n_columns;
    const struct record_export_words *words;
    struct record_export_source *source;
    struct record_export_file *file;
    struct span *values;
    int64_t *ids;
    size_t n;
};

static bool
read_picked(struct ctx *ctx, struct run *run)
{
    struct db_table table;
    if (!db_table(ctx, &SQL_RECORD_EXPORT_PICKED, DB_ARGS(DB_I64(run->work->picked)), &table))
        return false;
    run->ids = ARENA_ARRAY(run->arena, table.n_rows + 1, int64_t);
    for (size_t i = 0; i < table.n_rows; i++)
        run->ids[run->n++] = strtoll(db_cell(&table, i, 0), NULL, 10);
    return true;
}

/* The ids that match, in the list's order while that is cheap. */
static bool
read_ids(struct ctx *ctx, struct run *run)
{
    struct record_query query = {.descending = run->work->descending};
    size_t n_orders;
    if (run->work->picked)
        return read_picked(ctx, run);
    if (!record_filter_read_text(ctx, run->work->entity, run->work->filter, &query.filter))
        return false;
    if (!record_order_read(ctx, run->work->entity, run->work->order, &query.order))
        return false;
    if (!query.order)
        query.order = record_orders(run->work->entity, &n_orders);
    if (!record_query_ids(ctx, &query.filter, &run->ids, &run->n))
        return false;
    return run->n > RECORD_EXPORT_ORDERED || record_query_ordered(ctx, &query, &run->ids, &run->n);
}

/* The first transaction: which columns, which records; all of it in the run's arena. */
static bool
prepare(struct ctx *ctx, struct run *run)
{
    const struct record_export_work *work = run->work;
    const char *zone;
    if (!record_export_columns_named(ctx, work->entity, work->columns, work->n_columns,
                                     &run->columns, &run->n_columns) ||
        !record_export_words_read(ctx, run->arena, &run->words) ||
        !db_str(ctx, &SQL_RECORD_EXPORT_ZONE, DB_NO_ARGS, &zone) || !read_ids(ctx, run))
        return false;
    run->values = ARENA_ARRAY(run->arena, run->n_columns, struct span);
    run->source = record_export_source(run->arena, work->entity, run->columns, run->n_columns,
                                       arena_strdup(run->arena, zone));
    return record_export_file_begin(ctx, run->arena, work->path, &work->form,
                                    work->entity == RECORD_COMPANY ? "Companies" : "Contacts",
                                    run->columns, run->n_columns, &run->file);
}

static size_t
batch_size(const struct run *run, size_t from)
{
    return run->n - from < BATCH ? run->n - from : BATCH;
}

/* Writes the batch that the source holds. */
static bool
write_batch(struct ctx *ctx, struct run *run, size_t n)
{
    arena_reset(run->row);
    for (size_t i = 0; i < n; i++) {
        if (!record_export_values(run->source, i, run->values))
            continue; /* deleted since */
        if (i % PUMP_ROWS == 0 && !db_pump(ctx))
            return false;
        record_export_words(run->words, run->row, run->columns, run->n_columns, run->values);
        if (!record_export_file_row(ctx, run->file, run->values))
            return false;
    }
    return true;
}

/* Writes the batch before `from` while the server reads the one that begins there. */
static bool
turn(struct ctx *ctx, struct run *run, size_t from)
{
    const struct record_export_work *work = run->work;
    size_t n = batch_size(run, from), before = from < BATCH ? from : BATCH;
    return work->begin(ctx, work->arg) &&
           record_export_send(ctx, run->source, run->ids + from, n) &&
           write_batch(ctx, run, before) && record_export_receive(ctx, run->source) &&
           record_export_turn(ctx, run->source) && db_commit(ctx);
}

static bool
loop(struct ctx *ctx, struct run *run, bool *stopped)
{
    const struct record_export_work *work = run->work;
    struct arena *unit = arena_new(), *outer = ctx->arena;
    bool ok = true;
    arena_defer(run->arena, (void (*)(void *))arena_free, unit);
    ctx->arena = unit;
    for (size_t from = 0; ok && !*stopped && from < run->n; from += BATCH) {
        arena_reset(unit);
        ok = turn(ctx, run, from) &&
             work->step(ctx, work->arg, (int64_t)from, (int64_t)run->n, stopped);
    }
    size_t last = run->n % BATCH ? run->n % BATCH : BATCH;
    ok = ok && (*stopped || !run->n || write_batch(ctx, run, last));
    ctx->arena = outer;
    return ok;
}

bool
record_export_write(struct ctx *ctx, const struct record_export_work *work,
                    struct record_export_totals *totals, bool *stopped)
{
    struct arena *arena = arena_new(), *outer = ctx->arena;
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.arena = arena, .row = arena_new(), .work = work};
    arena_defer(arena, (void (*)(void *))arena_free, run->row);
    *stopped = false;
    ctx->arena = arena;
    bool ok = work->begin(ctx, work->arg) && prepare(ctx, run) && db_commit(ctx);
    ctx->arena = outer;
    ok = ok && loop(ctx, run, stopped) &&
         (*stopped || record_export_file_end(ctx, run->file, totals));
    if (!ok)
        db_rollback(ctx);
    arena_free(arena);
    return ok;
}

bool
record_export_audit(struct ctx *ctx, const struct record_export_work *work, int64_t rows)
{
    struct jsn *detail = jsn_object(ctx->arena);
    jsn_set_text(detail, "format", work->form.format == EXPORT_CSV ? "CSV" : "XLSX");
    jsn_set_text(detail, "filter",
                 work->picked    ? "selected records"
                 : *work->filter ? work->filter
                                 : "none");
    jsn_set_int(detail, "columns", (int64_t)work->n_columns);
    const char *what = work->entity == RECORD_COMPANY ? (rows == 1 ? "company" : "companies")
                                                      : (rows == 1 ? "contact" : "contacts");
    return audit_add(ctx, "export", arena_printf(ctx->arena, "%" PRId64 " %s", rows, what),
                     jsn_write(ctx->arena, detail));
}
