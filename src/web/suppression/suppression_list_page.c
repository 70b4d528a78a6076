/* GET and POST /{tenant}/suppressions: who must not be contacted; adding an entry. Removing one, which
 * lets messages out again, is for admins. */
#include <inttypes.h>
#include <stdlib.h>

#include "domain/suppression/suppression_list.h"
#include "web/reply.h"
#include "web/suppression/pages.h"
#include "web/view.h"

enum { SEARCH_MAX = 200, VALUE_MAX = 260, REASON_MAX = 200 };

struct list_query {
    const char *q;
    int64_t after;
};
static const struct param list_items[] = {
    PARAM_TEXT(struct list_query, q, SEARCH_MAX, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_query, after),
};
const struct params suppression_list_params = PARAMS(struct list_query, list_items);

struct add_form {
    const char *q;
    int64_t after;
    const char *value, *reason;
};
static const struct param add_items[] = {
    PARAM_TEXT(struct add_form, q, SEARCH_MAX, OPTIONAL),
    PARAM_ID_OR_NONE(struct add_form, after),
    PARAM_TEXT(struct add_form, value, VALUE_MAX, REQUIRED),
    PARAM_TEXT(struct add_form, reason, REASON_MAX, REQUIRED),
};
const struct params suppression_add_params = PARAMS(struct add_form, add_items);

struct remove_form {
    int64_t id;
};
static const struct param remove_items[] = {PARAM_ID(struct remove_form, id)};
const struct params suppression_remove_params = PARAMS(struct remove_form, remove_items);

bool
suppression_list_page(struct page *pg)
{
    const struct list_query *query = pg->params;
    struct suppression *entries;
    size_t n;
    if (!suppression_list_read(pg->ctx, query->q, query->after, &entries, &n))
        return false;
    bool more = n > SUPPRESSION_PAGE;
    struct tree_list rows = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n && i < SUPPRESSION_PAGE; i++) {
        struct tree *row = tree_row(&rows);
        tree_set_i64(row, "id", entries[i].suppression_id);
        tree_set(row, "kind", entries[i].kind);
        tree_set(row, "value", entries[i].value);
        tree_set(row, "reason", entries[i].reason);
        tree_set(row, "who", entries[i].who ? entries[i].who : "");
        view_time(pg, row, "when", entries[i].created_ms);
    }
    tree_set(pg->view, "List.q", query->q);
    tree_set(pg->view, "List.path", pg->path);
    tree_set(pg->view, "List.total", view_number(pg, n ? entries[0].total : 0));
    view_pager(pg, NULL,
               more ? arena_printf(pg->ctx->arena, "%" PRId64,
                                   entries[SUPPRESSION_PAGE - 1].suppression_id)
                    : NULL);
    return reply_template(pg);
}

bool
suppression_add(struct page *pg)
{
    const struct add_form *form = pg->params;
    bool added;
    if (!suppression_list_add(pg->ctx, form->value, form->reason, &added))
        return false;
    if (!added)
        return reply_form_error(pg, "value", "This is on the list already.");
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "%s will not be contacted.", form->value),
                NULL, NULL);
    return reply_redirect(pg, "/%s/suppressions", pg->slug);
}

bool
suppression_remove(struct page *pg)
{
    const struct remove_form *form = pg->params;
    const char *value;
    if (!suppression_list_remove(pg->ctx, form->id, &value))
        return false;
    reply_flash(
        pg, "warn",
        arena_printf(pg->ctx->arena, "%s is off the list and can be contacted again.", value), NULL,
        NULL);
    return reply_redirect(pg, "/%s/suppressions", pg->slug);
}
