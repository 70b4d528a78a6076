/* GET /{tenant}/changes/{id}: what one act did, what an undo left; POST …/undo takes it back. Imports
 * are undone on their own page, as a job. */
#include <inttypes.h>
#include <string.h>

#include "domain/bulk/bulk.h"
#include "domain/change/change.h"
#include "domain/change/change_kept.h"
#include "domain/change/change_set.h"
#include "domain/change/change_undo.h"
#include "web/bulk/bulk_view.h"
#include "web/record/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 50, UNDO_AT_ONCE = 2000, BACK_MOST = 14000 };

struct change_id {
    int64_t id;
    const char *back; /* where to go on after an undo, or "" */
};
static const struct param items[] = {PARAM_ID(struct change_id, id)};
static const struct param undo_items[] = {PARAM_ID(struct change_id, id),
                                          PARAM_TEXT(struct change_id, back, BACK_MOST, OPTIONAL)};
const struct params change_params = PARAMS(struct change_id, items);
const struct params change_undo_params = PARAMS(struct change_id, undo_items);

static const char *
title_of(struct arena *arena, const struct change_set *set)
{
    static const struct {
        const char *kind, *title;
    } titles[] = {
        {"import",  "Import of %s"  },
        {"create",  "New record"    },
        {"edit",    "Edit"          },
        {"delete",  "Deletion of %s"},
        {"bulk",    "Bulk change"   },
        {"merge",   "Merge of %s"   },
        {"restore", "Restored"      },
        {"undo",    "Undo"          },
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (strcmp(titles[i].kind, set->kind) != 0)
            continue;
        size_t plain = strcspn(titles[i].title, "%");
        return titles[i].title[plain]
                   ? arena_printf(arena, "%.*s%s", (int)plain, titles[i].title, set->source)
                   : titles[i].title;
    }
    return "Change";
}

static const char *
change_path(struct page *pg, int64_t set_id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/changes/%" PRId64 "%s", pg->base, set_id, rest);
}

static void
show_counts(struct page *pg, const struct change_set *set)
{
    const struct {
        int64_t n;
        const char *one, *many;
    } counts[] = {
        {set->companies_created, "company created",             "companies created"            },
        {set->companies_changed, "company changed or restored", "companies changed or restored"},
        {set->companies_deleted, "company removed",             "companies removed"            },
        {set->contacts_created,  "contact created",             "contacts created"             },
        {set->contacts_changed,  "contact changed or restored", "contacts changed or restored" },
        {set->contacts_deleted,  "contact removed",             "contacts removed"             },
    };
    struct tree_list list = tree_list(pg->view, "Counts");
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!counts[i].n)
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "n", view_number(pg, counts[i].n));
        tree_set(row, "what", counts[i].n == 1 ? counts[i].one : counts[i].many);
    }
}

static bool
show_records(struct page *pg, int64_t set_id, int64_t total)
{
    struct change_record *records;
    size_t n;
    if (!change_set_records(pg->ctx, set_id, SHOWN, &records, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Records");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        enum record_entity entity =
            records[i].entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
        tree_set(row, "name", records[i].label ? records[i].label : "A record that was erased");
        tree_set(row, "icon", entity == RECORD_COMPANY ? "company" : "people");
        if (records[i].into_id) {
            tree_set(row, "into", records[i].into_label);
            tree_set(row, "into_path", record_view_path(pg, entity, records[i].into_id));
        }
        tree_set(row, "what",
                 records[i].kind == CHANGE_CREATED    ? "created"
                 : records[i].kind == CHANGE_DELETED  ? "removed"
                 : records[i].kind == CHANGE_RESTORED ? "brought back"
                                                      : "changed");
        if (!records[i].deleted)
            tree_set(row, "path", record_view_path(pg, entity, records[i].record_id));
    }
    if (total > (int64_t)n)
        tree_set(pg->view, "Change.rest", view_number(pg, total - (int64_t)n));
    return true;
}

static bool
show_kept(struct page *pg, int64_t set_id)
{
    struct change_kept *kept;
    size_t n;
    int64_t total;
    if (!change_kept_list(pg->ctx, set_id, SHOWN, &kept, &n, &total))
        return false;
    struct tree_list list = tree_list(pg->view, "Kept");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        enum record_entity entity =
            kept[i].entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
        tree_set(row, "name", kept[i].label);
        tree_set(row, "fields", kept[i].fields);
        tree_set(row, "reason", kept[i].reason);
        if (!kept[i].deleted)
            tree_set(row, "path", record_view_path(pg, entity, kept[i].record_id));
    }
    tree_set(pg->view, "Change.kept", view_number(pg, total));
    return true;
}

