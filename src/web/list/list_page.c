/* GET /{tenant}/companies and /contacts: fifty rows with the panel of filters, or with part=rows the
 * rows alone, for the script that goes on where a page ends. */
#include <string.h>

#include "domain/query/smart_list.h"
#include "domain/snapshot/snapshot_view.h"
#include "web/list/list_cells.h"
#include "web/list/list_chips.h"
#include "web/list/list_facets.h"
#include "web/list/list_table.h"
#include "web/list/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, CURSOR_MOST = 2000, NAME_MOST = 60, PAIRS_MOST = 1500, NUMBER_MOST = 20 };

static const char *const dirs[] = {"up", "down", NULL};
static const char *const parts[] = {"rows", NULL};
static const struct param items[] = {
    PARAM_TEXT(struct list_sent, sort, RECORD_ORDER_NAME, OPTIONAL),
    PARAM_CHOICE(struct list_sent, dir, dirs, OPTIONAL),
    PARAM_TEXT(struct list_sent, after, CURSOR_MOST, OPTIONAL),
    PARAM_TEXT(struct list_sent, before, CURSOR_MOST, OPTIONAL),
    PARAM_TEXT(struct list_sent, cols, LIST_VIEW_TEXT, OPTIONAL),
    PARAM_CHOICE(struct list_sent, part, parts, OPTIONAL),
    PARAM_TEXT(struct list_sent, more, NAME_MOST, OPTIONAL),
    PARAM_FLAG(struct list_sent, paged),
    PARAM_TEXT(struct list_sent, smart, NUMBER_MOST, OPTIONAL),
    PARAM_REST(struct list_sent, filter, PAIRS_MOST),
};
const struct params list_params = PARAMS(struct list_sent, items);

/* What the two lists call things. */
static void
show_words(struct page *pg, enum record_entity entity)
{
    bool company = entity == RECORD_COMPANY;
    tree_set(pg->view, "List.title", company ? "Companies" : "Contacts");
    tree_set(pg->view, "List.noun", company ? "companies" : "contacts");
    tree_set(pg->view, "List.one", company ? "company" : "contact");
    tree_set(pg->view, "List.icon", company ? "company" : "people");
    tree_set(pg->view, "List.hint",
             company ? "Search companies by name, domain or e-mail"
                     : "Search contacts by name, e-mail, title, company or domain");
    tree_set(pg->view, "List.path", list_state_path(pg, entity));
}

/* Addresses of this same list, seen otherwise. */
static void
show_addresses(struct page *pg, const struct list_state *state)
{
    struct arena *arena = pg->ctx->arena;
    struct list_address address = state->here;
    tree_set(pg->view, "List.first", list_state_url(pg, &address));
    address.paged = !state->here.paged;
    tree_set(pg->view, state->here.paged ? "List.endless" : "List.as_pages",
             list_state_url(pg, &address));
    address = state->here;
    address.cols = "";
    tree_set(pg->view, "List.here", list_state_url(pg, &address));
    address.cols = state->shown;
    tree_set(pg->view, "List.share", list_state_url(pg, &address));
    tree_set(pg->view, "List.columns", state->shown);
    tree_set(pg->view, "List.choose",
             arena_printf(arena, "%s/columns?cols=%s&back=%s", list_state_path(pg, state->entity),
                          view_encode(arena, state->shown),
                          view_encode(arena, tree_get(pg->view, "List.here"))));
}

/* What the form carries besides the filters. */
static void
show_kept(struct page *pg, const struct list_state *state)
{
    const struct list_address *here = &state->here;
    size_t n;
    const char *const pairs[][2] = {
        {"sort", here->order == record_orders(state->entity, &n) ? "" : here->order->name},
        {"dir",      here->descending == here->order->newest_first ? ""
                : here->descending                            ? "down"
                                                              : "up"                                           },
        {"cols",      here->cols},
        {"paged",      here->paged ? "1" : ""                                          },
        {"smart",      here->smart},
    };
    struct tree_list kept = tree_list(pg->view, "Fixed");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!*pairs[i][1])
            continue;
        struct tree *row = tree_row(&kept);
        tree_set(row, "name", pairs[i][0]);
        tree_set(row, "value", pairs[i][1]);
    }
}

