/* Counts of facets by SQL. See query_sql.h. One scan marks each record with the clauses it fails: a
 * record that fails none counts everywhere, one that fails a single clause in that clause's own facet
 * only. What was scanned is grouped by several facets at once, packed into one number, and by company
 * where the facets are the company's; taking the groups apart is our work, since it costs PostgreSQL
 * far more to group once for each facet. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/query/query_sql.h"
#include "domain/query/query_tally.h"
#include "domain/query/query_where.h"

enum { PACK_BITS = 26, GROUP_MOST = 16 };

/* A facet in the making. */
struct facet {
    struct query_tally tally;
    int64_t fails; /* the bit of its own clause, or 0 */
};

/* Facets that are grouped by together; the number of a facet is its place in `all` below. */
struct group {
    size_t of[GROUP_MOST], n;
    unsigned bits;    /* of a pack */
    bool of_company;  /* by the contact's company */
    const char *what; /* column of the scan */
};

struct facets {
    struct ctx *ctx;
    struct query_sql sql;
    const struct record_filter *filter;
    struct query_where where;
    struct facet *all;
    size_t n;
    struct group *groups;
    size_t n_groups;
    struct buf text;
};

static bool
list_facets(struct facets *facets, bool only_customs)
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
        if (dimensions[i].flags & DIMENSION_FACET && !only_customs)
            facets->all[facets->n++].tally.dimension = &dimensions[i];
    for (size_t i = 0; i < n_customs; i++)
        if (customs[i].dimension.flags & DIMENSION_FACET) {
            facets->all[facets->n].tally.dimension = &customs[i].dimension;
            facets->all[facets->n++].tally.custom = &customs[i];
        }
    return true;
}

/* The group that takes one more facet: of the company, or of so many bits; else a new one. */
static struct group *
group_for(struct facets *facets, bool of_company, unsigned bits)
{
    for (size_t i = 0; i < facets->n_groups; i++) {
        struct group *group = &facets->groups[i];
        bool fits =
            of_company ? group->of_company : bits && group->bits && group->bits + bits <= PACK_BITS;
        if (fits && group->n < GROUP_MOST)
            return group;
    }
    struct group *group = &facets->groups[facets->n_groups++];
    group->of_company = of_company;
    return group;
}

static void
group_facets(struct facets *facets)
{
    facets->groups = ARENA_ARRAY(facets->ctx->arena, facets->n, struct group);
    for (size_t i = 0; i < facets->n; i++) {
        const struct record_dimension *dimension = facets->all[i].tally.dimension;
        bool of_company = dimension->of != dimension->list;
        unsigned bits = of_company ? 0 : query_tally_bits(dimension);
        struct group *group = group_for(facets, of_company, bits);
        group->of[group->n++] = i;
        group->bits += bits;
    }
}

/* A code, or the number of the bucket that a value lies in. */
static const char *
number_of(struct facets *facets, const struct record_dimension *dimension)
{
    struct arena *arena = facets->ctx->arena;
    struct buf out;
    size_t n;
    const char *code = dimension->place < 0 ? "" : query_where_code(arena, dimension->place);
    if (dimension->kind == DIMENSION_CODE || dimension->kind == DIMENSION_COUNTRY)
        return arena_printf(arena, "(%s & %u)", code, (1U << query_tally_bits(dimension)) - 1);
    const int64_t *bounds = record_facet_bounds(dimension, &n);
    buf_init(&out, arena, QUERY_SQL_MOST);
    buf_text(&out, "CASE");
    if (dimension->zero)
        buf_printf(&out, " WHEN %s = 0 THEN %zu", code, n);
    for (size_t i = n - 1; i > 0; i--)
        if (dimension->kind == DIMENSION_NUMBER)
            buf_printf(&out, " WHEN %s >= %" PRId64 " THEN %zu", code, bounds[i] + dimension->zero,
                       i);
        else
            buf_printf(&out,
                       " WHEN o.%s < (SELECT date_trunc('day', now()) - %" PRId64
                       " * interval '24 hours') THEN %zu",
                       dimension->column, bounds[i] - 1, i);
    buf_text(&out, " ELSE 0 END");
    return out.data;
}

/* What a group is made by, as a column of the scan. */
static const char *
value_of(struct facets *facets, const struct group *group)
{
    struct arena *arena = facets->ctx->arena;
    const struct query_tally *first = &facets->all[group->of[0]].tally;
    if (group->of_company)
        return "o.company_id";
    if (first->custom)
        return arena_printf(arena, "o.custom ->> $%d::text",
                            query_where_bind(&facets->sql, DB_STR(first->custom->key)));
    if (!group->bits)
        return arena_printf(arena, "o.%s",
                            first->dimension->kind == DIMENSION_TEXT ? "job_title"
                                                                     : first->dimension->column);
    const char *packed = number_of(facets, first->dimension);
    for (size_t i = 1; i < group->n; i++) {
        const struct record_dimension *dimension = facets->all[group->of[i]].tally.dimension;
        packed = arena_printf(arena, "(%s * %u + %s)", packed, 1U << query_tally_bits(dimension),
                              number_of(facets, dimension));
    }
    return packed;
}

