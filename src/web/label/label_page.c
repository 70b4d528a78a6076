/* /{tenant}/settings/tags and …/lists: all of them with how many records each is on; adding, renaming,
 * recolouring, merging, deleting. Viewers read, editors change. */
#include <string.h>

#include "domain/label/label.h"
#include "web/account/account_view.h"
#include "web/label/label_view.h"
#include "web/label/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 500, SEARCH_MOST = 120 };

struct label_query {
    const char *q;
};
static const struct param list_items[] = {
    PARAM_TEXT(struct label_query, q, SEARCH_MOST, OPTIONAL),
};
const struct params label_list_params = PARAMS(struct label_query, list_items);

struct label_one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct label_one, id)};
const struct params label_one_params = PARAMS(struct label_one, one_items);

/* Of all forms that name a label; a list's have no colour, a new one has no id. */
struct label_form {
    const char *q;
    int64_t id;
    const char *name, *colour;
};
static const struct param tag_add_items[] = {
    PARAM_TEXT(struct label_form, q, SEARCH_MOST, OPTIONAL),
    PARAM_TEXT(struct label_form, name, LABEL_TAG_MOST, REQUIRED),
    PARAM_TEXT(struct label_form, colour, 20, REQUIRED),
};
const struct params tag_add_params = PARAMS(struct label_form, tag_add_items);
static const struct param tag_save_items[] = {
    PARAM_ID(struct label_form, id),
    PARAM_TEXT(struct label_form, name, LABEL_TAG_MOST, REQUIRED),
    PARAM_TEXT(struct label_form, colour, 20, REQUIRED),
};
const struct params tag_save_params = PARAMS(struct label_form, tag_save_items);
static const struct param list_add_items[] = {
    PARAM_TEXT(struct label_form, q, SEARCH_MOST, OPTIONAL),
    PARAM_TEXT(struct label_form, name, LABEL_LIST_MOST, REQUIRED),
};
const struct params list_add_params = PARAMS(struct label_form, list_add_items);
static const struct param list_save_items[] = {
    PARAM_ID(struct label_form, id),
    PARAM_TEXT(struct label_form, name, LABEL_LIST_MOST, REQUIRED),
};
const struct params list_save_params = PARAMS(struct label_form, list_save_items);

struct label_merging {
    int64_t id, into, count;
};
static const struct param merge_items[] = {
    PARAM_ID(struct label_merging, id),
    PARAM_ID(struct label_merging, into),
    PARAM_I64(struct label_merging, count, 0, INT64_MAX, REQUIRED),
};
const struct params label_merge_params = PARAMS(struct label_merging, merge_items);

struct label_deleting {
    int64_t id, count;
};
static const struct param delete_items[] = {
    PARAM_ID(struct label_deleting, id),
    PARAM_I64(struct label_deleting, count, 0, INT64_MAX, REQUIRED),
};
const struct params label_delete_params = PARAMS(struct label_deleting, delete_items);

static const char *
list_path(struct page *pg, enum label_kind kind)
{
    return arena_printf(pg->ctx->arena, "%s/settings/%s", pg->base, label_nouns(kind));
}

static void
fill_kind(struct page *pg, enum label_kind kind)
{
    struct tree *node = tree_node(pg->view, "Label");
    bool tag = kind == LABEL_TAG;
    tree_set(node, "noun", label_noun(kind));
    tree_set(node, "nouns", label_nouns(kind));
    tree_set(node, "title", tag ? "Tags" : "Lists");
    tree_set(node, "Noun", tag ? "Tag" : "List");
    tree_set_bool(node, "is_tag", tag);
    tree_set(node, "path", list_path(pg, kind));
    account_tabs(pg);
}

static void
fill_colours(struct page *pg, const char *chosen)
{
    struct tree_list list = tree_list(pg->view, "Colours");
    view_field(pg, "colour", chosen);
    for (const struct label_colour *colour = label_colours; colour->name; colour++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "value", colour->name);
        tree_set(row, "label", colour->label);
        tree_set_i64(row, "number", colour->number);
    }
}

