/* What a list page's address says. See list_state.h. */
#include "web/list/list_state.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "web/view.h"

enum {
    NAMES = 340,
    NAME_SHOWN = 40,
    TAIL_MOST = 100,
    URL_MOST = 64 * 1024,
    RECORD_URL_MOST = 14 * 1024
};

#define CAME "?from=~"

/* Whether a pair of this name has a value. */
static bool
has_value(const struct param_pairs *sent, const char *name)
{
    for (size_t i = 0; i < sent->count; i++)
        if (!strcmp(sent->items[i].name, name) && *sent->items[i].value)
            return true;
    return false;
}

bool
list_state_filter(struct page *pg, enum record_entity entity, const struct param_pairs *sent,
                  struct record_filter *out)
{
    struct arena *arena = pg->ctx->arena;
    struct record_pair *pairs = ARENA_ARRAY(arena, sent->count + 1, struct record_pair);
    size_t n = 0;
    for (size_t i = 0; i < sent->count; i++) {
        const char *name = sent->items[i].name;
        /* without script a typed range comes beside the ticked one, and wins */
        if (!has_value(sent, arena_printf(arena, "%s.from", name)) &&
            !has_value(sent, arena_printf(arena, "%s.to", name)))
            pairs[n++] = (struct record_pair){name, sent->items[i].value};
    }
    return record_filter_read(pg->ctx, entity, pairs, n, out);
}

static bool
is_column(const struct list_state *state, const char *name)
{
    for (size_t i = 0; i < state->n_columns; i++)
        if (!strcmp(state->columns[i].name, name))
            return true;
    return false;
}

static bool
refuse_columns(struct page *pg, const struct list_state *state, const char *const *others, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    struct record_column *all;
    size_t n_all;
    if (!record_columns(pg->ctx, state->entity, &all, &n_all))
        return false;
    const char **names = ARENA_ARRAY(arena, n_all + 1, const char *);
    for (size_t i = 0; i < n_all; i++)
        names[i] = all[i].name;
    return err_field(pg->ctx, ERR_INPUT, "cols", "%s %s %s not known here. Known: %s.",
                     n == 1 ? "Column" : "Columns", text_listing(arena, others, n, NAME_SHOWN * 2),
                     n == 1 ? "is" : "are", text_listing(arena, names, n_all, NAMES));
}

/* Whoever asks for columns in an address hears of those that there are none of; what the caller keeps
 * may name a custom field that is gone. */
static bool
check_columns(struct page *pg, struct list_state *state)
{
    struct arena *arena = pg->ctx->arena;
    const char *others[LIST_VIEW_COLUMNS], *known = "";
    size_t n = 0;
    for (const char *at = state->here.cols + strspn(state->here.cols, ","); *at;
         at += strspn(at, ",")) {
        size_t length = strcspn(at, ",");
        const char *name = arena_strndup(arena, at, strcspn(at, ":,"));
        if (is_column(state, name))
            known = arena_printf(arena, "%s%s%.*s", known, *known ? "," : "", (int)length, at);
        else if (n < LIST_VIEW_COLUMNS)
            others[n++] = arena_printf(arena, "\"%s\"", text_cut(arena, name, NAME_SHOWN));
        at += length;
    }
    state->known_columns = known;
    return !n || refuse_columns(pg, state, others, n);
}

/* The columns of the address, of the caller or of everybody, in that order of preference. */
static bool
read_columns(struct page *pg, struct list_state *state)
{
    struct arena *arena = pg->ctx->arena;
    struct list_column wanted[LIST_VIEW_COLUMNS], shown[LIST_VIEW_COLUMNS];
    const char *names[LIST_VIEW_COLUMNS];
    const char *text = *state->here.cols ? state->here.cols : state->view.columns;
    size_t n = list_view_columns(arena, text, wanted);
    for (size_t i = 0; i < n; i++)
        names[i] = wanted[i].name;
    if (!record_columns_named(pg->ctx, state->entity, names, n, &state->columns, &state->n_columns))
        return false;
    if (*state->here.cols && !check_columns(pg, state))
        return false;
    if (state->n_columns > LIST_VIEW_COLUMNS)
        state->n_columns = LIST_VIEW_COLUMNS;
    state->widths = ARENA_ARRAY(arena, state->n_columns + 1, const char *);
    for (size_t i = 0; i < state->n_columns; i++) {
        state->widths[i] = "";
        for (size_t j = 0; j < n; j++)
            if (!strcmp(wanted[j].name, state->columns[i].name))
                state->widths[i] = wanted[j].width;
        shown[i] = (struct list_column){state->columns[i].name, state->widths[i]};
    }
    state->shown = list_view_text(arena, shown, state->n_columns);
    return true;
}

bool
list_state_read(struct page *pg, enum record_entity entity, const struct list_sent *sent,
                struct list_state *out)
{
    const struct record_order *order;
    *out = (struct list_state){.entity = entity, .sent = sent};
    if (!list_view_ahead(pg->ctx, entity) ||
        !list_state_filter(pg, entity, &sent->filter, &out->filter) ||
        !record_order_choose(pg->ctx, entity, sent->sort, &order))
        return false;
    out->here = (struct list_address){.filter = &out->filter,
                                      .order = order,
                                      .descending = *sent->dir ? !strcmp(sent->dir, "down")
                                                               : order->newest_first,
                                      .cols = sent->cols,
                                      .more = sent->more,
                                      .smart = sent->smart,
                                      .paged = sent->paged};
    return list_view_read(pg->ctx, entity, &out->view) && read_columns(pg, out) &&
           list_names_read(pg->ctx, &out->names);
}

