/* GET /{tenant}/companies and /contacts: fifty rows, sorted, searched, narrowed by the address. */
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "domain/record/country.h"
#include "domain/record/record_list.h"
#include "web/record/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { URL_MAX = 8192, CURSOR_MAX = 1400, SEARCH_MAX = 200 };

struct list_query {
    const char *q, *sort, *dir, *after, *before, *did;
    int64_t tag, list, set;
    bool count;
};
static const char *const sorts[] = {"name", "company", "updated", "created", NULL};
static const char *const dirs[] = {"up", "down", NULL};
static const char *const dids[] = {"created", "updated", NULL};
static const struct param items[] = {
    PARAM_TEXT(struct list_query, q, SEARCH_MAX, OPTIONAL),
    PARAM_CHOICE(struct list_query, sort, sorts, OPTIONAL),
    PARAM_CHOICE(struct list_query, dir, dirs, OPTIONAL),
    PARAM_TEXT(struct list_query, after, CURSOR_MAX, OPTIONAL),
    PARAM_TEXT(struct list_query, before, CURSOR_MAX, OPTIONAL),
    PARAM_CHOICE(struct list_query, did, dids, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_query, tag),
    PARAM_ID_OR_NONE(struct list_query, list),
    PARAM_ID_OR_NONE(struct list_query, set),
    PARAM_FLAG(struct list_query, count),
};
const struct params record_list_params = PARAMS(struct list_query, items);

static enum record_sort
sort_of(const struct list_query *query, enum record_entity entity)
{
    for (size_t i = 0; sorts[i]; i++)
        if (!strcmp(sorts[i], query->sort))
            return i == RECORD_BY_COMPANY && entity == RECORD_COMPANY ? RECORD_BY_NAME
                                                                      : (enum record_sort)i;
    return RECORD_BY_NAME;
}

static void
add(struct buf *buf, struct arena *arena, const char *name, const char *value)
{
    if (*value)
        buf_printf(buf, "%c%s=%s", strchr(buf->data, '?') ? '&' : '?', name,
                   view_encode(arena, value));
}

/* This list with another order, or without what narrows it. */
static const char *
list_url(struct page *pg, const struct list_query *query, const char *sort, const char *dir,
         bool narrowed)
{
    struct arena *arena = pg->ctx->arena;
    struct buf buf;
    buf_init(&buf, arena, URL_MAX);
    buf_text(&buf, pg->path);
    if (narrowed) {
        const int64_t ids[] = {query->tag, query->list, query->set};
        static const char *const names[] = {"tag", "list", "set"};
        for (size_t i = 0; i < 3; i++)
            if (ids[i])
                add(&buf, arena, names[i], view_url(arena, "%" PRId64, ids[i]));
        add(&buf, arena, "did", query->did);
    }
    add(&buf, arena, "q", query->q);
    add(&buf, arena, "sort", sort);
    add(&buf, arena, "dir", dir);
    return buf.data;
}

/* The heads of the columns: where each leads, and which one rules. */
static void
show_sorts(struct page *pg, const struct list_query *query, enum record_sort sort, bool descending)
{
    for (size_t i = 0; sorts[i]; i++) {
        bool ruling = (size_t)sort == i;
        /* times begin with the newest, names with A */
        bool down = ruling ? !descending : i == RECORD_BY_UPDATED || i == RECORD_BY_CREATED;
        struct tree *node = tree_node(pg->view, arena_printf(pg->ctx->arena, "Sort.%s", sorts[i]));
        tree_set(node, "path", list_url(pg, query, sorts[i], down ? "down" : "up", true));
        if (ruling)
            tree_set(node, "order", descending ? "descending" : "ascending");
    }
}

