/* Counts of facets by SQL. See query_sql.h. One scan marks each record with the clauses it fails: a
 * record that fails none counts everywhere, one that fails a single clause in that clause's own facet
 * only. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/query/query_sql.h"
#include "domain/query/query_where.h"

/* A facet in the making. */
struct facet {
    const struct record_dimension *dimension;
    const struct record_custom *custom;
    const char *only; /* " WHERE …": which of the scanned count */
};

struct facets {
    struct ctx *ctx;
    struct query_sql sql;
    const struct record_filter *filter;
    struct query_where where;
    struct facet *all;
    size_t n;
    struct buf text;
};

static bool
list_facets(struct facets *facets)
{
    struct ctx *ctx = facets->ctx;
    struct record_custom *customs;
    size_t n_dimensions, n_customs;
    const struct record_dimension *dimensions =
        record_dimensions(facets->filter->entity, &n_dimensions);
    if (!record_filter_customs(ctx, facets->filter->entity, &customs, &n_customs))
        return false;
    facets->all = ARENA_ARRAY(ctx->arena, n_dimensions + n_customs, struct facet);
    for (size_t i = 0; i < n_dimensions; i++)
        if (dimensions[i].flags & DIMENSION_FACET)
            facets->all[facets->n++].dimension = &dimensions[i];
    for (size_t i = 0; i < n_customs; i++)
        if (customs[i].dimension.flags & DIMENSION_FACET) {
            facets->all[facets->n].dimension = &customs[i].dimension;
            facets->all[facets->n++].custom = &customs[i];
        }
    return true;
}

/* Which bucket a value lies in, as its lower bound. */
static const char *
bucket_of(struct facets *facets, const struct record_dimension *dimension)
{
    struct arena *arena = facets->ctx->arena;
    size_t n;
    struct buf buf;
    const int64_t *bounds = record_facet_bounds(dimension, &n);
    buf_init(&buf, arena, QUERY_SQL_MOST);
    buf_text(&buf, "CASE");
    for (size_t i = n - 1; i > 0; i--)
        if (dimension->kind == DIMENSION_NUMBER)
            buf_printf(
                &buf, " WHEN %s >= %" PRId64 " THEN %" PRId64,
                query_where_code(arena, facets->filter->entity, dimension->of, dimension->place),
                bounds[i], bounds[i]);
        else
            buf_printf(&buf,
                       " WHEN o.%s < (SELECT date_trunc('day', now()) - %" PRId64
                       " * interval '24 hours') THEN %" PRId64,
                       dimension->column, bounds[i] - 1, bounds[i]);
    buf_printf(&buf, " ELSE %" PRId64 " END", bounds[0]);
    return buf.data;
}

/* What is counted, as a column of the scan. */
static const char *
value_of(struct facets *facets, const struct facet *facet)
{
    struct arena *arena = facets->ctx->arena;
    const struct record_dimension *dimension = facet->dimension;
    if (facet->custom)
        return arena_printf(arena, "o.custom ->> $%d::text",
                            query_where_bind(&facets->sql, DB_STR(facet->custom->key)));
    switch (dimension->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
        return query_where_code(arena, facets->filter->entity, dimension->of, dimension->place);
    case DIMENSION_NUMBER:
    case DIMENSION_AGE:
        return bucket_of(facets, dimension);
    case DIMENSION_ID:
        return arena_printf(arena, "coalesce(o.%s, 0)", dimension->column);
    case DIMENSION_IDS:
    case DIMENSION_TEXT:
    case DIMENSION_VALUE:
    case DIMENSION_DAY:
    case DIMENSION_SET:
        break;
    }
    return arena_printf(arena, "o.%s", dimension->column);
}

static struct facet *
facet_of(struct facets *facets, const struct record_clause *clause)
{
    for (size_t i = 0; i < facets->n; i++)
        if (!strcmp(facets->all[i].dimension->name, clause->dimension->name))
            return &facets->all[i];
    return NULL;
}

/* WITH b: one row for each record that counts somewhere; f has a bit for each clause it fails. */
static void
add_scan(struct facets *facets)
{
    struct arena *arena = facets->ctx->arena;
    const struct record_filter *filter = facets->filter;
    struct buf fails, where;
    unsigned bit = 1;
    buf_init(&fails, arena, QUERY_SQL_MOST);
    buf_init(&where, arena, QUERY_SQL_MOST);
    buf_text(&fails, "0");
    buf_text(&where, facets->where.search);
    for (size_t i = 0; i < filter->n_clauses; i++) {
        struct facet *facet = facet_of(facets, &filter->clauses[i]);
        if (!facet) {
            buf_printf(&where, " AND %s", facets->where.clauses[i]);
            continue;
        }
        buf_printf(&fails, " + CASE WHEN %s THEN 0 ELSE %u END", facets->where.clauses[i], bit);
        facet->only = arena_printf(arena, " WHERE f IN (0, %u)", bit);
        bit *= 2;
    }
    buf_printf(&facets->text, "WITH b AS MATERIALIZED (SELECT s.* FROM (SELECT %s AS f",
               fails.data);
    for (size_t i = 0; i < facets->n; i++) {
        buf_printf(&facets->text, ", %s AS v%zu", value_of(facets, &facets->all[i]), i);
        if (facets->all[i].dimension->kind == DIMENSION_TEXT)
            buf_text(&facets->text, ", o.job_title");
        if (!facets->all[i].only)
            facets->all[i].only = " WHERE f = 0";
    }
    buf_printf(&facets->text, "%s%s%s) AS s WHERE f & (f - 1) = 0)",
               query_where_from(filter->entity), query_where_live(), where.data);
}

