/* Pages, totals and ids by SQL. See query_sql.h. A page is read in two parts, records with a key and
 * those without: each part has an order that an index can give, and the second is read only when the
 * first does not fill the page. */
#include "domain/query/query_sql.h"

#include <stdlib.h>
#include <string.h>

#include "domain/order/order_sql.h"
#include "domain/query/query_cursor.h"
#include "domain/query/query_where.h"
#include "statements.h"

/* What is read: a list from a place on, forward or back. */
struct reading {
    struct query_sql sql;
    const struct record_query *query;
    struct order_sql key;
    const char *id, *from, *where;
    bool descending; /* the way of reading: the order's, turned when reading back */
    const struct query_cursor *cursor;
};

/* `ids`: what matches, or NULL for the filter. */
static bool
reading_begin(struct ctx *ctx, const struct record_query *query, const int64_t *ids, size_t n,
              struct reading *out)
{
    struct query_where where;
    *out = (struct reading){.query = query};
    out->sql.arena = ctx->arena;
    out->key = order_sql_of(&out->sql, query->order);
    out->id = query_where_id(query->filter.entity);
    out->from =
        arena_printf(ctx->arena, "%s%s", query_where_from(query->filter.entity), out->key.join);
    out->descending = query->descending;
    if (ids) {
        out->where = arena_printf(ctx->arena, " AND %s = ANY ($%d::bigint[])", out->id,
                                  query_where_bind(&out->sql, DB_I64S(ids, n)));
        return true;
    }
    if (!query_where_of(ctx, &out->sql, &query->filter, &where))
        return false;
    out->where = query_where_all(ctx->arena, &where);
    return true;
}

/* " AND (key, id) > ($1, $2)": what lies beyond the cursor's row. */
static void
add_beyond(struct reading *reading, bool keyed, struct buf *out)
{
    const struct query_cursor *cursor = reading->cursor;
    const char *op = reading->descending ? "<" : ">";
    int id = query_where_bind(&reading->sql, DB_I64(cursor->id));
    if (!keyed) {
        buf_printf(out, " AND %s %s $%d::bigint", reading->id, op, id);
        return;
    }
    buf_printf(out, " AND (%s, %s) %s (", reading->key.value, reading->id, op);
    enum record_order_kind kind = reading->query->order->kind;
    if (kind == RECORD_ORDER_CODE)
        buf_printf(out, "$%d::bigint", query_where_bind(&reading->sql, DB_I64(cursor->number)));
    else if (kind == RECORD_ORDER_TIME)
        buf_printf(out, "timestamptz 'epoch' + $%d::bigint * interval '1 microsecond'",
                   query_where_bind(&reading->sql, DB_I64(cursor->number)));
    else if (kind == RECORD_ORDER_NUMBER)
        buf_printf(out, "$%d::numeric", query_where_bind(&reading->sql, DB_STR(cursor->key)));
    else
        buf_printf(out, "$%d::text", query_where_bind(&reading->sql, DB_STR(cursor->key)));
    buf_printf(out, ", $%d::bigint)", id);
}

/* A row of a page: its id and its key as a cursor holds it. */
struct row {
    int64_t id;
    const char *key;
};

/* Reads one of the two parts behind the n rows that are there. */
static bool
read_part(struct ctx *ctx, struct reading *reading, bool keyed, bool beyond, struct row *rows,
          size_t *n)
{
    struct db_table table;
    struct buf buf;
    const struct order_sql *key = &reading->key;
    const char *way = reading->descending ? "DESC" : "ASC";
    const char *only = keyed ? key->present : key->absent;
    size_t most = reading->query->limit + 1 - *n, n_args = reading->sql.n_args;
    buf_init(&buf, ctx->arena, QUERY_SQL_MOST);
    buf_printf(&buf, "SELECT %s, %s%s%s%s%s", reading->id, keyed ? key->text : "''", reading->from,
               query_where_live(), reading->where, only ? only : "");
    if (beyond)
        add_beyond(reading, keyed && key->value, &buf);
    buf_text(&buf, " ORDER BY ");
    if (keyed && key->value)
        buf_printf(&buf, "%s %s, ", key->value, way);
    buf_printf(&buf, "%s %s LIMIT $%d::bigint", reading->id, way,
               query_where_bind(&reading->sql, DB_I64((int64_t)most)));
    if (!db_table_composed(ctx, buf.data, reading->sql.args, reading->sql.n_args, &table))
        return false;
    reading->sql.n_args = n_args;
    for (size_t i = 0; i < table.n_rows; i++)
        rows[(*n)++] =
            (struct row){strtoll(db_cell(&table, i, 0), NULL, 10), db_cell(&table, i, 1)};
    return true;
}

/* The part in which the cursor stands and, while rows are wanted, the one behind it. */
static bool
read_parts(struct ctx *ctx, struct reading *reading, bool back, struct row *rows, size_t *n)
{
    const struct query_cursor *cursor = reading->cursor;
    if (!reading->key.present) /* every record has a key, or none */
        return read_part(ctx, reading, true, cursor != NULL, rows, n);
    bool keyed = cursor ? *cursor->key : !back;
    if (!read_part(ctx, reading, keyed, cursor != NULL, rows, n))
        return false;
    return keyed == back || *n > reading->query->limit ||
           read_part(ctx, reading, !keyed, false, rows, n);
}