static struct facet *
facet_of(struct facets *facets, const struct record_clause *clause)
{
    for (size_t i = 0; i < facets->n; i++)
        if (!strcmp(facets->all[i].tally.dimension->name, clause->dimension->name))
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
    int64_t bit = 1;
    buf_init(&fails, arena, QUERY_SQL_MOST);
    buf_init(&where, arena, QUERY_SQL_MOST);
    buf_text(&where, facets->where.search);
    for (size_t i = 0; i < filter->n_clauses; i++) {
        struct facet *facet = facet_of(facets, &filter->clauses[i]);
        if (!facet) {
            buf_printf(&where, " AND %s", facets->where.clauses[i]);
            continue;
        }
        buf_printf(&fails, " + CASE WHEN %s THEN 0 ELSE %" PRId64 " END", facets->where.clauses[i],
                   bit);
        facet->fails = bit;
        bit *= 2;
    }
    buf_printf(&facets->text, "WITH b AS MATERIALIZED (SELECT s.* FROM (SELECT 0%s AS f",
               fails.data);
    for (size_t i = 0; i < facets->n_groups; i++)
        buf_printf(&facets->text, ", %s AS v%zu", value_of(facets, &facets->groups[i]), i);
    buf_printf(&facets->text, "%s%s%s) AS s%s)", query_where_from(filter->entity),
               query_where_live(), where.data, bit > 2 ? " WHERE f & (f - 1) = 0" : "");
}

/* The rows of one group: its number, what they fail, a number, a text, how many. */
static void
add_group(struct facets *facets, size_t i)
{
    const struct group *group = &facets->groups[i];
    const struct record_dimension *dimension = facets->all[group->of[0]].tally.dimension;
    struct buf *text = &facets->text;
    buf_printf(text, "%s SELECT %zu, ", i ? " UNION ALL" : "", i);
    if (group->of_company)
        buf_printf(
            text,
            "f, NULL, c.codes::text, n FROM (SELECT f, v%zu AS company_id, count(*) AS n FROM "
            "b GROUP BY f, v%zu) AS g%s",
            i, i, query_where_employer(facets->ctx->arena, "g"));
    else if (group->bits || dimension->kind == DIMENSION_ID)
        buf_printf(text, "f, v%zu::bigint, NULL, count(*) FROM b GROUP BY f, v%zu", i, i);
    else
        buf_printf(text, "f, NULL, v%zu::text, count(*) FROM b GROUP BY f, v%zu", i, i);
}

/* Codes of a company by place, as PostgreSQL writes an array; none are 0. */
static void
read_codes(const char *text, int64_t codes[RECORD_MOST_CODES])
{
    memset(codes, 0, RECORD_MOST_CODES * sizeof *codes);
    for (size_t i = 0; text && *text && text[1] && text[1] != '}' && i < RECORD_MOST_CODES; i++) {
        char *end;
        codes[i] = strtoll(text + 1, &end, 10);
        text = end;
    }
}

/* The bucket of a code, as number_of names it. */
static int64_t
bucket_of(const struct record_dimension *dimension, int64_t code)
{
    size_t n;
    if (dimension->kind != DIMENSION_NUMBER)
        return code;
    const int64_t *bounds = record_facet_bounds(dimension, &n);
    if (dimension->zero && code == 0)
        return (int64_t)n;
    size_t i = n - 1;
    while (i > 0 && code - dimension->zero < bounds[i])
        i--;
    return (int64_t)i;
}

/* Counts one row of the answer in each facet of its group where it counts. */
static void
take_row(struct facets *facets, const struct db_table *table, size_t row)
{
    struct arena *arena = facets->ctx->arena;
    const struct group *group = &facets->groups[strtoull(db_cell(table, row, 0), NULL, 10)];
    int64_t fails = strtoll(db_cell(table, row, 1), NULL, 10);
    int64_t number = db_cell(table, row, 2) ? strtoll(db_cell(table, row, 2), NULL, 10) : 0;
    int64_t n = strtoll(db_cell(table, row, 4), NULL, 10), codes[RECORD_MOST_CODES];
    const char *text = db_cell(table, row, 3);
    if (group->of_company)
        read_codes(text, codes);
    for (size_t i = group->n; i-- > 0;) {
        struct facet *facet = &facets->all[group->of[i]];
        const struct record_dimension *dimension = facet->tally.dimension;
        unsigned bits = query_tally_bits(dimension);
        int64_t code = group->of_company ? bucket_of(dimension, codes[dimension->place])
                       : group->bits     ? number & (((int64_t)1 << bits) - 1)
                                         : number;
        number >>= group->bits ? bits : 0;
        if (fails && fails != facet->fails)
            continue;
        if (bits || dimension->kind == DIMENSION_ID)
            query_tally_code(arena, &facet->tally, code, n);
        else if (dimension->kind == DIMENSION_IDS)
            query_tally_ids(arena, &facet->tally, text, n);
        else if (dimension->kind == DIMENSION_VALUE || text)
            query_tally_text(arena, &facet->tally, text, n);
    }
}