static void
show_row(struct page *pg, struct tree *node, const struct record_row *row, int64_t now)
{
    static const struct {
        const char *name;
        size_t at;
    } texts[] = {
        {"name",      offsetof(struct record_row, label)       },
        {"email",     offsetof(struct record_row, email)       },
        {"domain",    offsetof(struct record_row, domain)      },
        {"industry",  offsetof(struct record_row, industry)    },
        {"employees", offsetof(struct record_row, employees)   },
        {"title",     offsetof(struct record_row, job_title)   },
        {"phone",     offsetof(struct record_row, phone)       },
        {"company",   offsetof(struct record_row, company_name)},
    };
    tree_set_i64(node, "id", row->record_id);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text;
        memcpy(&text, (const char *)row + texts[i].at, sizeof text);
        if (text)
            tree_set(node, texts[i].name, text);
    }
    if (row->company_id)
        tree_set_i64(node, "company_id", row->company_id);
    const struct country *country = row->country ? country_by_code(row->country) : NULL;
    if (row->city && country)
        tree_set(node, "place", arena_printf(pg->ctx->arena, "%s, %s", row->city, country->name));
    else if (row->city || country)
        tree_set(node, "place", row->city ? row->city : country->name);
    tree_set(node, "age", view_duration(pg->ctx->arena, now - row->updated_ms));
}

static bool
show_total(struct page *pg, const struct list_query *query, const struct record_filter *filter,
           int64_t total)
{
    if (query->count && total > RECORD_LIST_COUNTED && !record_list_count(pg->ctx, filter, &total))
        return false;
    if (!query->count && total > RECORD_LIST_COUNTED) {
        tree_set(
            pg->view, "List.total",
            arena_printf(pg->ctx->arena, "more than %s", view_number(pg, RECORD_LIST_COUNTED)));
        tree_set(pg->view, "List.count", view_here_with(pg, "count", "1"));
        return true;
    }
    tree_set(pg->view, "List.total", view_number(pg, total));
    return true;
}

/* A search keeps the order and what narrows the list. */
static void
show_kept(struct page *pg)
{
    struct tree_list kept = tree_list(pg->view, "List.kept");
    for (size_t i = 0; i < pg->input.count; i++) {
        const struct param_value *sent = &pg->input.values[i];
        if (!strcmp(sent->name, "q") || !strcmp(sent->name, "after") ||
            !strcmp(sent->name, "before") || !strcmp(sent->name, "count") || !*sent->value)
            continue;
        struct tree *row = tree_row(&kept);
        tree_set(row, "name", sent->name);
        tree_set(row, "value", sent->value);
    }
}

/* The chips that say what narrows the list. */
static bool
show_chips(struct page *pg, const struct list_query *query)
{
    const int64_t ids[] = {query->tag, query->list, query->set};
    static const char *const kinds[] = {"Tag", "List", "Change"};
    struct tree_list chips = tree_list(pg->view, "Chips");
    for (size_t i = 0; i < 3; i++) {
        const char *name;
        if (!ids[i])
            continue;
        if (!record_list_chip(pg->ctx, kinds[i], ids[i], &name))
            return false;
        struct tree *chip = tree_row(&chips);
        const char *did = !strcmp(query->did, "created")   ? "Created by"
                          : !strcmp(query->did, "updated") ? "Updated by"
                                                           : "Touched by";
        tree_set(chip, "label", i == 2 ? did : kinds[i]);
        tree_set(chip, "value", name);
    }
    if (chips.count || *query->q)
        tree_set(
            pg->view, "List.clear",
            list_url(pg, &(struct list_query){.q = "", .did = ""}, query->sort, query->dir, false));
    return true;
}

static bool
list_page(struct page *pg, enum record_entity entity)
{
    const struct list_query *query = pg->params;
    struct record_list list = {
        .filter = {.entity = entity,
                   .search = query->q,
                   .tag = query->tag,
                   .list = query->list,
                   .set = query->set,
                   .did = *query->did},
        .sort = sort_of(query, entity),
        .after = query->after,
        .before = query->before,
        .limit = RECORD_LIST_PAGE
    };
    list.descending = !strcmp(query->dir, "down");
    struct record_page page;
    if (!record_list_read(pg->ctx, &list, &page) ||
        !show_total(pg, query, &list.filter, page.total) || !show_chips(pg, query))
        return false;
    struct tree_list rows = tree_list(pg->view, "Rows");
    int64_t now = clock_now_ms();
    for (size_t i = 0; i < page.n; i++)
        show_row(pg, tree_row(&rows), &page.rows[i], now);
    show_sorts(pg, query, list.sort, list.descending);
    tree_set(pg->view, "List.q", query->q);
    tree_set(pg->view, "List.path", pg->path);
    tree_set(pg->view, "List.shown", view_number(pg, (int64_t)page.n));
    show_kept(pg);
    record_view_places(pg);
    view_pager(pg, page.previous, page.next);
    return reply_template(pg);
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