/* The rows of one facet: its number, code, text and count. */
static void
add_counts(struct facets *facets, size_t i)
{
    struct buf *text = &facets->text;
    const char *only = facets->all[i].only;
    switch (facets->all[i].dimension->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
    case DIMENSION_NUMBER:
    case DIMENSION_AGE:
    case DIMENSION_ID:
        buf_printf(text, " UNION ALL SELECT %zu, v%zu, NULL, count(*) FROM b%s GROUP BY v%zu", i, i,
                   only, i);
        break;
    case DIMENSION_IDS:
        buf_printf(text,
                   " UNION ALL SELECT %zu, u, NULL, count(*) FROM b, unnest(CASE WHEN "
                   "cardinality(v%zu) > 0 THEN v%zu ELSE '{0}' END) AS u%s GROUP BY u",
                   i, i, i, only);
        break;
    case DIMENSION_VALUE:
        buf_printf(text, " UNION ALL SELECT %zu, 0, v%zu, count(*) FROM b%s GROUP BY v%zu", i, i,
                   only, i);
        break;
    case DIMENSION_TEXT:
        buf_printf(text,
                   " UNION ALL SELECT %zu, 0, job_title, count(*) FROM b JOIN (SELECT v%zu AS key "
                   "FROM b%s AND v%zu > '' GROUP BY v%zu ORDER BY count(*) DESC, v%zu COLLATE "
                   "\"C\" LIMIT %d) AS t ON key = v%zu%s GROUP BY job_title",
                   i, i, only, i, i, i, RECORD_FACET_MOST, i, only);
        break;
    case DIMENSION_DAY:
    case DIMENSION_SET:
        break;
    }
}

static int
largest_first(const void *a, const void *b)
{
    const struct record_count *x = a, *y = b;
    int order = (x->count < y->count) - (x->count > y->count);
    return order ? order : (x->code > y->code) - (x->code < y->code);
}

/* What the scan found of one facet. */
struct row {
    int64_t code, count;
    const char *text, *folded; /* NULL reads as "" */
};

static size_t
take_rows(struct arena *arena, const struct db_table *table, size_t at, struct row **out)
{
    size_t n = 0;
    *out = ARENA_ARRAY(arena, table->n_rows + 1, struct row);
    for (size_t i = 0; i < table->n_rows; i++) {
        if (strtoll(db_cell(table, i, 0), NULL, 10) != (int64_t)at)
            continue;
        const char *text = db_cell(table, i, 2);
        (*out)[n].code = strtoll(db_cell(table, i, 1), NULL, 10);
        (*out)[n].count = strtoll(db_cell(table, i, 3), NULL, 10);
        (*out)[n++].text = text ? text : "";
    }
    return n;
}

/* All entries of a closed list, or all buckets, also those that no record has. */
static void
fill_closed(struct arena *arena, const struct row *rows, size_t n_rows, struct record_facet *facet)
{
    const struct record_dimension *dimension = facet->dimension;
    bool code = dimension->kind == DIMENSION_CODE;
    size_t n = code ? dimension->choices->n + 1 : 0;
    const int64_t *bounds = code ? NULL : record_facet_bounds(dimension, &n);
    facet->n = n;
    facet->counts = ARENA_ARRAY(arena, n, struct record_count);
    for (size_t i = 0; i < n; i++) {
        struct record_count *count = &facet->counts[i];
        count->code = bounds ? bounds[i] : i + 1 < n ? dimension->choices->of[i].code : 0;
        for (size_t k = 0; k < n_rows; k++)
            if (rows[k].code == count->code)
                count->count = rows[k].count;
    }
}

static int
by_folded(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    int order = strcmp(x->folded, y->folded);
    if (!order)
        order = (x->count < y->count) - (x->count > y->count);
    return order ? order : strcmp(x->text, y->text);
}

static int
most_first(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    int order = (x->count < y->count) - (x->count > y->count);
    return order ? order : strcmp(x->folded, y->folded);
}

