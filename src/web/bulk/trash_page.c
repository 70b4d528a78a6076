/* GET /{tenant}/trash: deleted companies and contacts, the last first; POST: restores what is ticked, or
 * asks an admin whether to delete it for good; …/trash/erase does that. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "domain/account/audit.h"
#include "domain/bulk/trash.h"
#include "domain/privacy/privacy.h"
#include "web/bulk/bulk_view.h"
#include "web/bulk/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 50, SEARCH_MAX = 200, CURSOR_MAX = 50, IDS_MAX = TRASH_MOST * 20, URL_MAX = 2000 };

static const char *const kinds[] = {"contacts", "companies", NULL};
static const char *const acts[] = {"restore", "erase", NULL};

struct shown {
    const char *of, *q, *after;
    int64_t set;
};
static const struct param shown_items[] = {
    PARAM_CHOICE(struct shown, of, kinds, OPTIONAL),
    PARAM_TEXT(struct shown, q, SEARCH_MAX, OPTIONAL),
    PARAM_TEXT(struct shown, after, CURSOR_MAX, OPTIONAL),
    PARAM_ID_OR_NONE(struct shown, set),
};
const struct params trash_params = PARAMS(struct shown, shown_items);

struct chosen {
    const char *of, *act;
    struct param_texts id;
    int64_t beside;
};
static const struct param chosen_items[] = {
    PARAM_CHOICE(struct chosen, of, kinds, REQUIRED),
    PARAM_CHOICE(struct chosen, act, acts, OPTIONAL),
    PARAM_TEXTS(struct chosen, id, TRASH_MOST, OPTIONAL),
    PARAM_ID_OR_NONE(struct chosen, beside),
};
const struct params trash_act_params = PARAMS(struct chosen, chosen_items);

struct erase {
    const char *of, *ids;
};
static const struct param erase_items[] = {
    PARAM_CHOICE(struct erase, of, kinds, REQUIRED),
    PARAM_TEXT(struct erase, ids, IDS_MAX, REQUIRED),
};
const struct params trash_erase_params = PARAMS(struct erase, erase_items);

static enum record_entity
entity_of(const char *of)
{
    return !strcmp(of, "companies") ? RECORD_COMPANY : RECORD_CONTACT;
}

static const char *
trash_path(struct page *pg, enum record_entity entity)
{
    return arena_printf(pg->ctx->arena, "%s/trash%s", pg->base,
                        entity == RECORD_COMPANY ? "?of=companies" : "");
}

static void
show_row(struct page *pg, struct tree *node, enum record_entity entity, const struct trash_row *row)
{
    tree_set_i64(node, "id", row->record_id);
    tree_set(node, "name", row->label);
    tree_set(node, "detail", row->detail);
    tree_set(node, "who", row->who ? row->who : "the system");
    view_time(pg, node, "when", row->deleted_us / 1000);
    if (row->change_set_id) {
        bool undo = !strcmp(row->kind, "undo");
        tree_set(node, "how",
                 undo ? arena_printf(pg->ctx->arena, "Undo of %s", row->source)
                 : !strcmp(row->source, row->label)
                     ? "Deleted"
                     : arena_printf(pg->ctx->arena, "Deleted with %s", row->source));
        tree_set(node, "change",
                 arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, row->change_set_id));
    }
    if (row->holder_id) {
        tree_set(node, "holder", row->holder);
        tree_set(node, "holder_path", record_view_path(pg, entity, row->holder_id));
    }
}

static bool
show_tabs(struct page *pg, enum record_entity entity)
{
    int64_t companies, contacts;
    if (!trash_count(pg->ctx, RECORD_COMPANY, &companies) ||
        !trash_count(pg->ctx, RECORD_CONTACT, &contacts))
        return false;
    tree_set(pg->view, "Trash.companies", view_number(pg, companies));
    tree_set(pg->view, "Trash.contacts", view_number(pg, contacts));
    tree_set(pg->view, "Trash.path", arena_printf(pg->ctx->arena, "%s/trash", pg->base));
    tree_set(pg->view, "Trash.of", entity == RECORD_COMPANY ? "companies" : "contacts");
    tree_set_bool(pg->view, "Trash.may_erase", pg->caller->role_rank >= AUTH_ADMIN);
    tree_set_i64(pg->view, "Trash.days", TRASH_DAYS);
    return true;
}

bool
trash_page(struct page *pg)
{
    const struct shown *shown = pg->params;
    enum record_entity entity = entity_of(shown->of);
    struct trash_mark after = {0};
    struct trash_row *rows;
    size_t n;
    if (*shown->after) {
        char *end;
        after.deleted_us = strtoll(shown->after, &end, 10);
        after.record_id = *end == '-' ? strtoll(end + 1, &end, 10) : 0;
        if (*end || after.deleted_us <= 0 || after.record_id <= 0)
            return err_field(pg->ctx, ERR_INPUT, "after", "This is no place in the list.");
    }
    if (!trash_list(pg->ctx, entity, shown->q, shown->set, &after, SHOWN + 1, &rows, &n) ||
        !show_tabs(pg, entity))
        return false;
    bool more = n > SHOWN;
    n = more ? SHOWN : n;
    struct tree_list list = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < n; i++)
        show_row(pg, tree_row(&list), entity, &rows[i]);
    tree_set(pg->view, "Trash.q", shown->q);
    if (*shown->q || shown->set)
        tree_set(pg->view, "Trash.clear", trash_path(pg, entity));
    view_pager(pg, NULL,
               more ? arena_printf(pg->ctx->arena, "%" PRId64 "-%" PRId64, rows[n - 1].deleted_us,
                                   rows[n - 1].record_id)
                    : NULL);
    return reply_template(pg);
}

/* Keys out of texts that stand apart by "-" or are single. */
static size_t
read_ids(const char *text, int64_t *ids, size_t most)
{
    size_t n = 0;
    while (*text && n < most) {
        char *end;
        long long id = strtoll(text, &end, 10);
        if (end == text || id <= 0)
            break;
        ids[n++] = id;
        text = end + (*end == '-');
    }
    return n;
}

