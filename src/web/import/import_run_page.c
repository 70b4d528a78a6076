/* GET /{tenant}/import/{id}/run: the import while it works and after it, with its ledger, the rejected
 * rows, the undo and what that kept. POST: cancel, undo. */
#include <inttypes.h>
#include <string.h>

#include "domain/change/change_kept.h"
#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { EARLIER_SHOWN = 4, DIFFERENCES_SHOWN = 20, KEPT_SHOWN = 50 };

/* "3 companies and 12 contacts". */
static const char *
records_text(struct page *pg, int64_t companies, int64_t contacts)
{
    struct arena *arena = pg->ctx->arena;
    const char *left = arena_printf(arena, "%s %s", view_number(pg, companies),
                                    companies == 1 ? "company" : "companies");
    const char *right = arena_printf(arena, "%s %s", view_number(pg, contacts),
                                     contacts == 1 ? "contact" : "contacts");
    if (companies && contacts)
        return arena_printf(arena, "%s and %s", left, right);
    return companies ? left : right;
}

static void
show_undo_sum(struct page *pg, struct tree_list *list, const struct jsn *json, const char *what,
              const char *label)
{
    struct arena *arena = pg->ctx->arena;
    int64_t companies = jsn_as_int(jsn_get(json, arena_printf(arena, "companies_%s", what)), 0);
    int64_t contacts = jsn_as_int(jsn_get(json, arena_printf(arena, "contacts_%s", what)), 0);
    if (!companies && !contacts)
        return;
    struct tree *row = tree_row(list);
    tree_set(row, "label", label);
    tree_set(row, "text", records_text(pg, companies, contacts));
}

/* What the undo did, and what it left with the reason. */
static bool
show_undone(struct page *pg, const struct import *import)
{
    struct jsn *json;
    struct change_kept *kept;
    size_t n;
    int64_t total;
    if (!import->undo || strcmp(import->state, "undone") != 0)
        return true;
    if (!jsn_read(pg->ctx, pg->ctx->arena, import->undo, strlen(import->undo), &json) ||
        !change_kept_list(pg->ctx, jsn_as_int(jsn_get(json, "set"), 0), KEPT_SHOWN, &kept, &n,
                          &total))
        return false;
    tree_set(pg->view, "Undo.done", "1");
    if (!import_view_made_undone(pg, import->undo))
        return false;
    struct tree_list sums = tree_list(pg->view, "Undo.sums");
    show_undo_sum(pg, &sums, json, "removed", "Removed");
    show_undo_sum(pg, &sums, json, "restored", "Brought back");
    show_undo_sum(pg, &sums, json, "reverted", "Set back");
    show_undo_sum(pg, &sums, json, "kept", "Left in part or whole");
    struct tree_list list = tree_list(pg->view, "Kept");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", *kept[i].label ? kept[i].label : "No name");
        tree_set(row, "fields", kept[i].fields);
        tree_set(row, "reason", kept[i].reason);
        if (!kept[i].deleted)
            tree_set(row, "path",
                     arena_printf(pg->ctx->arena, "%s/%s/%" PRId64, pg->base,
                                  kept[i].entity == RECORD_COMPANY ? "companies" : "contacts",
                                  kept[i].record_id));
    }
    if (total > (int64_t)n)
        import_view_count(pg, pg->view, "Undo.more", total - (int64_t)n);
    return true;
}

