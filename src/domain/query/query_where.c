/* Filters as SQL. See query_where.h. */
#include "domain/query/query_where.h"

#include <string.h>

#include "base/text.h"

#define LIVE " WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL"

/* What record_filter_value_day takes for a day. */
#define DAY_FORM "'^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'"

enum { CLAUSE_MOST = 4096, AGE_MOST = 700000 }; /* days: further back no calendar of ours goes */

int
query_where_bind(struct query_sql *sql, struct db_arg arg)
{
    sql->args[sql->n_args++] = arg;
    return (int)sql->n_args;
}

const char *
query_where_from(enum record_entity entity)
{
    return entity == RECORD_COMPANY ? " FROM company o" : " FROM contact o";
}

const char *
query_where_employer(struct arena *arena, const char *table)
{
    return arena_printf(arena,
                        " LEFT JOIN LATERAL (SELECT n.* FROM company n WHERE n.tenant_id = "
                        "app.tenant() AND n.company_id = %s.company_id LIMIT 1) AS c ON "
                        "c.deleted_at IS NULL",
                        table);
}

const char *
query_where_live(void)
{
    return LIVE;
}

const char *
query_where_id(enum record_entity entity)
{
    return entity == RECORD_COMPANY ? "o.company_id" : "o.contact_id";
}

const char *
query_where_code(struct arena *arena, int place)
{
    return arena_printf(arena, "coalesce(o.codes[%d], 0)", place + 1);
}

static const char *
pattern_of(struct arena *arena, const char *text, const char *around)
{
    struct buf buf;
    buf_init(&buf, arena, 2 * strlen(text) + 2 * strlen(around));
    buf_text(&buf, around);
    for (; *text; text++) {
        if (*text == '%' || *text == '_' || *text == '\\')
            buf_char(&buf, '\\');
        buf_char(&buf, *text);
    }
    buf_text(&buf, around);
    return buf.data;
}

const char *
query_where_pattern(struct arena *arena, const char *text)
{
    return pattern_of(arena, text, "%");
}

static void
add_search(struct query_sql *sql, const struct record_filter *filter, struct buf *out)
{
    for (size_t i = 0; i < filter->n_words; i++) {
        int word = query_where_bind(sql, DB_STR(query_where_pattern(sql->arena, filter->words[i])));
        if (filter->entity == RECORD_COMPANY)
            buf_printf(out, " AND o.search LIKE $%d", word);
        else
            buf_printf(out,
                       " AND (o.search LIKE $%d OR o.company_id IN (SELECT k.company_id FROM "
                       "company k WHERE k.tenant_id = app.tenant() AND k.deleted_at IS NULL AND "
                       "k.search LIKE $%d))",
                       word, word);
    }
}

static struct db_arg
codes_of(const struct record_clause *clause)
{
    return DB_I64S(clause->codes, clause->n);
}

static bool
wants_none(const struct record_clause *clause)
{
    return clause->codes ? clause->codes[0] == 0 : clause->texts && !*clause->texts[0];
}

/* Of a company in a list of contacts: whose company is among those that have the code. Where none is
 * wanted, all but those whose company has another. IS TRUE keeps it a look-up in a table of ids that
 * is made once, and no join. */
static void
add_codes(struct query_sql *sql, const struct record_clause *clause, struct buf *out)
{
    const struct record_dimension *dimension = clause->dimension;
    int wanted = query_where_bind(sql, codes_of(clause));
    if (dimension->of == dimension->list)
        buf_printf(out, "%s = ANY ($%d::smallint[])",
                   query_where_code(sql->arena, dimension->place), wanted);
    else
        buf_printf(out,
                   "(o.company_id IN (SELECT k.company_id FROM company k WHERE k.tenant_id = "
                   "app.tenant() AND k.deleted_at IS NULL AND coalesce(k.codes[%d], 0) %s "
                   "($%d::smallint[]))) %s",
                   dimension->place + 1, wants_none(clause) ? "<> ALL" : "= ANY", wanted,
                   wants_none(clause) ? "IS NOT TRUE" : "IS TRUE");
}

static void
add_ids(struct query_sql *sql, const struct record_clause *clause, struct buf *out)
{
    const char *column = clause->dimension->column;
    int wanted = query_where_bind(sql, codes_of(clause));
    if (clause->dimension->kind == DIMENSION_ID)
        buf_printf(out, "o.%s = ANY ($%d::bigint[])", column, wanted);
    else
        buf_printf(out, "o.%s && $%d::bigint[]", column, wanted);
    if (wants_none(clause) && clause->dimension->kind == DIMENSION_ID)
        buf_printf(out, " OR o.%s IS NULL", column);
    else if (wants_none(clause))
        buf_printf(out, " OR coalesce(cardinality(o.%s), 0) = 0", column);
}

