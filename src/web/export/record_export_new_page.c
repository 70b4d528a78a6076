/* GET /{tenant}/contacts/export and /companies/export: what the file will hold, with the address of
 * the list; POST: the export begins. */
#include <string.h>

#include "domain/export/record_export.h"
#include "domain/query/record_query.h"
#include "web/export/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { COLUMN_MOST = 700, PAIRS_MOST = 1500, URL_MOST = 64 * 1024 };

struct new_sent {
    const char *sort, *dir;
    int64_t picked;
    struct param_pairs filter;
};
static const char *const dirs[] = {"up", "down", NULL};
static const char *const formats[] = {"csv", "xlsx", NULL};
static const struct param new_items[] = {
    PARAM_TEXT(struct new_sent, sort, RECORD_ORDER_NAME, OPTIONAL),
    PARAM_CHOICE(struct new_sent, dir, dirs, OPTIONAL),
    PARAM_ID_OR_NONE(struct new_sent, picked),
    PARAM_REST(struct new_sent, filter, PAIRS_MOST),
};
const struct params record_export_new_params = PARAMS(struct new_sent, new_items);

struct start_sent {
    const char *sort, *dir, *format;
    int64_t picked;
    struct param_texts column;
    bool bom, raw;
    struct param_pairs filter;
};
static const struct param start_items[] = {
    PARAM_TEXT(struct start_sent, sort, RECORD_ORDER_NAME, OPTIONAL),
    PARAM_CHOICE(struct start_sent, dir, dirs, OPTIONAL),
    PARAM_ID_OR_NONE(struct start_sent, picked),
    PARAM_TEXTS(struct start_sent, column, COLUMN_MOST, OPTIONAL),
    PARAM_CHOICE(struct start_sent, format, formats, REQUIRED),
    PARAM_FLAG(struct start_sent, bom),
    PARAM_FLAG(struct start_sent, raw),
    PARAM_REST(struct start_sent, filter, PAIRS_MOST),
};
const struct params record_export_start_params = PARAMS(struct start_sent, start_items);

/* The records of the address: what the file is made of. */
struct asked {
    enum record_entity entity;
    struct record_filter filter;
    const struct record_order *order;
    bool descending;
    int64_t picked;
};

static bool
read_asked(struct page *pg, enum record_entity entity, const char *sort, const char *dir,
           const struct param_pairs *pairs, int64_t picked, struct asked *out)
{
    struct record_pair *own = ARENA_ARRAY(pg->ctx->arena, pairs->count + 1, struct record_pair);
    for (size_t i = 0; i < pairs->count; i++)
        own[i] = (struct record_pair){pairs->items[i].name, pairs->items[i].value};
    *out = (struct asked){.entity = entity, .picked = picked};
    if (!record_order_choose(pg->ctx, entity, sort, &out->order))
        return false;
    out->descending = *dir ? !strcmp(dir, "down") : out->order->newest_first;
    return record_filter_read(pg->ctx, entity, own, pairs->count, &out->filter);
}

/* This page with the same records. */
static const char *
own_path(struct page *pg, const struct asked *asked, const char *last)
{
    struct arena *arena = pg->ctx->arena;
    const char *filter = record_filter_text(arena, &asked->filter);
    const char *list = asked->entity == RECORD_COMPANY ? "companies" : "contacts";
    const char *path = arena_printf(arena, "%s/%s%s", pg->base, list, last);
    if (asked->picked)
        return *last ? arena_printf(arena, "%s?picked=%" PRId64, path, asked->picked) : path;
    return arena_printf(arena, "%s?%s%ssort=%s&dir=%s", path, filter, *filter ? "&" : "",
                        asked->order->name, asked->descending ? "down" : "up");
}

/* "Industry, Seniority and a search for anna" */
static const char *
words_of(struct arena *arena, const struct record_filter *filter)
{
    const char *words = "";
    for (size_t i = 0; i < filter->n_clauses; i++)
        words = arena_printf(arena, "%s%s%s", words, i ? ", " : "",
                             filter->clauses[i].dimension->label);
    if (!filter->n_words)
        return words;
    return arena_printf(arena, "%s%s\"%s\"", words, *words ? ", " : "", filter->search);
}