static bool
show_earlier(struct page *pg, const struct import *import)
{
    struct import *rows;
    size_t n;
    if (!import_list(pg->ctx, import->import_id, EARLIER_SHOWN, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Earlier");
    for (size_t i = 0; i < n; i++) {
        struct import_totals sums;
        struct tree *row = tree_row(&list);
        if (!import_view_sums(pg, rows[i].totals ? rows[i].totals : rows[i].preview, &sums))
            return false;
        tree_set(row, "name", rows[i].filename);
        tree_set(row, "path", import_view_path(pg, rows[i].import_id, ""));
        tree_set(row, "who", rows[i].created_by_name ? rows[i].created_by_name : "");
        if (sums.rows)
            import_view_count(pg, row, "rows", sums.rows);
        import_view_state(row, rows[i].state);
        view_time(pg, row, "when", rows[i].created_at);
    }
    return true;
}

/* How the columns were used: history keeps it with the numbers. */
static bool
show_mapping(struct page *pg, const struct import *import)
{
    struct import_mapping mapping;
    struct import_options options;
    size_t n, place;
    if (!import->mapping)
        return true;
    if (!import_mapping(pg->ctx, import, &mapping) || !import_options(pg->ctx, import, &options))
        return false;
    static const char *const strategies[] = {[IMPORT_FILL] = "Blanks of known records were filled",
                                             [IMPORT_OVERWRITE] = "The file won over known records",
                                             [IMPORT_LEAVE] = "Known records were left as they are",
                                             [IMPORT_ANYWAY] =
                                                 "Every row made a record of its own"};
    const struct import_target *targets = import_mapping_targets(pg->ctx->arena, &n);
    struct tree_list list = tree_list(pg->view, "Mapping");
    tree_set(pg->view, "Import.strategy", strategies[options.strategy]);
    for (size_t i = 0; i < mapping.n_columns; i++) {
        const struct import_column *column = &mapping.columns[i];
        const char *label = column->custom_label ? column->custom_label : column->target;
        for (size_t t = 0; t < n; t++)
            if (!strcmp(targets[t].target, column->target))
                label = targets[t].label;
        if (import_target_field(column->target, &place) &&
            text_starts(column->target, "company.") && mapping.entity == RECORD_CONTACT)
            label = arena_printf(pg->ctx->arena, "Company: %s", label);
        struct tree *row = tree_row(&list);
        tree_set(row, "header", column->header);
        tree_set(row, "label", *column->target ? label : "Left out");
    }
    return true;
}

static bool
show_differences(struct page *pg, const struct import *import)
{
    struct import_ledger_row *rows;
    size_t n;
    const char *differs = tree_get(pg->view, "Ledger.differences");
    if (!differs)
        return true;
    return import_differences(pg->ctx, import->import_id, 0, DIFFERENCES_SHOWN, &rows, &n) &&
           import_view_rows(pg, import, "Differences", rows, n);
}

/* The next step: what was imported goes through the pipeline. */
static void
show_next(struct page *pg, const struct import *import)
{
    struct arena *arena = pg->ctx->arena;
    if (!import->change_set_id || strcmp(import->state, "done") != 0)
        return;
    const char *filter = arena_printf(arena, "set=%" PRId64, import->change_set_id);
    tree_set(
        pg->view, "Import.research",
        arena_printf(arena, "%s%s", pg->base,
                     view_url(arena, "/runs/new?entity=%s&filter=%s",
                              import->entity == RECORD_CONTACT ? "contact" : "company", filter)));
}

static bool
show_undo_offer(struct page *pg, const struct import *import)
{
    struct import_totals sums;
    struct label_made *made;
    size_t n;
    bool ended = !strcmp(import->state, "done") || !strcmp(import->state, "cancelled") ||
                 !strcmp(import->state, "failed");
    if (!import_view_sums(pg, import->totals, &sums))
        err_clear(pg->ctx); /* the sums above have told */
    int64_t touched = sums.created + sums.updated;
    if (!ended || !import->change_set_id || pg->caller->role_rank < AUTH_EDITOR || !touched)
        return true;
    tree_set(pg->view, "Undo.rows", view_number(pg, touched));
    if (!label_made_list(pg->ctx, import->import_id, &made, &n))
        return false;
    import_view_made(pg, "Made", made, n, false);
    return true;
}

bool
import_run_page(struct page *pg)
{
    const struct import_rows *asked = pg->params;
    struct import import;
    bool active;
    if (!import_view_read(pg, asked->id, &import))
        return false;
    const char *state = import.state;
    if (!import.change_set_id && strcmp(state, "running") != 0 && strcmp(state, "done") != 0)
        return reply_redirect_to(pg, import_view_path(pg, asked->id, ""));
    import_view_head(pg, &import, IMPORT_STEP_RUN);
    if (!import_view_progress(pg, &import, &active) || !import_view_ledger(pg, &import) ||
        !show_earlier(pg, &import) || !show_mapping(pg, &import))
        return false;
    if (active)
        return reply_template(pg);
    show_next(pg, &import);
    return show_undo_offer(pg, &import) && show_undone(pg, &import) &&
           show_differences(pg, &import) && import_view_table(pg, &import, 1, asked) &&
           reply_template(pg);
}

/* Polled while a job works; when it has ended, the whole page is wanted. */
bool
import_progress_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct import import;
    bool active;
    if (!import_view_read(pg, one->id, &import) || !import_view_progress(pg, &import, &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, import_view_path(pg, one->id, ""));
    tree_set_bool(pg->view, "Import.may_write", pg->caller->role_rank >= AUTH_EDITOR);
    if (!strcmp(import.state, "running") && !import_view_ledger(pg, &import))
        return false;
    reply_etag(pg);
    return reply_part(pg, "import/import_progress.part.cs");
}

bool
import_cancel_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct import import;
    if (!import_view_read(pg, one->id, &import))
        return false;
    if (!import_cancel(pg->ctx, one->id)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        reply_flash(pg, "info", "It had ended already.", NULL, NULL);
    } else {
        bool preview = !strcmp(import.state, "previewing");
        reply_flash(pg, "info",
                    preview ? "The preview stops after the rows it has in hand. Nothing is written."
                            : "It stops after the rows it has in hand. What is written stays and "
                              "can be undone.",
                    NULL, NULL);
    }
    return reply_redirect_to(pg, import_view_path(pg, one->id, ""));
}

bool
import_undo_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    return import_undo_start(pg->ctx, one->id) &&
           reply_redirect_to(pg, import_view_path(pg, one->id, "/run"));
}