static void
take_rows(struct ctx *ctx, const struct record_query *query, const struct row *rows, size_t n_rows,
          struct record_found *out)
{
    bool back = *query->before, further = back || *query->after;
    bool more = n_rows > query->limit;
    size_t n = more ? query->limit : n_rows;
    out->ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    out->n = n;
    for (size_t i = 0; i < n; i++)
        out->ids[back ? n - 1 - i : i] = rows[i].id;
    if (!n)
        return;
    const struct row *first = &rows[back ? n - 1 : 0], *last = &rows[back ? 0 : n - 1];
    if (back ? more : further)
        out->previous = query_cursor_write(ctx->arena, first->id, first->key);
    if (back || more)
        out->next = query_cursor_write(ctx->arena, last->id, last->key);
}

bool
query_sql_rows(struct ctx *ctx, const struct record_query *query, struct record_found *out)
{
    return query_sql_rows_among(ctx, query, NULL, 0, out);
}

bool
query_sql_rows_among(struct ctx *ctx, const struct record_query *query, const int64_t *ids,
                     size_t n_ids, struct record_found *out)
{
    struct query_cursor cursor;
    struct reading reading;
    bool back = *query->before, further = back || *query->after;
    *out = (struct record_found){0};
    if (further && !query_cursor_read(ctx, back ? "before" : "after",
                                      back ? query->before : query->after, query->order, &cursor))
        return false;
    if (!reading_begin(ctx, query, ids, n_ids, &reading))
        return false;
    reading.descending = query->descending != back;
    reading.cursor = further ? &cursor : NULL;
    struct row *rows = ARENA_ARRAY(ctx->arena, query->limit + 1, struct row);
    size_t n = 0;
    if (!read_parts(ctx, &reading, back, rows, &n))
        return false;
    take_rows(ctx, query, rows, n, out);
    return true;
}

bool
query_sql_page(struct ctx *ctx, const struct record_query *query, struct record_found *out)
{
    if (!query_sql_rows(ctx, query, out))
        return false;
    if (!out->next && !out->previous && out->n) {
        out->total = (int64_t)out->n;
        return true;
    }
    return query_sql_count(ctx, &query->filter, &out->total);
}

bool
query_sql_count(struct ctx *ctx, const struct record_filter *filter, int64_t *total)
{
    struct query_sql sql = {.arena = ctx->arena};
    struct query_where where;
    struct db_table table;
    if (!query_where_of(ctx, &sql, filter, &where))
        return false;
    const char *text =
        arena_printf(ctx->arena, "SELECT count(*)%s%s%s", query_where_from(filter->entity),
                     query_where_live(), query_where_all(ctx->arena, &where));
    if (!db_table_composed(ctx, text, sql.args, sql.n_args, &table))
        return false;
    *total = strtoll(db_cell(&table, 0, 0), NULL, 10);
    return true;
}

/* "{4,8,15}" as numbers: one cell of text takes far less room than as many rows. */
static bool
read_ids(struct ctx *ctx, const char *text, const struct query_sql *sql, int64_t **ids, size_t *n)
{
    struct db_table table;
    *n = 0;
    if (!db_table_composed(ctx, text, sql->args, sql->n_args, &table))
        return false;
    const char *at = db_cell(&table, 0, 1);
    *ids = ARENA_ARRAY(ctx->arena, (size_t)strtoll(db_cell(&table, 0, 0), NULL, 10) + 1, int64_t);
    while (at && (*at == '{' || *at == ',')) {
        char *end;
        (*ids)[(*n)++] = strtoll(at + 1, &end, 10);
        at = end;
    }
    return true;
}

bool
query_sql_ids(struct ctx *ctx, const struct record_filter *filter, int64_t **ids, size_t *n)
{
    struct query_sql sql = {.arena = ctx->arena};
    struct query_where where;
    if (!query_where_of(ctx, &sql, filter, &where))
        return false;
    const char *id = query_where_id(filter->entity);
    const char *text = arena_printf(ctx->arena, "SELECT count(*), array_agg(%s ORDER BY %s)%s%s%s",
                                    id, id, query_where_from(filter->entity), query_where_live(),
                                    query_where_all(ctx->arena, &where));
    return read_ids(ctx, text, &sql, ids, n);
}

bool
query_sql_ordered(struct ctx *ctx, const struct record_query *query, int64_t **ids, size_t *n)
{
    return query_sql_ordered_among(ctx, query, NULL, 0, ids, n);
}

bool
query_sql_ordered_among(struct ctx *ctx, const struct record_query *query, const int64_t *among,
                        size_t n_among, int64_t **ids, size_t *n)
{
    struct reading reading;
    if (!reading_begin(ctx, query, among, n_among, &reading))
        return false;
    const struct order_sql *key = &reading.key;
    const char *way = query->descending ? "DESC" : "ASC", *by = "";
    if (key->sorted)
        by = arena_printf(ctx->arena, "%s %s NULLS LAST, ", key->sorted, way);
    const char *text = arena_printf(
        ctx->arena, "SELECT count(*), array_agg(%s ORDER BY %s%s %s)%s%s%s", reading.id, by,
        reading.id, way, reading.from, query_where_live(), reading.where);
    return read_ids(ctx, text, &reading.sql, ids, n);
}

bool
query_sql_added(struct ctx *ctx, enum record_entity entity, const int64_t *from_us, size_t n,
                int64_t *counts)
{
    struct added {
        int64_t place, n;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct added, place), FIELD_I64(struct added, n),
                                       FIELD_END};
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_RECORD_QUERY_ADDED, DB_ARGS(DB_I64(entity), DB_I64S(from_us, n)), map,
                &rows, &n_rows))
        return false;
    for (size_t i = 0; i < n_rows; i++)
        if (rows[i].place >= 1 && rows[i].place <= (int64_t)n)
            counts[rows[i].place - 1] = rows[i].n;
    return true;
}