/* Where these rows begin, where they go on: what the script asks for next. */
static void
show_place(struct page *pg, const struct list_state *state, const struct record_found *found)
{
    struct arena *arena = pg->ctx->arena;
    const struct list_sent *sent = state->sent;
    tree_set(pg->view, "List.from",
             *sent->after    ? view_url(arena, "after=%s", sent->after)
             : *sent->before ? view_url(arena, "before=%s", sent->before)
                             : "");
    if (found->next)
        tree_set(pg->view, "List.next", view_url(arena, "after=%s", found->next));
    if (found->previous)
        tree_set(pg->view, "List.previous", view_url(arena, "before=%s", found->previous));
    view_pager(pg, found->previous, found->next);
}

static bool
show_totals(struct page *pg, const struct list_state *state, const struct record_found *found)
{
    bool narrowed = state->filter.n_clauses || state->filter.n_words;
    tree_set(pg->view, "List.total", view_number(pg, found->total));
    tree_set(pg->view, "List.shown", view_number(pg, (int64_t)found->n));
    if (!narrowed)
        return true;
    tree_set(pg->view, "List.all", view_number(pg, found->all));
    return found->total || list_chips_costly(pg, state);
}

/* Whoever may edit chooses records, to do something with them. */
static bool
may_edit(const struct page *pg)
{
    return pg->caller->role_rank >= AUTH_EDITOR;
}

static void
show_view(struct page *pg, const struct list_state *state)
{
    bool compact = !strcmp(state->view.density, "compact");
    tree_set(pg->view, "List.other_density", compact ? "normal" : "compact");
    if (*state->view.density)
        tree_set(pg->view, "List.density", state->view.density);
    if (may_edit(pg)) {
        tree_set(pg->view, "List.bulk", "1");
        tree_set(pg->view, "List.export", list_state_below(pg, state, "/export"));
    }
    tree_set(pg->view, "List.q", state->filter.search);
    tree_set(pg->view, "List.filter", record_filter_text(pg->ctx->arena, &state->filter));
    if (state->here.paged)
        tree_set(pg->view, "List.paged", "1");
}

/* How the present filter and order travel to where they are kept. */
static const char *
kept_query(struct page *pg, const struct list_state *state)
{
    const struct list_address *here = &state->here;
    struct arena *arena = pg->ctx->arena;
    size_t n;
    bool usual = here->order == record_orders(state->entity, &n);
    return arena_printf(arena, "filter=%s%s%s&dir=%s",
                        view_encode(arena, record_filter_text(arena, &state->filter)),
                        usual ? "" : "&sort=", usual ? "" : here->order->name,
                        here->descending ? "down" : "up");
}

/* The smart list that this list was opened from, changed since: it can take the change. */
static void
show_change(struct page *pg, const struct list_state *state, const struct smart_list *list)
{
    const struct list_address *here = &state->here;
    struct arena *arena = pg->ctx->arena;
    size_t n;
    const char *filter = record_filter_text(arena, &state->filter);
    const struct record_order *orders = record_orders(state->entity, &n);
    const char *sort = *list->sort ? list->sort : orders->name;
    if (strcmp(here->smart, arena_printf(arena, "%" PRId64, list->smart_list_id)) != 0 ||
        !*filter || !may_edit(pg))
        return;
    bool descending = *list->sort ? list->descending : orders->newest_first;
    if (!strcmp(list->filter, filter) && !strcmp(sort, here->order->name) &&
        descending == here->descending)
        return;
    tree_set(pg->view, "Smart.change", list->name);
    tree_set(pg->view, "Smart.change_path",
             arena_printf(arena, "%s/smart-lists/%" PRId64 "/filter?%s", pg->base,
                          list->smart_list_id, kept_query(pg, state)));
}

