/* GET /{tenant}/import: where a file is brought, and what was imported before. GET
 * /{tenant}/import/{id}: goes to the step an import is at, or says why it ended and what to do. */
#include <string.h>

#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { IMPORTS_PAGE = 25 };

struct import_list_ask {
    int64_t before, after, repairs;
};
static const struct param import_list_items[] = {
    PARAM_ID_OR_NONE(struct import_list_ask, before),
    PARAM_ID_OR_NONE(struct import_list_ask, after),
    PARAM_ID_OR_NONE(struct import_list_ask, repairs),
};
const struct params import_list_params = PARAMS(struct import_list_ask, import_list_items);

static const struct param import_one_items[] = {PARAM_ID(struct import_one, id)};
const struct params import_one_params = PARAMS(struct import_one, import_one_items);

/* One line: rows and what came of them. */
static bool
show_one(struct page *pg, struct tree *row, const struct import *import)
{
    struct import_totals sums;
    if (!import_view_sums(pg, import->totals ? import->totals : import->preview, &sums))
        return false;
    tree_set(row, "name", import->filename);
    tree_set(row, "path", import_view_path(pg, import->import_id, ""));
    tree_set(row, "who", import->created_by_name ? import->created_by_name : "");
    tree_set(row, "kind",
             import->entity == RECORD_COMPANY   ? "Companies"
             : import->entity == RECORD_CONTACT ? "Contacts"
                                                : "");
    view_time(pg, row, "when", import->created_at);
    import_view_state(row, import->state);
    import_view_discard(pg, row, import);
    if (import->totals) {
        tree_set(row, "ran", "1");
        if (!strcmp(import->state, "undone"))
            tree_set(row, "undone", "1");
        import_view_count(pg, row, "rows", sums.rows);
        import_view_count(pg, row, "created", sums.created);
        import_view_count(pg, row, "updated", sums.updated);
        import_view_count(pg, row, "skipped", sums.skipped);
        import_view_count(pg, row, "rejected", sums.rejected);
    } else if (import->preview) {
        import_view_count(pg, row, "rows", sums.rows);
    }
    return true;
}

static bool
show_list(struct page *pg, int64_t after)
{
    struct import *imports;
    size_t n;
    if (!import_list(pg->ctx, after ? after : INT64_MAX, IMPORTS_PAGE + 1, &imports, &n))
        return false;
    bool more = n > IMPORTS_PAGE;
    struct tree_list list = tree_list(pg->view, "Imports");
    for (size_t i = 0; i < n - more; i++)
        if (!show_one(pg, tree_row(&list), &imports[i]))
            return false;
    if (more)
        view_pager(pg, NULL, arena_printf(pg->ctx->arena, "%" PRId64, imports[n - 2].import_id));
    if (after)
        tree_set(pg->view, "Upload.newest", arena_printf(pg->ctx->arena, "%s/import", pg->base));
    return true;
}

bool
import_list_page(struct page *pg)
{
    const struct import_list_ask *ask = pg->params;
    tree_set(pg->view, "Upload.path", arena_printf(pg->ctx->arena, "%s/import", pg->base));
    tree_set_bool(pg->view, "Upload.may_write", pg->caller->role_rank >= AUTH_EDITOR);
    if (ask->repairs) {
        struct import repaired;
        if (!import_get(pg->ctx, ask->repairs, &repaired))
            return false;
        tree_set_i64(pg->view, "Upload.repairs", repaired.import_id);
        tree_set(pg->view, "Upload.repairs_name", repaired.filename);
    }
    return show_list(pg, ask->after) && reply_template(pg);
}

bool
import_show_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct import import;
    if (!import_view_read(pg, one->id, &import))
        return false;
    const char *place = import_view_place(pg, &import);
    if (place)
        return reply_redirect_to(pg, place);
    import_view_head(pg, &import, IMPORT_STEP_UPLOAD);
    tree_set(pg->view, "Import.received", view_bytes(pg, import.received));
    tree_set_i64(pg->view, "Import.received_bytes", import.received);
    tree_set_i64(pg->view, "Import.size_bytes", import.size);
    tree_set(pg->view, "Import.width", view_width(pg->ctx->arena, import.received, import.size));
    if (!strcmp(import.state, "discarded") && !import_view_made_undone(pg, import.undo))
        return false;
    tree_set_bool(pg->view, "Import.has_file", import.file != NULL);
    tree_set_bool(pg->view, "Import.has_mapping", import.mapping != NULL && import.file != NULL);
    return reply_template(pg);
}