const char *
list_state_path(struct page *pg, enum record_entity entity)
{
    return arena_printf(pg->ctx->arena, "%s/%s", pg->base,
                        entity == RECORD_COMPANY ? "companies" : "contacts");
}

static void
add(struct page *pg, struct buf *buf, const char *name, const char *value)
{
    if (*value)
        buf_printf(buf, "%c%s=%s", strchr(buf->data, '?') ? '&' : '?', name,
                   view_encode(pg->ctx->arena, value));
}

/* The path with filter and order. */
static void
begin(struct page *pg, struct buf *buf, const struct list_address *address, const char *page)
{
    enum record_entity entity = address->filter->entity;
    size_t n;
    buf_init(buf, pg->ctx->arena, URL_MOST);
    buf_printf(buf, "%s%s", list_state_path(pg, entity), page);
    const char *filter = record_filter_text(pg->ctx->arena, address->filter);
    if (*filter)
        buf_printf(buf, "?%s", filter);
    if (address->order != record_orders(entity, &n))
        add(pg, buf, "sort", address->order->name);
    if (address->descending != address->order->newest_first)
        add(pg, buf, "dir", address->descending ? "down" : "up");
}

const char *
list_state_below(struct page *pg, const struct list_state *state, const char *page)
{
    struct buf buf;
    begin(pg, &buf, &state->here, page);
    return buf.data;
}

const char *
list_state_url(struct page *pg, const struct list_address *address)
{
    struct buf buf;
    begin(pg, &buf, address, "");
    add(pg, &buf, "cols", address->cols);
    add(pg, &buf, "more", address->more);
    add(pg, &buf, "paged", address->paged ? "1" : "");
    add(pg, &buf, "smart", address->smart);
    return buf.data;
}

static const char *
whole_tail(struct page *pg, const struct list_address *address)
{
    struct buf buf;
    size_t n;
    buf_init(&buf, pg->ctx->arena, URL_MOST);
    buf_printf(&buf, "?from=%s",
               view_encode(pg->ctx->arena, record_filter_text(pg->ctx->arena, address->filter)));
    if (address->order != record_orders(address->filter->entity, &n))
        add(pg, &buf, "sort", address->order->name);
    if (address->descending != address->order->newest_first)
        add(pg, &buf, "dir", address->descending ? "down" : "up");
    return buf.data;
}

const char *
list_state_tail(struct page *pg, const struct list_address *address)
{
    const char *tail = whole_tail(pg, address);
    return strlen(tail) > TAIL_MOST ? CAME : tail;
}

/* The query of the list that the request came from, or NULL. */
static const char *
query_of_list(struct page *pg, enum record_entity entity)
{
    const char *path = list_state_path(pg, entity), *at = strstr(pg->in->referer, "://");
    at = at ? strchr(at + strlen("://"), '/') : NULL;
    return at && !strncmp(at, path, strlen(path)) && at[strlen(path)] == '?' ? at + strlen(path) + 1
                                                                             : NULL;
}

/* What is no address of a list after all is none to go back to. */
const char *
list_state_came(struct page *pg, enum record_entity entity)
{
    struct param_set set = {0};
    struct record_filter filter;
    struct list_address address = {.filter = &filter};
    const char *query = query_of_list(pg, entity), *dir = "";
    size_t n, n_pairs = 0;
    address.order = record_orders(entity, &n);
    if (!query ||
        !params_add_encoded(pg->ctx, &set, query, strcspn(query, "#"), PARAM_FROM_QUERY)) {
        err_clear(pg->ctx);
        return "";
    }
    struct param_pair *pairs = ARENA_ARRAY(pg->ctx->arena, set.count + 1, struct param_pair);
    for (size_t i = 0; i < set.count; i++) {
        const struct param_value *sent = &set.values[i];
        if (record_filter_takes(entity, sent->name))
            pairs[n_pairs++] = (struct param_pair){sent->name, sent->value};
        else if (!strcmp(sent->name, "sort") && record_order_get(entity, sent->value))
            address.order = record_order_get(entity, sent->value);
        else if (!strcmp(sent->name, "dir"))
            dir = sent->value;
    }
    if (!list_state_filter(pg, entity, &(struct param_pairs){pairs, n_pairs}, &filter)) {
        err_clear(pg->ctx);
        return "";
    }
    address.descending = *dir ? !strcmp(dir, "down") : address.order->newest_first;
    const char *tail = whole_tail(pg, &address);
    return strlen(tail) > RECORD_URL_MOST ? "" : tail;
}

const char *
list_state_narrowed(struct page *pg, const struct list_state *state,
                    const struct record_filter *filter)
{
    struct list_address address = state->here;
    address.filter = filter;
    address.more = "";
    return list_state_url(pg, &address);
}
