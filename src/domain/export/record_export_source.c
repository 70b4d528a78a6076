/* Records by id in columns chosen at run time. See record_export_source.h. */
#include "domain/export/record_export_source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"

enum {
    SQL_CAP = 64 * 1024,
    MOST_ARGS = 600,                /* keys of custom fields, and four */
    DENSE = 4,                      /* a range is read whole when at least every fourth is wanted */
    MEMORY_BYTES = 24 * 1024 * 1024 /* of companies remembered */
};

/* One statement about one entity. */
struct reader {
    struct sql by_ids, by_range;
    const struct record_export_column **columns;
    size_t n_columns;
    struct db_arg *args; /* [0] the ids, or [0] and [1] the range; then the same for both */
    size_t n_more;
    bool needs_company;
};

/* Records received together. */
struct batch {
    struct arena *arena;
    const int64_t *ids;
    size_t n;
    int64_t *sorted; /* the ids, ascending */
    size_t *row_of;  /* by place in sorted: row of the table + 1, or 0 */
    struct db_table table;
};

/* A company remembered. There may be hundreds of thousands: behind its head stand the ends of its
 * values, by place in its reader's columns, and their text, each with a NUL behind. */
struct company {
    int64_t company_id;
    struct company *next;
    uint32_t ends[];
};
enum { BUCKETS = 1 << 16 };

struct record_export_source {
    enum record_entity entity;
    size_t n_columns;
    bool *is_company; /* by column */
    size_t *place;    /* by column: in its reader's columns */
    struct reader own, company;
    struct batch batches[2];
    struct batch *coming, *here;
    struct arena *memory;
    struct company **buckets;
    const struct sql *sent;
};

/* Adds what the column holds to a list of expressions, with its parameter. */
static void
add_expression(struct buf *buf, const struct record_export_column *column, struct reader *reader,
               size_t first, size_t zone)
{
    switch (column->kind) {
    case EXPORT_CLASS:
    case EXPORT_LEVEL:
        /* arrays count from 1 */
        buf_printf(buf, ", codes[%d]", column->place + 1);
        break;
    case EXPORT_TIME:
        buf_printf(buf, ", %s AT TIME ZONE $%zu", column->column, zone);
        break;
    case EXPORT_CUSTOM:
        reader->args[2 + reader->n_more] = DB_STR(column->custom_key);
        buf_printf(buf, ", custom ->> $%zu::text", first + reader->n_more++);
        break;
    case EXPORT_TEXT:
    case EXPORT_COUNTRY:
    case EXPORT_CHOICE:
    case EXPORT_OWNER:
    case EXPORT_TAGS:
    case EXPORT_LISTS:
        buf_printf(buf, ", %s", column->column);
        break;
    }
}

/* The statement; `own` parameters say which records, those behind them are the same for each batch.
 * Left to itself, the planner may read all records of the workspace for each batch, above all where it
 * has no statistics yet. So ids are looked up one by one, and what is deleted goes only then: the
 * indexes by name and date hold what is not deleted, and a query that does not ask for that has but the
 * primary key to go by. OFFSET 0 keeps it so. */
static struct sql
compose(struct arena *arena, struct reader *reader, enum record_entity entity, size_t own,
        const char *zone)
{
    struct buf buf;
    const char *name = record_entity_name(entity);
    buf_init(&buf, arena, SQL_CAP);
    reader->n_more = 0;
    reader->args[2 + reader->n_more++] = DB_STR(zone);
    buf_text(&buf, own == 1 ? "SELECT x.* FROM unnest($1::bigint[]) AS wanted (id), LATERAL ("
                            : "SELECT x.* FROM (");
    buf_printf(&buf, "SELECT %s_id%s", name, reader->needs_company ? ", company_id" : "");
    for (size_t i = 0; i < reader->n_columns; i++)
        add_expression(&buf, reader->columns[i], reader, own + 1, own + 1);
    buf_printf(&buf, ", deleted_at FROM %s WHERE %s_id %s", name, name,
               own == 1 ? "= wanted.id" : "BETWEEN $1::bigint AND $2::bigint");
    /* the zone is a parameter even where no column needs it */
    buf_printf(&buf, " AND $%zu::text IS NOT NULL OFFSET 0) AS x WHERE x.deleted_at IS NULL",
               own + 1);
    return (struct sql){"record_export", false, buf.data};
}

static void
make_reader(struct arena *arena, struct reader *reader, enum record_entity entity, const char *zone)
{
    reader->args = ARENA_ARRAY(arena, 2 + MOST_ARGS, struct db_arg);
    reader->by_ids = compose(arena, reader, entity, 1, zone);
    reader->by_range = compose(arena, reader, entity, 2, zone);
}