static bool
show_total(struct page *pg, const struct asked *asked)
{
    struct record_export draft;
    int64_t total;
    if (asked->picked) {
        if (!record_export_get(pg->ctx, asked->picked, false, &draft))
            return false;
        if (draft.entity != (int64_t)asked->entity || !draft.n_picked)
            return err_raise(pg->ctx, ERR_NOT_FOUND, "The selection is gone: select again.");
        total = draft.n_picked;
    } else if (!record_query_count(pg->ctx, &asked->filter, &total)) {
        return false;
    }
    bool company = asked->entity == RECORD_COMPANY;
    const char *noun =
        total == 1 ? (company ? "company" : "contact") : (company ? "companies" : "contacts");
    tree_set(pg->view, "Export.counted",
             arena_printf(pg->ctx->arena, "%s %s", view_number(pg, total), noun));
    tree_set_bool(pg->view, "Export.none", total == 0);
    tree_set_bool(pg->view, "Export.large", total > RECORD_EXPORT_ORDERED);
    tree_set(pg->view, "Export.most_ordered", view_number(pg, RECORD_EXPORT_ORDERED));
    return true;
}

/* Was this column, or flag, sent with the form that is shown again? */
static bool
was_sent(const struct page *pg, const char *name, const char *value)
{
    for (size_t i = 0; i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, name) && !strcmp(pg->sent->values[i].value, value))
            return true;
    return false;
}

static bool
show_columns(struct page *pg, enum record_entity entity)
{
    struct record_export_column *columns;
    struct tree_list groups = tree_list(pg->view, "Groups"), list = {0};
    const char *group = "";
    size_t n;
    if (!record_export_columns(pg->ctx, entity, &columns, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(group, columns[i].group) != 0) {
            struct tree *head = tree_row(&groups);
            group = columns[i].group;
            tree_set(head, "label", group);
            list = tree_list(head, "columns");
        }
        struct tree *row = tree_row(&list);
        tree_set(row, "name", columns[i].name);
        tree_set(row, "label", columns[i].label);
        tree_set_bool(row, "checked",
                      pg->sent ? was_sent(pg, "column", columns[i].name) : columns[i].usual);
    }
    return true;
}

static bool
show_new(struct page *pg, enum record_entity entity)
{
    const struct new_sent *sent = pg->params;
    struct asked asked;
    if (!read_asked(pg, entity, sent->sort, sent->dir, &sent->filter, sent->picked, &asked) ||
        !show_total(pg, &asked) || !show_columns(pg, entity))
        return false;
    bool company = entity == RECORD_COMPANY;
    tree_set(pg->view, "Export.noun", company ? "companies" : "contacts");
    tree_set(pg->view, "Export.title", company ? "Companies" : "Contacts");
    tree_set(pg->view, "Export.path", own_path(pg, &asked, "/export"));
    tree_set(pg->view, "Export.back", own_path(pg, &asked, ""));
    tree_set(pg->view, "Export.words", words_of(pg->ctx->arena, &asked.filter));
    tree_set_bool(pg->view, "Export.picked", asked.picked);
    tree_set(pg->view, "Export.format",
             pg->sent && was_sent(pg, "format", "xlsx") ? "xlsx" : "csv");
    tree_set_bool(pg->view, "Export.bom", pg->sent && was_sent(pg, "bom", "1"));
    tree_set_bool(pg->view, "Export.raw", pg->sent && was_sent(pg, "raw", "1"));
    return reply_template(pg);
}

bool
record_export_companies_page(struct page *pg)
{
    return show_new(pg, RECORD_COMPANY);
}

bool
record_export_contacts_page(struct page *pg)
{
    return show_new(pg, RECORD_CONTACT);
}

static bool
start(struct page *pg, enum record_entity entity)
{
    const struct start_sent *sent = pg->params;
    struct asked asked;
    struct record_export draft;
    int64_t export_id;
    if (!read_asked(pg, entity, sent->sort, sent->dir, &sent->filter, sent->picked, &asked) ||
        (asked.picked && !record_export_get(pg->ctx, asked.picked, false, &draft)))
        return false;
    const struct record_export_work work = {
        .entity = entity,
        .filter = record_filter_text(pg->ctx->arena, &asked.filter),
        .picked = asked.picked,
        .order = asked.order->name,
        .descending = asked.descending,
        .columns = sent->column.values,
        .n_columns = sent->column.count,
        .form = {.format = strcmp(sent->format, "csv") ? EXPORT_XLSX : EXPORT_CSV,
                 .bom = sent->bom,
                 .unguarded = sent->raw},
    };
    return record_export_start(pg->ctx, &work, &export_id) &&
           reply_redirect_to(
               pg, arena_printf(pg->ctx->arena, "%s/exports/%" PRId64, pg->base, export_id));
}

bool
record_export_companies_start(struct page *pg)
{
    return start(pg, RECORD_COMPANY);
}

bool
record_export_contacts_start(struct page *pg)
{
    return start(pg, RECORD_CONTACT);
}
