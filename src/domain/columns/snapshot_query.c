/* The columnar engine. See snapshot_query.h. */
#include "domain/columns/snapshot_query.h"

#include <string.h>

#include "base/text.h"
#include "domain/query/query_sql.h"
#include "domain/columns/snapshot_facet.h"
#include "domain/columns/snapshot_match.h"
#include "domain/columns/snapshot_page.h"
#include "domain/snapshot/snapshot_bits.h"

static int64_t
total_of(const struct snapshot_match *match)
{
    return (int64_t)(match->base.n + match->delta.n);
}

bool
snapshot_query_page(struct ctx *ctx, const struct record_query *query, struct record_found *out,
                    bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    if (!snapshot_match_make(ctx, &view, &query->filter, false, &match) ||
        !snapshot_page_read(ctx, view.tables, &match, query, out))
        return false;
    out->total = total_of(&match);
    return true;
}

bool
snapshot_query_count(struct ctx *ctx, const struct record_filter *filter, int64_t *total,
                     bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    if (!snapshot_match_make(ctx, &view, filter, false, &match))
        return false;
    *total = total_of(&match);
    return true;
}

/* Facets of the columns; custom fields that they do not have yet are counted by SQL. */
static bool
read_facets(struct ctx *ctx, const struct snapshot_view *view, const struct snapshot_match *match,
            struct record_facet **out, size_t *n)
{
    struct record_custom *customs;
    struct record_facet *own, *late;
    size_t n_customs, n_own, n_late;
    if (!record_filter_customs(ctx, match->filter->entity, &customs, &n_customs))
        return false;
    if (snapshot_facet_all(ctx->arena, view, match, customs, n_customs, out, n))
        return true;
    if (!query_sql_customs(ctx, match->filter, &late, &n_late))
        return false;
    own = *out;
    n_own = *n;
    *n = n_own + n_late;
    *out = ARENA_ARRAY(ctx->arena, *n, struct record_facet);
    memcpy(*out, own, n_own * sizeof *own);
    memcpy(*out + n_own, late, n_late * sizeof *late);
    return true;
}

bool
snapshot_query_facets(struct ctx *ctx, const struct record_filter *filter,
                      struct record_facet **out, size_t *n, bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    return !*found || (snapshot_match_make(ctx, &view, filter, true, &match) &&
                       read_facets(ctx, &view, &match, out, n));
}

bool
snapshot_query_all(struct ctx *ctx, const struct record_query *query, struct record_found *page,
                   struct record_facet **facets, size_t *n_facets, bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    if (!snapshot_match_make(ctx, &view, &query->filter, true, &match) ||
        !snapshot_page_read(ctx, view.tables, &match, query, page))
        return false;
    page->total = total_of(&match);
    page->all = (int64_t)(match.table->base.n_live + match.table->delta.n_live);
    return read_facets(ctx, &view, &match, facets, n_facets);
}

bool
snapshot_query_ids(struct ctx *ctx, const struct record_filter *filter, int64_t **ids, size_t *n,
                   bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    if (!snapshot_match_make(ctx, &view, filter, false, &match))
        return false;
    snapshot_page_ids(ctx->arena, &match, ids, n);
    return true;
}

bool
snapshot_query_ordered(struct ctx *ctx, const struct record_query *query, int64_t **ids, size_t *n,
                       bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    return snapshot_match_make(ctx, &view, &query->filter, false, &match) &&
           snapshot_page_all(ctx, view.tables, &match, query, ids, n);
}

bool
snapshot_query_values(struct ctx *ctx, const struct record_filter *filter,
                      const struct record_dimension *dimension, const char *text,
                      struct record_count **out, size_t *n, bool *found)
{
    struct snapshot_view view;
    struct snapshot_match match;
    size_t at;
    *n = 0;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    const struct snapshot_table *table =
        filter->entity == RECORD_CONTACT ? &view.tables->contacts : &view.tables->companies;
    if (!snapshot_table_find(table, dimension->name, &at)) {
        *found = snapshot_table_lacks(table, dimension->name);
        return true;
    }
    if (!snapshot_match_make(ctx, &view, record_filter_without(ctx->arena, filter, dimension),
                             false, &match))
        return false;
    snapshot_facet_values(ctx->arena, &match, dimension, text_fold(ctx->arena, text), out, n);
    return true;
}

static void
add_added(const struct snapshot_segment *segment, const int64_t *from_us, size_t n, int64_t *counts)
{
    const int64_t *created = segment->cells[SNAPSHOT_CREATED].at;
    for (size_t row = 0; row < segment->n; row++) {
        size_t i = n;
        if (created[row] < from_us[0] || !snapshot_bits_has(segment->live, row))
            continue;
        while (created[row] < from_us[i - 1])
            i--;
        counts[i - 1]++;
    }
}

bool
snapshot_query_added(struct ctx *ctx, enum record_entity entity, const int64_t *from_us, size_t n,
                     int64_t *counts, bool *found)
{
    struct snapshot_view view;
    if (!snapshot_view_open(ctx, &view, found))
        return false;
    if (!*found)
        return true;
    const struct snapshot_table *table =
        entity == RECORD_CONTACT ? &view.tables->contacts : &view.tables->companies;
    add_added(&table->base, from_us, n, counts);
    add_added(&table->delta, from_us, n, counts);
    return true;
}