/* The menu of kept filters: the one that this list shows is marked. */
static bool
show_smart(struct page *pg, const struct list_state *state)
{
    struct arena *arena = pg->ctx->arena;
    struct smart_list *lists;
    size_t n;
    const char *filter = record_filter_text(arena, &state->filter);
    struct tree_list list = tree_list(pg->view, "SmartLists");
    if (!smart_list_all(pg->ctx, state->entity, &lists, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", lists[i].name);
        tree_set(row, "path",
                 arena_printf(arena, "%s/smart-lists/%" PRId64, pg->base, lists[i].smart_list_id));
        show_change(pg, state, &lists[i]);
        if (strcmp(lists[i].filter, filter) != 0)
            continue;
        tree_set(row, "current", "1");
        tree_set(pg->view, "Smart.current", lists[i].name);
    }
    tree_set(pg->view, "Smart.all", arena_printf(arena, "%s/smart-lists", pg->base));
    if (*filter && may_edit(pg))
        tree_set(pg->view, "Smart.save",
                 arena_printf(arena, "%s/smart-lists/new?entity=%s&%s", pg->base,
                              record_entity_name(state->entity), kept_query(pg, state)));
    return true;
}

static bool
show_whole(struct page *pg, const struct list_state *state, const struct record_query *query,
           struct record_found *found)
{
    struct record_facet *facets;
    size_t n_facets;
    show_words(pg, state->entity);
    show_view(pg, state);
    if (!record_query_all(pg->ctx, query, found, &facets, &n_facets) ||
        !list_facets_show(pg, state, facets, n_facets) || !list_chips_show(pg, state) ||
        !list_table_frame(pg, state) || !show_totals(pg, state, found) ||
        !smart_list_ahead(pg->ctx, state->entity))
        return false;
    show_addresses(pg, state);
    if (found->total && !found->n)
        tree_set(pg->view, "List.stale", "1");
    show_kept(pg, state);
    tree_set(pg->view, "Places.imports", arena_printf(pg->ctx->arena, "%s/import", pg->base));
    return true;
}

bool
list_ahead(struct page *pg)
{
    if (pg->route->params != &list_params)
        return true;
    bool company = pg->route->handler == company_list_page;
    return list_view_ahead(pg->ctx, company ? RECORD_COMPANY : RECORD_CONTACT) &&
           snapshot_view_ahead(pg->ctx, pg->slug);
}

/* A form without script sends what is empty, too. */
static bool
has_empty(const char *query)
{
    for (const char *at = query; *at; at += at[0] == '&') {
        size_t length = strcspn(at, "&"), name = strcspn(at, "=&");
        if (length && name + 1 >= length)
            return true;
        at += length;
    }
    return false;
}

/* The same list and place, at the address that one would share. */
static const char *
clean_address(struct page *pg, const struct list_state *state)
{
    const struct list_sent *sent = state->sent;
    const char *name = *sent->after ? "after" : "before";
    const char *place = *sent->after ? sent->after : sent->before;
    const char *address = list_state_url(pg, &state->here);
    return *place ? arena_printf(pg->ctx->arena, "%s%c%s=%s", address,
                                 strchr(address, '?') ? '&' : '?', name,
                                 view_encode(pg->ctx->arena, place))
                  : address;
}

static bool
list_page(struct page *pg, enum record_entity entity)
{
    const struct list_sent *sent = pg->params;
    struct list_state state;
    if (!list_state_read(pg, entity, sent, &state))
        return false;
    bool rows_only = !strcmp(sent->part, "rows");
    if (!rows_only && has_empty(pg->in->query))
        return reply_redirect_to(pg, clean_address(pg, &state));
    struct record_found found = {0};
    struct record_query query = {.filter = state.filter,
                                 .order = state.here.order,
                                 .descending = state.here.descending,
                                 .after = sent->after,
                                 .before = sent->before,
                                 .limit = PAGE};
    if (rows_only ? !record_query_page(pg->ctx, &query, &found)
                  : !show_whole(pg, &state, &query, &found))
        return false;
    show_place(pg, &state, &found);
    if (!list_cells_show(pg, &state, may_edit(pg), found.ids, found.n) ||
        (!rows_only && !show_smart(pg, &state)))
        return false;
    return rows_only ? reply_part(pg, "list/list_rows.part.cs") : reply_template(pg);
}

bool
company_list_page(struct page *pg)
{
    return list_page(pg, RECORD_COMPANY);
}

bool
contact_list_page(struct page *pg)
{
    return list_page(pg, RECORD_CONTACT);
}
