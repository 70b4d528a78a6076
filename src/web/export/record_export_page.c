/* /{tenant}/exports: the list; one with its progress while it is made and its download after; cancel.
 * People see their own, admins all. */
#include <string.h>

#include "base/clock.h"
#include "base/store.h"
#include "domain/export/record_export.h"
#include "web/export/pages.h"
#include "web/export/record_export_progress.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50 };

struct list_sent {
    int64_t after;
};
static const struct param list_items[] = {PARAM_ID_OR_NONE(struct list_sent, after)};
const struct params record_export_list_params = PARAMS(struct list_sent, list_items);

struct one_sent {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct one_sent, id)};
const struct params record_export_one_params = PARAMS(struct one_sent, one_items);

static bool
sees_all(const struct page *pg)
{
    return pg->caller->role_rank >= AUTH_ADMIN;
}

static bool
read_one(struct page *pg, struct record_export *out)
{
    const struct one_sent *sent = pg->params;
    return record_export_get(pg->ctx, sent->id, sees_all(pg), out) &&
           (strcmp(out->state, "draft") != 0 ||
            err_raise(pg->ctx, ERR_NOT_FOUND, "This export was never begun."));
}

static const char *
path_of(struct page *pg, int64_t export_id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/exports/%" PRId64 "%s", pg->base, export_id, rest);
}

static void
show_state(struct tree *tree, const char *state)
{
    static const struct {
        const char *state, *word, *status;
    } states[] = {
        {"waiting",   "Waiting",   "info"},
        {"running",   "Running",   "info"},
        {"done",      "Ready",     "ok"  },
        {"cancelled", "Cancelled", "none"},
        {"failed",    "Failed",    "bad" },
        {"expired",   "Expired",   "none"},
    };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        if (strcmp(states[i].state, state) != 0)
            continue;
        tree_set(tree, "word", states[i].word);
        tree_set(tree, "status", states[i].status);
    }
}

static const char *
type_label(const struct record_export *export)
{
    return !strcmp(export->format, "csv") ? "CSV" : "Excel";
}

static void
show_row(struct page *pg, struct tree *row, const struct record_export *export)
{
    bool company = export->entity == RECORD_COMPANY;
    tree_set(row, "path", path_of(pg, export->export_id, ""));
    tree_set(row, "noun", company ? "companies" : "contacts");
    tree_set(row, "title", company ? "Companies" : "Contacts");
    tree_set(row, "type", type_label(export));
    tree_set(row, "who", export->created_by_name ? export->created_by_name : "");
    tree_set(row, "name", record_export_file_name(pg->ctx->arena, pg->slug, export));
    tree_set(row, "error", export->error ? export->error : "");
    tree_set_bool(row, "picked", export->n_picked);
    tree_set_bool(row, "narrowed", export->n_picked || *export->filter);
    if (*export->filter && !export->n_picked)
        tree_set(row, "list",
                 arena_printf(pg->ctx->arena, "%s/%s?%s", pg->base,
                              company ? "companies" : "contacts", export->filter));
    show_state(row, export->state);
    if (!strcmp(export->state, "done") || !strcmp(export->state, "expired")) {
        tree_set(row, "rows", view_number(pg, export->written));
        tree_set(row, "size", view_bytes(pg, export->size));
    }
    if (export->file)
        tree_set(row, "file", path_of(pg, export->export_id, "/file"));
    if (export->cut)
        tree_set(row, "cut", view_number(pg, export->cut));
    if (export->sheets > 1)
        tree_set(row, "sheets", view_number(pg, export->sheets));
    view_time(pg, row, "created", export->created_at);
    view_time(pg, row, "finished", export->finished_at);
    view_time(pg, row, "expires", export->expires_at);
}

bool
record_export_list_page(struct page *pg)
{
    const struct list_sent *sent = pg->params;
    struct record_export *rows;
    size_t n;
    if (!record_export_list(pg->ctx, sees_all(pg), sent->after ? sent->after : INT64_MAX, PAGE + 1,
                            &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Exports");
    for (size_t i = 0; i < n && i < PAGE; i++)
        show_row(pg, tree_row(&list), &rows[i]);
    tree_set_bool(pg->view, "Export.of_all", sees_all(pg));
    if (n > PAGE)
        view_pager(pg, NULL, arena_printf(pg->ctx->arena, "%" PRId64, rows[PAGE - 1].export_id));
    return reply_template(pg);
}

static bool
show_progress(struct page *pg, const struct record_export *export)
{
    return record_export_progress(pg, export->job_id, path_of(pg, export->export_id, "/progress"),
                                  "rows");
}

bool
record_export_show_page(struct page *pg)
{
    struct record_export export;
    if (!read_one(pg, &export))
        return false;
    show_row(pg, tree_node(pg->view, "Export"), &export);
    if (record_export_active(&export) && !show_progress(pg, &export))
        return false;
    return reply_template(pg);
}

/* Polled while the job works; when it has ended, the whole page is wanted. */
bool
record_export_progress_page(struct page *pg)
{
    struct record_export export;
    if (!read_one(pg, &export))
        return false;
    if (!record_export_active(&export) || !pg->in->hx_request)
        return reply_redirect_to(pg, path_of(pg, export.export_id, ""));
    if (!show_progress(pg, &export))
        return false;
    reply_etag(pg);
    return reply_part(pg, "export/record_export_progress.part.cs");
}

bool
record_export_cancel_page(struct page *pg)
{
    struct record_export export;
    if (!read_one(pg, &export))
        return false;
    if (!record_export_cancel(pg->ctx, &export)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        reply_flash(pg, "info", "It had ended already.", NULL, NULL);
    }
    return reply_redirect_to(pg, path_of(pg, export.export_id, ""));
}

bool
record_export_file_page(struct page *pg)
{
    struct record_export export;
    if (!read_one(pg, &export))
        return false;
    if (!export.file)
        return err_raise(pg->ctx, ERR_NOT_FOUND,
                         "The file is not there: it is kept for %d days. Export again.",
                         RECORD_EXPORT_DAYS);
    return reply_file(pg, store_relative(pg->ctx, export.file),
                      record_export_file_name(pg->ctx->arena, pg->slug, &export),
                      strcmp(export.format, "csv")
                          ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                          : "text/csv; charset=utf-8");
}