static void
add_titles(struct query_sql *sql, const struct record_clause *clause, struct buf *out)
{
    const char **patterns = ARENA_ARRAY(sql->arena, clause->n, const char *);
    for (size_t i = 0; i < clause->n; i++) {
        bool whole = *clause->texts[i] == RECORD_FILTER_WHOLE;
        patterns[i] = pattern_of(sql->arena, clause->texts[i] + whole, whole ? "" : "%");
    }
    buf_printf(out, "o.%s LIKE ANY ($%d::text[])", clause->dimension->column,
               query_where_bind(sql, DB_STRS(patterns, clause->n)));
}

/* The column, or the value of the custom field. */
static const char *
value_of(struct query_sql *sql, const struct record_clause *clause)
{
    if (!clause->custom)
        return arena_printf(sql->arena, "o.%s", clause->dimension->column);
    return arena_printf(sql->arena, "(o.custom ->> $%d::text)",
                        query_where_bind(sql, DB_STR(clause->custom->key)));
}

/* Text is equal when it folds alike, and only we fold: the spellings that are there are asked for
 * first. */
static bool
add_spellings(struct ctx *ctx, struct query_sql *sql, const struct record_filter *filter,
              const struct record_clause *clause, struct buf *out)
{
    struct query_sql ask = {.arena = ctx->arena};
    struct db_table table;
    size_t n = 0;
    const char *text = arena_printf(ctx->arena, "SELECT DISTINCT %s FROM %s o" LIVE,
                                    value_of(&ask, clause), record_entity_name(filter->entity));
    if (!db_table_composed(ctx, text, ask.args, ask.n_args, &table))
        return false;
    const char **spelled = ARENA_ARRAY(ctx->arena, table.n_rows + 1, const char *);
    for (size_t i = 0; i < table.n_rows; i++) {
        const char *cell = db_cell(&table, i, 0);
        const char *folded = cell ? text_fold(ctx->arena, cell) : NULL;
        for (size_t k = 0; folded && k < clause->n; k++)
            if (!strcmp(folded, clause->texts[k])) {
                spelled[n++] = cell;
                break;
            }
    }
    const char *value = value_of(sql, clause);
    buf_printf(out, "%s = ANY ($%d::text[])", value, query_where_bind(sql, DB_STRS(spelled, n)));
    if (wants_none(clause))
        buf_printf(out, " OR %s IS NULL", value);
    return true;
}

/* "value >= $1 AND value <= $2", as far as the ends are closed. */
static void
add_between(struct query_sql *sql, const char *value, const struct record_clause *clause,
            struct buf *out)
{
    if (clause->ends.from != INT64_MIN)
        buf_printf(out, "%s >= $%d::bigint", value,
                   query_where_bind(sql, DB_I64(clause->ends.from)));
    if (clause->ends.from != INT64_MIN && clause->ends.to != INT64_MAX)
        buf_text(out, " AND ");
    if (clause->ends.to != INT64_MAX)
        buf_printf(out, "%s <= $%d::bigint", value, query_where_bind(sql, DB_I64(clause->ends.to)));
}

/* The same of numbers with decimals. */
static void
add_decimals(struct query_sql *sql, const char *value, const struct record_clause *clause,
             struct buf *out)
{
    const struct record_ends *ends = &clause->ends;
    const char *from =
        record_filter_value_end(sql->arena, clause->dimension, ends->from, ends->from_part);
    const char *to =
        record_filter_value_end(sql->arena, clause->dimension, ends->to, ends->to_part);
    if (*from)
        buf_printf(out, "%s >= $%d::text::numeric", value, query_where_bind(sql, DB_STR(from)));
    if (*from && *to)
        buf_text(out, " AND ");
    if (*to)
        buf_printf(out, "%s <= $%d::text::numeric", value, query_where_bind(sql, DB_STR(to)));
}

static void
add_number(struct query_sql *sql, const struct record_clause *clause, struct buf *out)
{
    const struct record_dimension *dimension = clause->dimension;
    struct record_clause codes = *clause;
    if (!clause->custom) {
        record_dimension_codes(dimension, clause->ends.from, clause->ends.to, &codes.ends.from,
                               &codes.ends.to);
        if (dimension->of == dimension->list) {
            add_between(sql, query_where_code(sql->arena, dimension->place), &codes, out);
            return;
        }
        buf_text(out, "(o.company_id IN (SELECT k.company_id FROM company k WHERE k.tenant_id = "
                      "app.tenant() AND k.deleted_at IS NULL AND ");
        add_between(sql, arena_printf(sql->arena, "coalesce(k.codes[%d], 0)", dimension->place + 1),
                    &codes, out);
        buf_text(out, ")) IS TRUE");
        return;
    }
    const char *value = value_of(sql, clause);
    buf_printf(out, "CASE WHEN %s ~ " QUERY_NUMBER_FORM " THEN ", value);
    add_decimals(sql, arena_printf(sql->arena, "%s::numeric", value), clause, out);
    buf_text(out, " END");
}