/* How it can be taken back, if it can. */
static void
show_way_back(struct page *pg, const struct change_set *set)
{
    struct tree *node = tree_node(pg->view, "Change");
    if (set->undone_by)
        tree_set(node, "undone_path", change_path(pg, set->undone_by, ""));
    if (set->undoes)
        tree_set(node, "undoes_path", change_path(pg, set->undoes, ""));
    bool can = !set->undone_by && !set->undoes_an_undo && pg->caller->role_rank >= AUTH_EDITOR;
    const char *imports = tree_get(pg->view, "Places.imports");
    if (can && set->import_id && imports)
        tree_set(node, "import_path",
                 arena_printf(pg->ctx->arena, "%s/%" PRId64, imports, set->import_id));
    else if (can && !set->import_id)
        tree_set(node, "undo_path", change_path(pg, set->change_set_id, "/undo"));
    tree_set_bool(node, "is_undo", set->undoes != 0);
}

/* Back to the list that a bulk action came from, with its filter. */
static bool
show_list(struct page *pg, const struct change_set *set)
{
    int64_t of;
    const char *filter;
    bool found;
    if (!bulk_of_change(pg->ctx, set->change_set_id, set->undoes, set->undoes_an_undo, &of, &filter,
                        &found))
        return false;
    if (!found)
        return true;
    enum record_entity entity = of == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    tree_set(pg->view, "Change.records", entity == RECORD_COMPANY ? "Companies" : "Contacts");
    tree_set(pg->view, "Change.list",
             arena_printf(pg->ctx->arena, "%s%s%s", bulk_view_list(pg, entity), *filter ? "?" : "",
                          filter));
    return true;
}

/* Whether the undo of a set is still at work. */
static bool
show_undoing(struct page *pg, const struct change_set *set)
{
    struct change_set undo;
    struct job_view job;
    if (!set->undone_by)
        return true;
    if (!change_set_get(pg->ctx, set->undone_by, &undo))
        return false;
    if (!undo.job_id)
        return true;
    if (!job_read(pg->ctx, undo.job_id, &job)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        return true;
    }
    tree_set_bool(pg->view, "Change.undoing", job_view_active(&job));
    return true;
}

bool
change_page(struct page *pg)
{
    const struct change_id *params = pg->params;
    struct change_set set;
    bool active;
    if (!change_set_get(pg->ctx, params->id, &set) ||
        !bulk_view_progress(pg, set.job_id, change_path(pg, params->id, "/progress"), &active))
        return false;
    int64_t total = set.companies_created + set.companies_changed + set.companies_deleted +
                    set.contacts_created + set.contacts_changed + set.contacts_deleted;
    struct tree *node = tree_node(pg->view, "Change");
    tree_set(node, "title", title_of(pg->ctx->arena, &set));
    tree_set(node, "source", set.source);
    tree_set(node, "who", set.who ? set.who : "the system");
    view_time(pg, node, "when", set.at_ms);
    record_view_places(pg);
    show_counts(pg, &set);
    if (!active)
        show_way_back(pg, &set);
    if (!show_list(pg, &set) || !show_undoing(pg, &set) ||
        !show_records(pg, set.change_set_id, total) || !show_kept(pg, set.change_set_id))
        return false;
    return reply_template(pg);
}

bool
change_undo_page(struct page *pg)
{
    const struct change_id *params = pg->params;
    struct change_set set;
    struct change_counts counts;
    int64_t undo_set_id, total, taken;
    if (!change_set_get(pg->ctx, params->id, &set) ||
        !change_undo_total(pg->ctx, params->id, &total, &taken))
        return false;
    if (set.import_id)
        return err_raise(pg->ctx, ERR_CONFLICT, "Undo an import on its own page.");
    if (total > UNDO_AT_ONCE)
        return change_undo_enqueue(pg->ctx, params->id, &undo_set_id) &&
               reply_redirect_to(pg, change_path(pg, undo_set_id, ""));
    if (!change_undo_all(pg->ctx, params->id, &undo_set_id, &counts))
        return false;
    bool kept = counts.kept[RECORD_COMPANY] || counts.kept[RECORD_CONTACT];
    reply_flash(pg, kept ? "warn" : "ok",
                kept ? "Undone, except for what is listed below." : "Undone.", NULL, NULL);
    return reply_redirect_to(pg, *params->back && !kept ? params->back
                                                        : change_path(pg, undo_set_id, ""));
}

/* Polled while the job of a large undo works. */
bool
change_progress_page(struct page *pg)
{
    const struct change_id *params = pg->params;
    struct change_set set;
    bool active;
    const char *path = change_path(pg, params->id, "/progress");
    if (!change_set_get(pg->ctx, params->id, &set) ||
        !bulk_view_progress(pg, set.job_id, path, &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, change_path(pg, params->id, ""));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}
