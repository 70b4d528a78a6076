/* GET /api/v1/{tenant}/companies and /contacts: the records that match, a page at a time, by the
 * same filters and orders as the lists that people see; /facets: the counts of every filter. */
#include <inttypes.h>
#include <string.h>

#include "domain/query/record_filter_value.h"
#include "domain/query/record_query.h"
#include "web/api/api_json.h"
#include "web/api/pages.h"
#include "web/params.h"

enum { CURSOR_MAX = 1400, LIMIT = 50, LIMIT_MOST = 200, PAIRS_MOST = 600, OK = 200 };

struct api_list {
    const char *sort, *dir, *after;
    int64_t limit;
    struct param_pairs filter;
};
static const char *const dirs[] = {"up", "down", NULL};
static const struct param list_items[] = {
    PARAM_TEXT(struct api_list, sort, RECORD_ORDER_NAME, OPTIONAL),
    PARAM_CHOICE(struct api_list, dir, dirs, OPTIONAL),
    PARAM_TEXT(struct api_list, after, CURSOR_MAX, OPTIONAL),
    PARAM_I64(struct api_list, limit, 1, LIMIT_MOST, OPTIONAL),
    PARAM_REST(struct api_list, filter, PAIRS_MOST),
};
static const struct param facet_items[] = {PARAM_REST(struct api_list, filter, PAIRS_MOST)};
const struct params api_list_params = PARAMS(struct api_list, list_items);
const struct params api_facet_params = PARAMS(struct api_list, facet_items);

static bool
read_filter(struct page *pg, enum record_entity entity, struct record_filter *out)
{
    const struct api_list *params = pg->params;
    size_t n = params->filter.count;
    struct record_pair *pairs = ARENA_ARRAY(pg->ctx->arena, n + 1, struct record_pair);
    for (size_t i = 0; i < n; i++)
        pairs[i] =
            (struct record_pair){params->filter.items[i].name, params->filter.items[i].value};
    return record_filter_read(pg->ctx, entity, pairs, n, out);
}

static bool
read_order(struct page *pg, enum record_entity entity, struct record_query *query)
{
    const struct api_list *params = pg->params;
    if (!record_order_choose(pg->ctx, entity, params->sort, &query->order))
        return false;
    query->descending = *params->dir ? !strcmp(params->dir, "down") : query->order->newest_first;
    query->after = params->after;
    query->before = "";
    query->limit = params->limit ? (size_t)params->limit : LIMIT;
    return true;
}

static bool
list(struct page *pg, enum record_entity entity)
{
    struct arena *arena = pg->ctx->arena;
    struct record_query query = {0};
    struct record_found found;
    struct record *records;
    size_t n;
    if (!read_filter(pg, entity, &query.filter) || !read_order(pg, entity, &query) ||
        !record_query_page(pg->ctx, &query, &found) ||
        !record_get_many(pg->ctx, entity, found.ids, found.n, &records, &n))
        return false;
    struct jsn *items = jsn_array(arena), *object = jsn_object(arena);
    for (size_t i = 0; i < n; i++)
        jsn_add(items, api_json_record(arena, &records[i]));
    jsn_set_int(object, "total", found.total);
    jsn_set(object, "items", items);
    jsn_set_text(object, "after", found.next);
    return api_json_reply(pg, OK, object);
}

/* What a program sends to have this count: the value of the filter's parameter. */
static struct jsn *
count_value(struct arena *arena, const struct record_facet *facet, size_t at)
{
    const struct record_count *count = &facet->counts[at];
    const struct record_choice *choice;
    struct record_ends ends;
    switch (facet->dimension->kind) {
    case DIMENSION_CODE:
        choice = record_code_get(facet->dimension->choices, count->code);
        return jsn_text(arena, choice ? choice->name : "none");
    case DIMENSION_COUNTRY:
        return jsn_text(arena, count->code ? record_code_country(arena, count->code) : "none");
    case DIMENSION_TEXT:
        return jsn_text(arena, arena_printf(arena, "%c%s", RECORD_FILTER_WHOLE, count->text));
    case DIMENSION_VALUE:
        return jsn_text(arena, *count->text ? count->text : "none");
    case DIMENSION_ID:
    case DIMENSION_IDS:
        return jsn_text(arena, count->code ? arena_printf(arena, "%" PRId64, count->code) : "none");
    case DIMENSION_NUMBER:
    case DIMENSION_AGE:
        ends = record_facet_bucket(facet, at);
        return jsn_text(arena, record_filter_value_ends(arena, facet->dimension, &ends));
    case DIMENSION_DAY:
    case DIMENSION_SET:
        break;
    }
    return NULL;
}

static void
add_count(struct arena *arena, struct jsn *counts, struct jsn *value, int64_t n)
{
    struct jsn *count = jsn_object(arena);
    jsn_set(count, "value", value);
    jsn_set_int(count, "count", n);
    jsn_add(counts, count);
}

static bool
facets(struct page *pg, enum record_entity entity)
{
    struct arena *arena = pg->ctx->arena;
    struct record_filter filter;
    struct record_facet *all;
    size_t n;
    if (!read_filter(pg, entity, &filter) || !record_query_facets(pg->ctx, &filter, &all, &n))
        return false;
    struct jsn *object = jsn_object(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *counts = jsn_array(arena);
        for (size_t k = 0; k < all[i].n; k++)
            add_count(arena, counts, count_value(arena, &all[i], k), all[i].counts[k].count);
        size_t n_unused;
        const char *const *unused = record_facet_unused(arena, &all[i], &n_unused);
        for (size_t k = 0; k < n_unused; k++)
            add_count(arena, counts, jsn_text(arena, unused[k]), 0);
        jsn_set(object, all[i].dimension->name, counts);
    }
    return api_json_reply(pg, OK, object);
}

bool
api_company_list(struct page *pg)
{
    return list(pg, RECORD_COMPANY);
}

bool
api_contact_list(struct page *pg)
{
    return list(pg, RECORD_CONTACT);
}

bool
api_company_facets(struct page *pg)
{
    return facets(pg, RECORD_COMPANY);
}

bool
api_contact_facets(struct page *pg)
{
    return facets(pg, RECORD_CONTACT);
}
