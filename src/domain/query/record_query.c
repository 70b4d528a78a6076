/* Which engine answers. See record_query.h. */
#include "domain/query/record_query.h"

#include <string.h>

#include "base/text.h"
#include "domain/query/query_sql.h"
#include "domain/columns/snapshot_query.h"

const int64_t *
record_facet_bounds(const struct record_dimension *dimension, size_t *n)
{
    static const int64_t quality[] = {0, 40, 70}, age[] = {0, 30, 60, 90};
    static const int64_t score[] = {-100, 0, 7, 15};
    bool number = dimension->kind == DIMENSION_NUMBER;
    if (number && dimension->zero) {
        *n = sizeof score / sizeof *score;
        return score;
    }
    *n = number ? sizeof quality / sizeof *quality : sizeof age / sizeof *age;
    return number ? quality : age;
}

struct record_ends
record_facet_bucket(const struct record_facet *facet, size_t i)
{
    /* of an age the upper end is not part of it, of a number it is */
    int64_t step = facet->dimension->kind == DIMENSION_AGE ? 0 : 1;
    return (struct record_ends){.from = i ? facet->counts[i].code : INT64_MIN,
                                .to = i + 1 < facet->n ? facet->counts[i + 1].code - step
                                                       : INT64_MAX};
}

static bool
is_counted(struct arena *arena, const struct record_facet *facet, const char *option)
{
    const char *folded = text_fold(arena, option);
    for (size_t i = 0; i < facet->n; i++)
        if (!strcmp(text_fold(arena, facet->counts[i].text), folded))
            return true;
    return false;
}

const char *const *
record_facet_unused(struct arena *arena, const struct record_facet *facet, size_t *n)
{
    static const char *const yesno[] = {"yes", "no"};
    *n = 0;
    if (!facet->custom)
        return NULL;
    const struct custom_field *field = facet->custom->field;
    bool yes = custom_type_of(field->type) == CUSTOM_YESNO;
    const char *const *options = yes ? yesno : field->options;
    size_t n_options = yes ? sizeof yesno / sizeof *yesno : field->n_options;
    const char **unused = ARENA_ARRAY(arena, n_options + 1, const char *);
    for (size_t i = 0; i < n_options; i++)
        if (!is_counted(arena, facet, options[i]))
            unused[(*n)++] = options[i];
    return unused;
}

/* Large workspaces have a snapshot; where it does not answer, SQL does. */
#define ENGINES(snapshot, sql)                                                                     \
    do {                                                                                           \
        bool found;                                                                                \
        if (!(snapshot))                                                                           \
            return false;                                                                          \
        return found || (sql);                                                                     \
    } while (0)

bool
record_query_page(struct ctx *ctx, const struct record_query *query, struct record_found *out)
{
    ENGINES(snapshot_query_page(ctx, query, out, &found), query_sql_page(ctx, query, out));
}

bool
record_query_count(struct ctx *ctx, const struct record_filter *filter, int64_t *total)
{
    ENGINES(snapshot_query_count(ctx, filter, total, &found), query_sql_count(ctx, filter, total));
}

bool
record_query_facets(struct ctx *ctx, const struct record_filter *filter, struct record_facet **out,
                    size_t *n)
{
    int64_t total;
    ENGINES(snapshot_query_facets(ctx, filter, out, n, &found),
            query_sql_facets(ctx, filter, out, n, &total));
}

static bool
all_by_sql(struct ctx *ctx, const struct record_query *query, struct record_found *found,
           struct record_facet **facets, size_t *n_facets)
{
    const struct record_filter none = {.entity = query->filter.entity, .search = ""};
    int64_t total;
    if (!query_sql_rows(ctx, query, found) ||
        !query_sql_facets(ctx, &query->filter, facets, n_facets, &total))
        return false;
    found->total = found->all = total;
    return (!query->filter.n_clauses && !query->filter.n_words) ||
           query_sql_count(ctx, &none, &found->all);
}

bool
record_query_all(struct ctx *ctx, const struct record_query *query, struct record_found *page,
                 struct record_facet **facets, size_t *n_facets)
{
    ENGINES(snapshot_query_all(ctx, query, page, facets, n_facets, &found),
            all_by_sql(ctx, query, page, facets, n_facets));
}

bool
record_query_ids(struct ctx *ctx, const struct record_filter *filter, int64_t **ids, size_t *n)
{
    ENGINES(snapshot_query_ids(ctx, filter, ids, n, &found), query_sql_ids(ctx, filter, ids, n));
}

bool
record_query_ordered(struct ctx *ctx, const struct record_query *query, int64_t **ids, size_t *n)
{
    ENGINES(snapshot_query_ordered(ctx, query, ids, n, &found),
            query_sql_ordered(ctx, query, ids, n));
}

bool
record_query_added(struct ctx *ctx, enum record_entity entity, const int64_t *from_us, size_t n,
                   int64_t *counts)
{
    memset(counts, 0, n * sizeof *counts);
    ENGINES(snapshot_query_added(ctx, entity, from_us, n, counts, &found),
            query_sql_added(ctx, entity, from_us, n, counts));
}

bool
record_query_typed(const struct record_dimension *dimension)
{
    return dimension->kind == DIMENSION_TEXT || dimension->kind == DIMENSION_VALUE;
}

bool
record_query_values(struct ctx *ctx, const struct record_filter *filter,
                    const struct record_dimension *dimension, const char *text,
                    struct record_count **out, size_t *n)
{
    *n = 0;
    if (!record_query_typed(dimension))
        return true;
    ENGINES(snapshot_query_values(ctx, filter, dimension, text, out, n, &found),
            query_sql_values(ctx, filter, dimension, text, out, n));
}