/* The list of records that hold a label. */
static const char *
records_path(struct page *pg, enum label_kind kind, const char *records, int64_t id)
{
    return arena_printf(pg->ctx->arena, "%s/%s?%s=%" PRId64, pg->base, records, label_noun(kind),
                        id);
}

static bool
show_list(struct page *pg, enum label_kind kind)
{
    const struct label_query *query = pg->params;
    struct label_count *rows;
    size_t n;
    if (!label_counts(pg->ctx, kind, query->q, SHOWN, &rows, &n))
        return false;
    fill_kind(pg, kind);
    fill_colours(pg, "grey");
    struct tree_list list = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].id);
        tree_set(row, "name", rows[i].name);
        tree_set_i64(row, "colour", label_colour_number(rows[i].colour));
        tree_set(row, "companies", view_number(pg, rows[i].companies));
        tree_set(row, "contacts", view_number(pg, rows[i].contacts));
        tree_set(row, "companies_path", records_path(pg, kind, "companies", rows[i].id));
        tree_set(row, "contacts_path", records_path(pg, kind, "contacts", rows[i].id));
        tree_set(row, "by", rows[i].created_by ? rows[i].created_by : "");
        view_time(pg, row, "created", rows[i].created_ms);
    }
    tree_set(pg->view, "Label.q", query->q);
    tree_set(pg->view, "Label.total", view_number(pg, n ? rows->total : 0));
    if (n && rows->total > (int64_t)n)
        tree_set(pg->view, "Label.rest", view_number(pg, rows->total - (int64_t)n));
    return reply_template(pg);
}

static bool
add(struct page *pg, enum label_kind kind)
{
    const struct label_form *form = pg->params;
    int64_t id;
    if (!label_add(pg->ctx, kind, form->name, form->colour, &id))
        return false;
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "%s is there now.", form->name), NULL, NULL);
    return reply_redirect_to(pg, list_path(pg, kind));
}

static bool
show_one(struct page *pg, enum label_kind kind)
{
    const struct label_one *one = pg->params;
    struct label label;
    if (!label_get(pg->ctx, kind, one->id, &label))
        return false;
    fill_kind(pg, kind);
    fill_colours(pg, label.colour);
    view_field(pg, "name", label.name);
    tree_set(pg->view, "Label.name", label.name);
    return reply_template(pg);
}

static bool
save(struct page *pg, enum label_kind kind)
{
    const struct label_form *form = pg->params;
    if (!label_change(pg->ctx, kind, form->id, form->name, form->colour))
        return false;
    reply_flash(pg, "ok", "Saved.", NULL, NULL);
    return reply_redirect_to(pg, list_path(pg, kind));
}

static int64_t
records(const struct label_reach *reach)
{
    return reach->companies + reach->contacts + reach->trashed;
}

/* What merging and deleting are about, with exact numbers. */
static bool
fill_reach(struct page *pg, enum label_kind kind, int64_t id)
{
    struct label label;
    struct label_reach reach;
    if (!label_get(pg->ctx, kind, id, &label) || !label_reach(pg->ctx, kind, id, &reach))
        return false;
    struct tree *node = tree_node(pg->view, "Label");
    fill_kind(pg, kind);
    tree_set(node, "name", label.name);
    tree_set_i64(node, "colour", label_colour_number(label.colour));
    tree_set(node, "records", label_view_records(pg, reach.companies, reach.contacts));
    tree_set(node, "trash", label_view_trash(pg, reach.trashed));
    tree_set_i64(node, "count", records(&reach));
    tree_set_bool(node, "used", records(&reach) > 0);
    return true;
}

/* Somebody asked for these numbers: with others it has to be looked at again. */
static bool
same_reach(struct page *pg, enum label_kind kind, int64_t id, int64_t count, bool *same)
{
    struct label_reach reach;
    if (!label_reach(pg->ctx, kind, id, &reach))
        return false;
    *same = records(&reach) == count;
    return *same || reply_form_error(pg, "",
                                     "Meanwhile the number of records has changed. Look at "
                                     "it again, then confirm.");
}