struct record_export_source *
record_export_source(struct arena *arena, enum record_entity entity,
                     const struct record_export_column *columns, size_t n_columns, const char *zone)
{
    struct record_export_source *source = ARENA_NEW(arena, struct record_export_source);
    source->entity = entity;
    source->n_columns = n_columns;
    source->is_company = ARENA_ARRAY(arena, n_columns, bool);
    source->place = ARENA_ARRAY(arena, n_columns, size_t);
    source->own.columns = ARENA_ARRAY(arena, n_columns, const struct record_export_column *);
    source->company.columns = ARENA_ARRAY(arena, n_columns, const struct record_export_column *);
    for (size_t i = 0; i < n_columns; i++) {
        source->is_company[i] = columns[i].of != entity;
        struct reader *reader = source->is_company[i] ? &source->company : &source->own;
        source->place[i] = reader->n_columns;
        reader->columns[reader->n_columns++] = &columns[i];
    }
    source->own.needs_company = source->company.n_columns;
    make_reader(arena, &source->own, entity, zone);
    make_reader(arena, &source->company, RECORD_COMPANY, zone);
    source->coming = &source->batches[0];
    source->here = &source->batches[1];
    struct arena **const owned[] = {&source->coming->arena, &source->here->arena, &source->memory};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) {
        *owned[i] = arena_new();
        arena_defer(arena, (void (*)(void *))arena_free, *owned[i]);
    }
    return source;
}

static int
compare_ids(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return left < right ? -1 : left > right;
}

/* Sends the statement that suits the ids, ascending. */
static bool
send(struct ctx *ctx, struct record_export_source *source, struct reader *reader,
     const int64_t *ids, size_t n)
{
    bool dense = n && (uint64_t)(ids[n - 1] - ids[0]) < (uint64_t)n * DENSE;
    struct db_arg *args = reader->args;
    source->sent = dense ? &reader->by_range : &reader->by_ids;
    if (dense) {
        args[0] = DB_I64(ids[0]);
        args[1] = DB_I64(ids[n - 1]);
    } else {
        args[1] = DB_I64S(ids, n);
        args++;
    }
    return db_send(ctx, source->sent, args, reader->n_more + (dense ? 2 : 1));
}

bool
record_export_send(struct ctx *ctx, struct record_export_source *source, const int64_t *ids,
                   size_t n)
{
    struct batch *batch = source->coming;
    struct arena *unit = ctx->arena;
    arena_reset(batch->arena);
    batch->ids = ids;
    batch->n = n;
    batch->sorted = ARENA_ARRAY(batch->arena, n + 1, int64_t);
    memcpy(batch->sorted, ids, n * sizeof *ids);
    bool sorted = true;
    for (size_t i = 1; i < n && sorted; i++)
        sorted = ids[i - 1] < ids[i];
    if (!sorted)
        qsort(batch->sorted, n, sizeof *ids, compare_ids);
    ctx->arena = batch->arena;
    bool ok = send(ctx, source, &source->own, batch->sorted, n);
    ctx->arena = unit;
    return ok;
}