static bool
read_facets(struct ctx *ctx, const struct record_filter *filter, bool only_customs,
            struct record_facet **out, size_t *n, int64_t *total)
{
    struct facets facets = {.ctx = ctx, .sql = {.arena = ctx->arena}, .filter = filter};
    struct db_table table;
    *n = 0;
    if (!list_facets(&facets, only_customs))
        return false;
    if (!facets.n)
        return true;
    if (!query_where_of(ctx, &facets.sql, filter, &facets.where))
        return false;
    group_facets(&facets);
    buf_init(&facets.text, ctx->arena, QUERY_SQL_MOST);
    add_scan(&facets);
    for (size_t i = 0; i < facets.n_groups; i++)
        add_group(&facets, i);
    if (!db_table_composed(ctx, facets.text.data, facets.sql.args, facets.sql.n_args, &table))
        return false;
    *total = 0;
    for (size_t i = 0; i < table.n_rows; i++) {
        take_row(&facets, &table, i);
        if (*db_cell(&table, i, 0) == '0' && *db_cell(&table, i, 1) == '0')
            *total += strtoll(db_cell(&table, i, 4), NULL, 10);
    }
    *n = facets.n;
    *out = ARENA_ARRAY(ctx->arena, facets.n + 1, struct record_facet);
    for (size_t i = 0; i < facets.n; i++) {
        enum record_dimension_kind kind = facets.all[i].tally.dimension->kind;
        bool texts = kind == DIMENSION_TEXT || kind == DIMENSION_VALUE;
        query_tally_facet(ctx->arena, &facets.all[i].tally,
                          texts ? RECORD_FACET_MOST : RECORD_IDS_MOST, &(*out)[i]);
    }
    return true;
}

bool
query_sql_facets(struct ctx *ctx, const struct record_filter *filter, struct record_facet **out,
                 size_t *n, int64_t *total)
{
    return read_facets(ctx, filter, false, out, n, total);
}

bool
query_sql_customs(struct ctx *ctx, const struct record_filter *filter, struct record_facet **out,
                  size_t *n)
{
    int64_t total;
    return read_facets(ctx, filter, true, out, n, &total);
}

/* What is looked into and, as a condition, what leaves out most that does not hold the text. */
static const char *
values_column(struct query_sql *sql, const struct record_dimension *dimension, const char *folded,
              const char **condition)
{
    bool title = dimension->kind == DIMENSION_TEXT;
    const char *column = arena_printf(sql->arena, "o.%s", title ? "job_title" : dimension->column);
    if (!strcmp(dimension->column, "custom"))
        column = arena_printf(sql->arena, "(o.custom ->> $%d::text)",
                              query_where_bind(sql, DB_STR(dimension->name + strlen("field."))));
    *condition = arena_printf(sql->arena, " AND %s > ''", column);
    if (title)
        *condition =
            arena_printf(sql->arena, "%s AND o.%s LIKE $%d", *condition, dimension->column,
                         query_where_bind(sql, DB_STR(query_where_pattern(sql->arena, folded))));
    return column;
}

bool
query_sql_values(struct ctx *ctx, const struct record_filter *filter,
                 const struct record_dimension *dimension, const char *text,
                 struct record_count **out, size_t *n)
{
    struct query_sql sql = {.arena = ctx->arena};
    struct query_where where;
    struct db_table table;
    struct record_facet facet = {0};
    struct query_tally tally = {.dimension = dimension};
    const char *folded = text_fold(ctx->arena, text), *condition;
    struct record_filter *others = record_filter_without(ctx->arena, filter, dimension);
    *n = 0;
    if (!query_where_of(ctx, &sql, others, &where))
        return false;
    const char *column = values_column(&sql, dimension, folded, &condition);
    const char *statement =
        arena_printf(ctx->arena, "SELECT %s, count(*)%s%s%s%s GROUP BY 1", column,
                     query_where_from(filter->entity), query_where_live(),
                     query_where_all(ctx->arena, &where), condition);
    if (!db_table_composed(ctx, statement, sql.args, sql.n_args, &table))
        return false;
    for (size_t i = 0; i < table.n_rows; i++) {
        const char *value = text_fold(ctx->arena, db_cell(&table, i, 0));
        if (*value && strstr(value, folded))
            query_tally_text(ctx->arena, &tally, db_cell(&table, i, 0),
                             strtoll(db_cell(&table, i, 1), NULL, 10));
    }
    query_tally_facet(ctx->arena, &tally, RECORD_VALUES_MOST, &facet);
    *out = facet.counts;
    *n = facet.n;
    return true;
}
