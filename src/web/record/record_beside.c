/* GET /{tenant}/contacts/{id}/beside, …/next and …/previous and the same of companies: the place of a
 * record in the list one came from, and its neighbours. See record_beside.h. */
#include "web/record/record_beside.h"

#include <string.h>

#include "base/db.h"
#include "domain/query/record_query.h"
#include "web/record/pages.h"
#include "web/record/record_page.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

/* Where a record stands in its list. */
struct place {
    int64_t previous, next; /* ids, or 0 */
    int64_t at, total;      /* at 0: it is not in the list any more */
};

/* A text of ours is percent-encoded throughout; anything else is no address of a list. */
static bool
is_encoded(const char *text)
{
    return !text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                              "%=&._~+-")];
}

static bool
comes_from_list(const struct page *pg)
{
    for (size_t i = 0; i < pg->input.count; i++)
        if (pg->input.values[i].source == PARAM_FROM_QUERY &&
            !strcmp(pg->input.values[i].name, "from"))
            return is_encoded(pg->input.values[i].value);
    return false;
}

static const char *
list_path(struct page *pg, const struct record_where *where, enum record_entity entity)
{
    struct arena *arena = pg->ctx->arena;
    const char *sort =
        *where->sort ? arena_printf(arena, "&sort=%s", view_encode(arena, where->sort)) : "";
    const char *dir =
        *where->dir ? arena_printf(arena, "&dir=%s", view_encode(arena, where->dir)) : "";
    const char *query = arena_printf(arena, "&%s%s%s", where->from, sort, dir);
    query += strspn(query, "&");
    return arena_printf(arena, "%s/%s%s%s", pg->base,
                        entity == RECORD_COMPANY ? "companies" : "contacts", *query ? "?" : "",
                        query);
}

void
record_beside_show(struct page *pg, const struct record *record)
{
    /* every page of a record begins its parameters with these */
    const struct record_where *where = pg->params;
    if (!comes_from_list(pg))
        return;
    struct tree *node = tree_node(pg->view, "Beside");
    tree_set(node, "list", list_path(pg, where, record->entity));
    tree_set(node, "previous", record_view_below(pg, record, "/previous"));
    tree_set(node, "next", record_view_below(pg, record, "/next"));
    tree_set(node, "path", record_view_below(pg, record, "/beside"));
}

static bool
find_place(struct page *pg, enum record_entity entity, struct place *out)
{
    const struct record_where *where = pg->params;
    size_t n;
    int64_t *ids;
    struct record_query query = {.after = "", .before = "", .limit = 1};
    *out = (struct place){0};
    if (!record_filter_read_text(pg->ctx, entity, where->from, &query.filter))
        return false;
    if (!record_order_read(pg->ctx, entity, where->sort, &query.order))
        return false;
    if (!query.order)
        query.order = record_orders(entity, &n);
    query.descending = *where->dir ? !strcmp(where->dir, "down") : query.order->newest_first;
    if (!record_query_ordered(pg->ctx, &query, &ids, &n))
        return false;
    out->total = (int64_t)n;
    for (size_t i = 0; i < n; i++) {
        if (ids[i] != where->id)
            continue;
        out->at = (int64_t)i + 1;
        out->previous = i ? ids[i - 1] : 0;
        out->next = i + 1 < n ? ids[i + 1] : 0;
        break;
    }
    return true;
}

static const char *
path_of(struct page *pg, enum record_entity entity, int64_t record_id)
{
    return arena_printf(pg->ctx->arena, "%s%s", record_view_path(pg, entity, record_id),
                        record_view_tail(pg));
}

static bool
beside(struct page *pg, enum record_entity entity)
{
    struct place place;
    struct record record = {.entity = entity,
                            .record_id = ((const struct record_where *)pg->params)->id};
    struct tree *node = tree_node(pg->view, "Beside");
    tree_set(node, "list", list_path(pg, pg->params, entity));
    if (!find_place(pg, entity, &place)) {
        if (pg->ctx->err.kind != ERR_UNAVAILABLE)
            return false;
        /* took too long: the links that look for the neighbour when they are followed stay */
        db_rollback(pg->ctx);
        err_clear(pg->ctx);
        tree_set(node, "previous", record_view_below(pg, &record, "/previous"));
        tree_set(node, "next", record_view_below(pg, &record, "/next"));
        return reply_template(pg);
    }
    if (!place.at && !record_get(pg->ctx, entity, record.record_id, &record))
        return false;
    if (place.at)
        tree_set(node, "place", view_number(pg, place.at));
    tree_set(node, "total", view_number(pg, place.total));
    if (place.previous)
        tree_set(node, "previous", path_of(pg, entity, place.previous));
    if (place.next)
        tree_set(node, "next", path_of(pg, entity, place.next));
    return reply_template(pg);
}

/* At an end of the list one stays where one is. */
static bool
go(struct page *pg, enum record_entity entity, bool forward)
{
    const struct record_where *where = pg->params;
    struct place place;
    if (!find_place(pg, entity, &place))
        return false;
    int64_t id = forward ? place.next : place.previous;
    if (!id)
        reply_flash(pg, "info",
                    !place.at ? "This record is not in that list any more."
                    : forward ? "This is the last one of the list."
                              : "This is the first one of the list.",
                    "Back to the list", list_path(pg, where, entity));
    return reply_redirect_to(pg, path_of(pg, entity, id ? id : where->id));
}

bool
company_beside_page(struct page *pg)
{
    return beside(pg, RECORD_COMPANY);
}

bool
contact_beside_page(struct page *pg)
{
    return beside(pg, RECORD_CONTACT);
}

bool
company_next_page(struct page *pg)
{
    return go(pg, RECORD_COMPANY, true);
}

bool
contact_next_page(struct page *pg)
{
    return go(pg, RECORD_CONTACT, true);
}

bool
company_previous_page(struct page *pg)
{
    return go(pg, RECORD_COMPANY, false);
}

bool
contact_previous_page(struct page *pg)
{
    return go(pg, RECORD_CONTACT, false);
}