/* Place of an id in the batch; n when it is none of it. `guess` is where it is looked for first. */
static size_t
place_of(const struct batch *batch, int64_t id, size_t guess)
{
    size_t low = 0, high = batch->n;
    if (guess < batch->n && batch->sorted[guess] == id)
        return guess;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (batch->sorted[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < batch->n && batch->sorted[low] == id ? low : batch->n;
}

static int64_t
id_at(const struct db_table *table, size_t row, size_t column)
{
    const char *text = db_cell(table, row, column);
    return text ? strtoll(text, NULL, 10) : 0;
}

static void
index_rows(struct batch *batch)
{
    size_t guess = 0;
    batch->row_of = ARENA_ARRAY(batch->arena, batch->n + 1, size_t);
    for (size_t row = 0; row < batch->table.n_rows; row++) {
        size_t place = place_of(batch, id_at(&batch->table, row, 0), guess);
        batch->row_of[place] = row + 1; /* one that was not asked for lands behind the last */
        guess = place + 1;
    }
}

static struct company **
bucket_of(const struct record_export_source *source, int64_t id)
{
    return &source->buckets[(uint64_t)id * UINT64_C(0x9E3779B97F4A7C15) >> 48];
}

static const struct company *
remembered(const struct record_export_source *source, int64_t id)
{
    const struct company *company = *bucket_of(source, id);
    while (company && company->company_id != id)
        company = company->next;
    return company;
}

/* Keeps what row `row` of the table holds; without a table, that the company has no values. */
static void
remember(struct record_export_source *source, int64_t id, const struct db_table *table, size_t row)
{
    size_t n = source->company.n_columns, length = 0;
    for (size_t i = 0; i < n; i++)
        length += (table ? db_cell_length(table, row, i + 1) : 0) + 1;
    struct company *company =
        arena_alloc(source->memory, sizeof *company + n * sizeof *company->ends + length);
    struct company **bucket = bucket_of(source, id);
    char *text = (char *)(company->ends + n);
    uint32_t end = 0;
    for (size_t i = 0; i < n; i++) {
        const char *value = table ? db_cell(table, row, i + 1) : NULL;
        size_t size = value ? db_cell_length(table, row, i + 1) : 0;
        if (value)
            memcpy(text + end, value, size);
        end += (uint32_t)size + 1;
        company->ends[i] = end;
    }
    company->company_id = id;
    company->next = *bucket;
    *bucket = company;
}

static struct span
company_value(const struct record_export_source *source, const struct company *company,
              size_t place)
{
    const char *text = (const char *)(company->ends + source->company.n_columns);
    uint32_t from = place ? company->ends[place - 1] : 0;
    return (struct span){text + from, company->ends[place] - from - 1};
}

static void
forget_companies(struct record_export_source *source)
{
    if (source->buckets && arena_used(source->memory) < MEMORY_BYTES)
        return;
    arena_reset(source->memory);
    source->buckets = ARENA_ARRAY(source->memory, BUCKETS, struct company *);
}

/* The companies of the batch that are not remembered, ascending, each once. */
static size_t
unknown_companies(const struct record_export_source *source, const struct batch *batch,
                  int64_t *ids)
{
    size_t n = 0, kept = 0;
    for (size_t row = 0; row < batch->table.n_rows; row++) {
        int64_t id = id_at(&batch->table, row, 1);
        if (id && !remembered(source, id))
            ids[n++] = id;
    }
    qsort(ids, n, sizeof *ids, compare_ids);
    for (size_t i = 0; i < n; i++)
        if (!i || ids[i] != ids[i - 1])
            ids[kept++] = ids[i];
    return kept;
}

/* A deleted company stays remembered as one without values. */
static bool
read_companies(struct ctx *ctx, struct record_export_source *source, struct batch *batch)
{
    struct db_table table;
    forget_companies(source);
    int64_t *ids = ARENA_ARRAY(batch->arena, batch->table.n_rows + 1, int64_t);
    size_t n = unknown_companies(source, batch, ids);
    if (!n)
        return true;
    if (!send(ctx, source, &source->company, ids, n) ||
        !db_receive_table(ctx, source->sent, &table))
        return false;
    /* a range read whole brings some that are known, or nobody asked for */
    for (size_t row = 0; row < table.n_rows; row++)
        if (!remembered(source, id_at(&table, row, 0)))
            remember(source, id_at(&table, row, 0), &table, row);
    for (size_t i = 0; i < n; i++)
        if (!remembered(source, ids[i]))
            remember(source, ids[i], NULL, 0);
    return true;
}

bool
record_export_receive(struct ctx *ctx, struct record_export_source *source)
{
    struct batch *batch = source->coming;
    struct arena *unit = ctx->arena;
    ctx->arena = batch->arena;
    bool ok = db_receive_table(ctx, source->sent, &batch->table);
    if (ok)
        index_rows(batch);
    ctx->arena = unit;
    return ok;
}

bool
record_export_turn(struct ctx *ctx, struct record_export_source *source)
{
    struct batch *batch = source->coming;
    struct arena *unit = ctx->arena;
    source->coming = source->here;
    source->here = batch;
    if (!source->company.n_columns)
        return true;
    ctx->arena = batch->arena;
    bool ok = read_companies(ctx, source, batch);
    ctx->arena = unit;
    return ok;
}

bool
record_export_values(const struct record_export_source *source, size_t i, struct span *values)
{
    const struct batch *batch = source->here;
    const struct company *company = NULL;
    size_t row = batch->row_of[place_of(batch, batch->ids[i], i)];
    if (!row--)
        return false;
    size_t first = source->own.needs_company ? 2 : 1;
    if (source->own.needs_company) {
        int64_t company_id = id_at(&batch->table, row, 1);
        company = company_id ? remembered(source, company_id) : NULL;
    }
    for (size_t column = 0; column < source->n_columns; column++) {
        size_t place = source->place[column];
        values[column] = (struct span){NULL, 0};
        if (source->is_company[column]) {
            if (company)
                values[column] = company_value(source, company, place);
            continue;
        }
        const char *text = db_cell(&batch->table, row, first + place);
        if (text)
            values[column] = (struct span){text, db_cell_length(&batch->table, row, first + place)};
    }
    return true;
}
