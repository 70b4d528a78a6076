/* Smart lists of a workspace: GET /{tenant}/smart-lists, saving a list's filter, opening, renaming,
 * giving another filter, removing. */
#include <inttypes.h>
#include <string.h>

#include "domain/query/smart_list.h"
#include "web/record/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const entities[] = {"company", "contact", NULL};
static const char *const dirs[] = {"up", "down", NULL};
enum { FILTER_MAX = RECORD_FILTER_TEXT };

struct save_form {
    int64_t id;
    const char *entity, *name, *filter, *sort, *dir;
};
#define SAVED                                                                                      \
    PARAM_TEXT(struct save_form, filter, FILTER_MAX, OPTIONAL),                                    \
        PARAM_TEXT(struct save_form, sort, RECORD_ORDER_NAME, OPTIONAL),                           \
        PARAM_CHOICE(struct save_form, dir, dirs, OPTIONAL)
static const struct param new_items[] = {PARAM_CHOICE(struct save_form, entity, entities, REQUIRED),
                                         SAVED};
static const struct param add_items[] = {
    PARAM_CHOICE(struct save_form, entity, entities, REQUIRED), SAVED,
    PARAM_TEXT(struct save_form, name, SMART_LIST_NAME, REQUIRED)};
static const struct param one_items[] = {PARAM_ID(struct save_form, id)};
static const struct param rename_items[] = {
    PARAM_ID(struct save_form, id), PARAM_TEXT(struct save_form, name, SMART_LIST_NAME, REQUIRED)};
static const struct param refilter_items[] = {PARAM_ID(struct save_form, id), SAVED};
const struct params smart_list_new_params = PARAMS(struct save_form, new_items);
const struct params smart_list_add_params = PARAMS(struct save_form, add_items);
const struct params smart_list_one_params = PARAMS(struct save_form, one_items);
const struct params smart_list_rename_params = PARAMS(struct save_form, rename_items);
const struct params smart_list_refilter_params = PARAMS(struct save_form, refilter_items);

static enum record_entity
entity_of(const struct save_form *form)
{
    return strcmp(form->entity, "company") ? RECORD_CONTACT : RECORD_COMPANY;
}

/* The list as the smart list narrows and sorts it; in its usual order when the field that it was
 * sorted by is no more. */
static bool
open_path(struct page *pg, const struct smart_list *list, const char **out)
{
    struct arena *arena = pg->ctx->arena;
    const struct record_order *order;
    *out = arena_printf(arena, "%s/%s?%s&smart=%" PRId64, pg->base,
                        list->entity == RECORD_COMPANY ? "companies" : "contacts", list->filter,
                        list->smart_list_id);
    if (!record_order_read(pg->ctx, (enum record_entity)list->entity, list->sort, &order))
        return false;
    if (order)
        *out = arena_printf(arena, "%s&sort=%s&dir=%s", *out, view_encode(arena, list->sort),
                            list->descending ? "down" : "up");
    return true;
}

/* A filter that names what is no more (a custom field, say) still stands in the table; it says so
 * instead of a number. */
static bool
show_count(struct page *pg, struct tree *row, const struct smart_list *list)
{
    struct record_filter filter;
    int64_t total;
    if (record_filter_read_text(pg->ctx, (enum record_entity)list->entity, list->filter, &filter)) {
        if (!record_query_count(pg->ctx, &filter, &total))
            return false;
        tree_set(row, "count", view_number(pg, total));
        return true;
    }
    if (pg->ctx->err.kind != ERR_INPUT)
        return false;
    tree_set(row, "broken", pg->ctx->err.message);
    err_clear(pg->ctx);
    return true;
}

bool
smart_list_page(struct page *pg)
{
    struct smart_list *lists;
    const char *path;
    size_t n;
    if (!smart_list_all(pg->ctx, 0, &lists, &n))
        return false;
    struct tree_list rows = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&rows);
        if (!open_path(pg, &lists[i], &path))
            return false;
        tree_set_i64(row, "id", lists[i].smart_list_id);
        tree_set(row, "name", lists[i].name);
        tree_set(row, "kind", lists[i].entity == RECORD_COMPANY ? "Companies" : "Contacts");
        tree_set(row, "path", path);
        tree_set(row, "who", lists[i].who ? lists[i].who : "");
        view_time(pg, row, "when", lists[i].updated_ms);
        if (!show_count(pg, row, &lists[i]))
            return false;
    }
    tree_set(pg->view, "List.path", pg->path);
    tree_set(pg->view, "List.total", view_number(pg, (int64_t)n));
    return reply_template(pg);
}