static bool
restore(struct page *pg, enum record_entity entity, const int64_t *ids, size_t n, bool beside)
{
    int64_t set_id, restored, kept;
    if (!trash_restore(pg->ctx, entity, ids, n, beside, &set_id, &restored, &kept))
        return false;
    const char *text =
        arena_printf(pg->ctx->arena, "%s restored.", bulk_view_count(pg, entity, restored));
    if (kept)
        text = arena_printf(pg->ctx->arena,
                            "%s %s in the trash: another record has %s by now. Open that one, or "
                            "restore beside it.",
                            restored ? text : "", kept == 1 ? "One stays" : "Some stay",
                            entity == RECORD_COMPANY ? "the domain" : "the address or profile");
    else if (!restored)
        text = "Nothing to restore: it is not in the trash any more.";
    const char *change =
        set_id ? arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, set_id) : NULL;
    reply_flash(pg, kept ? "warn" : restored ? "ok" : "info", text, set_id ? "Show" : NULL, change);
    return reply_redirect_to(pg, trash_path(pg, entity));
}

bool
trash_act_page(struct page *pg)
{
    const struct chosen *chosen = pg->params;
    enum record_entity entity = entity_of(chosen->of);
    int64_t ids[TRASH_MOST];
    struct buf text;
    size_t n = 0;
    buf_init(&text, pg->ctx->arena, IDS_MAX);
    for (size_t i = 0; i < chosen->id.count; i++)
        if (read_ids(chosen->id.values[i], &ids[n], 1)) {
            buf_printf(&text, n ? "-%" PRId64 : "%" PRId64, ids[n]);
            n++;
        }
    if (chosen->beside)
        return restore(pg, entity, &chosen->beside, 1, true);
    if (!n) {
        reply_flash(pg, "info", "Nothing is selected. Tick the rows that you mean first.", NULL,
                    NULL);
        return reply_redirect_to(pg, trash_path(pg, entity));
    }
    if (!strcmp(chosen->act, "erase"))
        return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s/trash/erase?of=%s&ids=%s",
                                                  pg->base, chosen->of, text.data));
    return restore(pg, entity, ids, n, false);
}

bool
trash_erase_ask_page(struct page *pg)
{
    const struct erase *erase = pg->params;
    enum record_entity entity = entity_of(erase->of);
    int64_t ids[TRASH_MOST];
    const char *count = bulk_view_count(pg, entity, (int64_t)read_ids(erase->ids, ids, TRASH_MOST));
    tree_set(pg->view, "Erase.count", count);
    tree_set(pg->view, "Erase.of", erase->of);
    tree_set(pg->view, "Erase.ids", erase->ids);
    tree_set(pg->view, "Erase.path", pg->path);
    tree_set(pg->view, "Erase.back", trash_path(pg, entity));
    return reply_template(pg);
}

bool
trash_erase_page(struct page *pg)
{
    const struct erase *erase = pg->params;
    enum record_entity entity = entity_of(erase->of);
    int64_t ids[TRASH_MOST], n_erased;
    size_t n = read_ids(erase->ids, ids, TRASH_MOST);
    if (!privacy_erase(pg->ctx, entity, ids, n, &n_erased) ||
        !audit_add(pg->ctx, "record_erase", bulk_view_count(pg, entity, n_erased), NULL))
        return false;
    reply_flash(
        pg, "ok",
        arena_printf(pg->ctx->arena, "%s deleted for good.", bulk_view_count(pg, entity, n_erased)),
        NULL, NULL);
    return reply_redirect_to(pg, trash_path(pg, entity));
}