/* Days of the tenant's calendar begin when they begin there; a custom date is one already. */
static void
add_day(struct query_sql *sql, const struct record_clause *clause, struct buf *out)
{
    if (clause->custom) {
        const char *value = value_of(sql, clause);
        buf_printf(out, "CASE WHEN %s ~ " DAY_FORM " THEN ", value);
        add_between(sql,
                    arena_printf(sql->arena,
                                 "((left(%s, 8) || '01')::date - date '1970-01-01' + right(%s, "
                                 "2)::integer - 1)",
                                 value, value),
                    clause, out);
        buf_text(out, " END");
        return;
    }
    const char *column = clause->dimension->column;
    buf_text(out, "true");
    if (clause->ends.from != INT64_MIN)
        buf_printf(out, " AND o.%s >= (SELECT app.day_start($%d::bigint))", column,
                   query_where_bind(sql, DB_I64(clause->ends.from)));
    if (clause->ends.to != INT64_MAX)
        buf_printf(out, " AND o.%s < (SELECT app.day_start($%d::bigint))", column,
                   query_where_bind(sql, DB_I64(clause->ends.to + 1)));
}

/* At least so many days old is: written before the day that was so many days ago ended, in UTC. */
static void
add_age(struct query_sql *sql, const struct record_clause *clause, struct buf *out)
{
    const char *column = clause->dimension->column;
    const int64_t ends[] = {clause->ends.from, clause->ends.to};
    buf_text(out, "true");
    for (size_t i = 0; i < 2; i++)
        if (ends[i] != INT64_MIN && ends[i] != INT64_MAX) {
            int64_t days = ends[i] < -AGE_MOST ? -AGE_MOST : ends[i];
            days = days > AGE_MOST ? AGE_MOST : days;
            buf_printf(out,
                       " AND o.%s %s (SELECT date_trunc('day', now()) - $%d::bigint * interval "
                       "'24 hours')",
                       column, i == 0 ? "<" : ">=", query_where_bind(sql, DB_I64(days - 1)));
        }
}

static void
add_set(struct query_sql *sql, const struct record_filter *filter,
        const struct record_clause *clause, struct buf *out)
{
    bool company = filter->entity == RECORD_COMPANY;
    buf_printf(out,
               "(%s IN (SELECT h.record_id FROM change h WHERE h.tenant_id = app.tenant() AND "
               "h.entity = %d AND h.change_set_id = $%d::bigint%s)) IS TRUE",
               query_where_id(filter->entity), company ? 1 : 2,
               query_where_bind(sql, DB_I64(clause->set)),
               clause->did == 'c'   ? " AND h.kind = 'c'"
               : clause->did == 'u' ? " AND h.kind = 'u'"
                                    : "");
}

static bool
add_clause(struct ctx *ctx, struct query_sql *sql, const struct record_filter *filter,
           const struct record_clause *clause, struct buf *out)
{
    const struct record_dimension *dimension = clause->dimension;
    switch (dimension->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
        add_codes(sql, clause, out);
        return true;
    case DIMENSION_ID:
    case DIMENSION_IDS:
        add_ids(sql, clause, out);
        return true;
    case DIMENSION_TEXT:
        add_titles(sql, clause, out);
        return true;
    case DIMENSION_VALUE:
        return add_spellings(ctx, sql, filter, clause, out);
    case DIMENSION_NUMBER:
        add_number(sql, clause, out);
        return true;
    case DIMENSION_DAY:
        add_day(sql, clause, out);
        return true;
    case DIMENSION_AGE:
        add_age(sql, clause, out);
        return true;
    case DIMENSION_SET:
        add_set(sql, filter, clause, out);
        return true;
    }
    return err_raise(ctx, ERR_BUG, "a dimension of an unknown kind");
}

bool
query_where_of(struct ctx *ctx, struct query_sql *sql, const struct record_filter *filter,
               struct query_where *out)
{
    struct buf buf;
    buf_init(&buf, ctx->arena, CLAUSE_MOST);
    add_search(sql, filter, &buf);
    out->search = buf.data;
    out->n = filter->n_clauses;
    out->clauses = ARENA_ARRAY(ctx->arena, filter->n_clauses + 1, const char *);
    for (size_t i = 0; i < filter->n_clauses; i++) {
        const struct record_clause *clause = &filter->clauses[i];
        buf_init(&buf, ctx->arena, CLAUSE_MOST);
        buf_text(&buf, clause->exclude ? "((" : "(");
        if (!add_clause(ctx, sql, filter, clause, &buf))
            return false;
        buf_text(&buf, clause->exclude ? ") IS NOT TRUE)" : ")");
        out->clauses[i] = buf.data;
    }
    return true;
}

const char *
query_where_all(struct arena *arena, const struct query_where *where)
{
    struct buf buf;
    buf_init(&buf, arena, QUERY_SQL_MOST);
    buf_text(&buf, where->search);
    for (size_t i = 0; i < where->n; i++) {
        buf_text(&buf, " AND ");
        buf_text(&buf, where->clauses[i]);
    }
    return buf.data;
}