/* What is about to be saved, and to how many it leads now. */
bool
smart_list_new_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    struct record_filter filter;
    int64_t total;
    if (!record_filter_read_text(pg->ctx, entity_of(form), form->filter, &filter) ||
        !record_query_count(pg->ctx, &filter, &total))
        return false;
    const char *query =
        view_url(pg->ctx->arena, "?entity=%s&filter=%s&sort=%s&dir=%s", form->entity,
                 record_filter_text(pg->ctx->arena, &filter), form->sort, form->dir);
    tree_set(pg->view, "Save.query", query);
    tree_set(pg->view, "Save.replace",
             view_url(pg->ctx->arena, "?filter=%s&sort=%s&dir=%s",
                      record_filter_text(pg->ctx->arena, &filter), form->sort, form->dir));
    tree_set(pg->view, "Save.back",
             arena_printf(pg->ctx->arena, "%s/%s?%s", pg->base,
                          entity_of(form) == RECORD_COMPANY ? "companies" : "contacts",
                          record_filter_text(pg->ctx->arena, &filter)));
    tree_set(pg->view, "Save.total", view_number(pg, total));
    tree_set(pg->view, "Save.what",
             entity_of(form) == RECORD_COMPANY ? (total == 1 ? "company" : "companies")
                                               : (total == 1 ? "contact" : "contacts"));
    struct smart_list *lists;
    size_t n;
    if (!smart_list_all(pg->ctx, entity_of(form), &lists, &n))
        return false;
    struct tree_list rows = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&rows);
        tree_set_i64(row, "id", lists[i].smart_list_id);
        tree_set(row, "name", lists[i].name);
    }
    tree_set(pg->view, "List.path", view_url(pg->ctx->arena, "/%s/smart-lists", pg->slug));
    return reply_template(pg);
}

static bool
done(struct page *pg, int64_t id, const char *before, const char *behind)
{
    struct smart_list list;
    const char *path;
    if (!smart_list_get(pg->ctx, id, &list) || !open_path(pg, &list, &path))
        return false;
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "%s“%s”%s", before, list.name, behind),
                "Smart lists", view_url(pg->ctx->arena, "/%s/smart-lists", pg->slug));
    return reply_redirect_to(pg, path);
}

bool
smart_list_add_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    int64_t id;
    return smart_list_add(pg->ctx, entity_of(form), form->name, form->filter, form->sort,
                          !strcmp(form->dir, "down"), &id) &&
           done(pg, id, "The filter is saved as ", ".");
}

bool
smart_list_open_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    struct smart_list list;
    const char *path;
    return smart_list_get(pg->ctx, form->id, &list) && open_path(pg, &list, &path) &&
           reply_redirect_to(pg, path);
}

bool
smart_list_refilter_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    return smart_list_refilter(pg->ctx, form->id, form->filter, form->sort,
                               !strcmp(form->dir, "down")) &&
           done(pg, form->id, "", " has this filter now.");
}

bool
smart_list_rename_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    if (!smart_list_rename(pg->ctx, form->id, form->name))
        return false;
    reply_flash(pg, "ok", "The smart list has its new name.", NULL, NULL);
    return reply_redirect(pg, "/%s/smart-lists", pg->slug);
}

bool
smart_list_edit_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    struct smart_list list;
    const char *path;
    if (!smart_list_get(pg->ctx, form->id, &list) || !open_path(pg, &list, &path))
        return false;
    tree_set(pg->view, "List.name", list.name);
    tree_set(pg->view, "List.open", path);
    tree_set(pg->view, "List.path", view_url(pg->ctx->arena, "/%s/smart-lists", pg->slug));
    tree_set_i64(pg->view, "List.id", list.smart_list_id);
    view_field(pg, "name", list.name);
    return reply_template(pg);
}

bool
smart_list_remove_page(struct page *pg)
{
    const struct save_form *form = pg->params;
    if (!smart_list_remove(pg->ctx, form->id))
        return false;
    reply_flash(pg, "ok", "The smart list is removed. The records stay.", NULL, NULL);
    return reply_redirect(pg, "/%s/smart-lists", pg->slug);
}