static bool
ask_merge(struct page *pg, enum label_kind kind)
{
    const struct label_one *one = pg->params;
    struct label *all;
    size_t n;
    if (!fill_reach(pg, kind, one->id) || !label_all(pg->ctx, kind, &all, &n))
        return false;
    view_field(pg, "into", "");
    view_option(pg, "into", "", "Choose");
    for (size_t i = 0; i < n; i++)
        if (all[i].id != one->id)
            view_option(pg, "into", arena_printf(pg->ctx->arena, "%" PRId64, all[i].id),
                        all[i].name);
    tree_set_bool(pg->view, "Label.others", n > 1);
    return reply_template(pg);
}

static bool
merge(struct page *pg, enum label_kind kind)
{
    const struct label_merging *form = pg->params;
    struct label_done done;
    bool same;
    if (!same_reach(pg, kind, form->id, form->count, &same) || !same)
        return pg->ctx->err.kind == ERR_NONE;
    bool ok = label_merge(pg->ctx, kind, form->id, form->into, &done);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    if (!ok)
        return account_back(pg, ok, "", list_path(pg, kind));
    return label_view_done(pg, arena_printf(pg->ctx->arena, "%s is now %s.", done.name, done.into),
                           done.set_id, done.job_id, list_path(pg, kind));
}

static bool
ask_delete(struct page *pg, enum label_kind kind)
{
    const struct label_one *one = pg->params;
    return fill_reach(pg, kind, one->id) && reply_template(pg);
}

static bool
take_away(struct page *pg, enum label_kind kind)
{
    const struct label_deleting *form = pg->params;
    struct label_done done;
    bool same;
    if (!same_reach(pg, kind, form->id, form->count, &same) || !same)
        return pg->ctx->err.kind == ERR_NONE;
    bool ok = label_delete(pg->ctx, kind, form->id, &done);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    if (!ok)
        return account_back(pg, ok, "", list_path(pg, kind));
    return label_view_done(pg, arena_printf(pg->ctx->arena, "%s is deleted.", done.name),
                           done.set_id, done.job_id, list_path(pg, kind));
}

bool
tag_list_page(struct page *pg)
{
    return show_list(pg, LABEL_TAG);
}

bool
tag_add_page(struct page *pg)
{
    return add(pg, LABEL_TAG);
}

bool
tag_edit_page(struct page *pg)
{
    return show_one(pg, LABEL_TAG);
}

bool
tag_save_page(struct page *pg)
{
    return save(pg, LABEL_TAG);
}

bool
tag_merge_ask_page(struct page *pg)
{
    return ask_merge(pg, LABEL_TAG);
}

bool
tag_merge_page(struct page *pg)
{
    return merge(pg, LABEL_TAG);
}

bool
tag_delete_ask_page(struct page *pg)
{
    return ask_delete(pg, LABEL_TAG);
}

bool
tag_delete_page(struct page *pg)
{
    return take_away(pg, LABEL_TAG);
}

bool
list_list_page(struct page *pg)
{
    return show_list(pg, LABEL_LIST);
}

bool
list_add_page(struct page *pg)
{
    return add(pg, LABEL_LIST);
}

bool
list_edit_page(struct page *pg)
{
    return show_one(pg, LABEL_LIST);
}

bool
list_save_page(struct page *pg)
{
    return save(pg, LABEL_LIST);
}

bool
list_merge_ask_page(struct page *pg)
{
    return ask_merge(pg, LABEL_LIST);
}

bool
list_merge_page(struct page *pg)
{
    return merge(pg, LABEL_LIST);
}

bool
list_delete_ask_page(struct page *pg)
{
    return ask_delete(pg, LABEL_LIST);
}

bool
list_delete_page(struct page *pg)
{
    return take_away(pg, LABEL_LIST);
}