/* Makes those that fold alike one, shown as most write it, the largest first. */
static size_t
join_spellings(struct arena *arena, struct row *rows, size_t n_rows)
{
    size_t n = 0;
    for (size_t i = 0; i < n_rows; i++)
        rows[i].folded = text_fold(arena, rows[i].text);
    qsort(rows, n_rows, sizeof *rows, by_folded);
    for (size_t i = 0; i < n_rows; i++) {
        if (n && !strcmp(rows[n - 1].folded, rows[i].folded)) {
            rows[n - 1].count += rows[i].count;
            continue;
        }
        rows[n] = rows[i];
        if (!*rows[n].folded)
            rows[n].text = "";
        n++;
    }
    qsort(rows, n, sizeof *rows, most_first);
    return n;
}

static void
fill_open(struct arena *arena, struct row *rows, size_t n, size_t most, struct record_facet *facet)
{
    bool texts =
        facet->dimension->kind == DIMENSION_VALUE || facet->dimension->kind == DIMENSION_TEXT;
    if (texts)
        n = join_spellings(arena, rows, n);
    facet->counts = ARENA_ARRAY(arena, n + 1, struct record_count);
    for (size_t i = 0; i < n; i++)
        facet->counts[i] = (struct record_count){rows[i].code, rows[i].text, rows[i].count};
    if (!texts)
        qsort(facet->counts, n, sizeof *facet->counts, largest_first);
    facet->n = n < most ? n : most;
}

static void
fill_facet(struct arena *arena, const struct db_table *table, size_t at, struct record_facet *out)
{
    struct row *rows;
    size_t n = take_rows(arena, table, at, &rows);
    enum record_dimension_kind kind = out->dimension->kind;
    if (kind == DIMENSION_CODE || kind == DIMENSION_NUMBER || kind == DIMENSION_AGE)
        fill_closed(arena, rows, n, out);
    else
        fill_open(arena, rows, n, RECORD_FACET_MOST, out);
}

bool
query_sql_facets(struct ctx *ctx, const struct record_filter *filter, struct record_facet **out,
                 size_t *n, int64_t *total)
{
    struct facets facets = {.ctx = ctx, .sql = {.arena = ctx->arena}, .filter = filter};
    struct db_table table;
    if (!list_facets(&facets) || !query_where_of(ctx, &facets.sql, filter, &facets.where))
        return false;
    buf_init(&facets.text, ctx->arena, QUERY_SQL_MOST);
    add_scan(&facets);
    buf_text(&facets.text, " SELECT -1, 0, NULL, count(*) FROM b WHERE f = 0");
    for (size_t i = 0; i < facets.n; i++)
        add_counts(&facets, i);
    if (!db_table_composed(ctx, facets.text.data, facets.sql.args, facets.sql.n_args, &table))
        return false;
    *n = facets.n;
    *out = ARENA_ARRAY(ctx->arena, facets.n + 1, struct record_facet);
    for (size_t i = 0; i < facets.n; i++) {
        (*out)[i].dimension = facets.all[i].dimension;
        (*out)[i].custom = facets.all[i].custom;
        fill_facet(ctx->arena, &table, i, &(*out)[i]);
    }
    for (size_t i = 0; i < table.n_rows; i++)
        if (*db_cell(&table, i, 0) == '-')
            *total = strtoll(db_cell(&table, i, 3), NULL, 10);
    return true;
}

bool
query_sql_titles(struct ctx *ctx, const struct record_filter *filter, const char *text,
                 struct record_count **out, size_t *n)
{
    struct query_sql sql = {.arena = ctx->arena};
    struct query_where where;
    struct db_table table;
    struct row *rows;
    const struct record_dimension *title = record_dimension_get(filter->entity, "title");
    struct record_facet facet = {.dimension = title};
    *n = 0;
    if (!title)
        return true;
    if (!query_where_of(ctx, &sql, record_filter_without(ctx->arena, filter, title), &where))
        return false;
    const char *holds = query_where_pattern(ctx->arena, text_fold(ctx->arena, text));
    const char *statement = arena_printf(
        ctx->arena,
        "WITH b AS (SELECT o.title_key, o.job_title%s%s%s AND o.title_key > '' AND o.title_key "
        "LIKE $%d) SELECT 0, 0, job_title, count(*) FROM b WHERE title_key IN (SELECT title_key "
        "FROM b GROUP BY title_key ORDER BY count(*) DESC, title_key COLLATE \"C\" LIMIT %d) GROUP "
        "BY job_title",
        query_where_from(filter->entity), query_where_live(), query_where_all(ctx->arena, &where),
        query_where_bind(&sql, DB_STR(holds)), RECORD_TITLES_MOST);
    if (!db_table_composed(ctx, statement, sql.args, sql.n_args, &table))
        return false;
    size_t n_rows = take_rows(ctx->arena, &table, 0, &rows);
    fill_open(ctx->arena, rows, n_rows, RECORD_TITLES_MOST, &facet);
    *out = facet.counts;
    *n = facet.n;
    return true;
}
