/* A company or a contact: facts, people, history; and its deletion. */
#include <inttypes.h>

#include "base/clock.h"
#include "domain/change/change.h"
#include "domain/record/record_list.h"
#include "web/record/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { EVENTS_SHORT = 6, PEOPLE_MOST = 200 };

struct record_id {
    int64_t id;
};
static const struct param items[] = {PARAM_ID(struct record_id, id)};
const struct params record_params = PARAMS(struct record_id, items);

/* Reads the record of the address with its history and shows its head. */
static bool
open_record(struct page *pg, enum record_entity entity, struct record *record,
            struct record_history *history)
{
    const struct record_id *params = pg->params;
    if (!record_get(pg->ctx, entity, params->id, record) ||
        !record_history_read(pg->ctx, record, history))
        return false;
    record_view_head(pg, record, history);
    return true;
}

static bool
show_custom(struct page *pg, const struct record *record)
{
    struct record_custom_fact *custom;
    size_t n;
    if (!record_history_custom(pg->ctx, record, &custom, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Custom");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", custom[i].label);
        tree_set(row, "value", custom[i].value);
    }
    return true;
}

static bool
overview(struct page *pg, enum record_entity entity)
{
    struct record record;
    struct record_history history;
    if (!open_record(pg, entity, &record, &history) || !show_custom(pg, &record))
        return false;
    record_view_facts(pg, &record, &history);
    record_view_events(pg, &record, &history, EVENTS_SHORT);
    return reply_template(pg);
}

static bool
history_tab(struct page *pg, enum record_entity entity)
{
    struct record record;
    struct record_history history;
    if (!open_record(pg, entity, &record, &history))
        return false;
    record_view_events(pg, &record, &history, RECORD_HISTORY_MOST);
    return reply_template(pg);
}

bool
company_page(struct page *pg)
{
    return overview(pg, RECORD_COMPANY);
}

bool
contact_page(struct page *pg)
{
    return overview(pg, RECORD_CONTACT);
}

bool
company_history_page(struct page *pg)
{
    return history_tab(pg, RECORD_COMPANY);
}

bool
contact_history_page(struct page *pg)
{
    return history_tab(pg, RECORD_CONTACT);
}

bool
company_people_page(struct page *pg)
{
    struct record record;
    struct record_history history;
    if (!open_record(pg, RECORD_COMPANY, &record, &history))
        return false;
    struct record_list list = {
        .filter = {.entity = RECORD_CONTACT, .search = "", .company = record.record_id},
        .sort = RECORD_BY_NAME,
        .after = "",
        .before = "",
        .limit = PEOPLE_MOST
    };
    struct record_page page;
    if (!record_list_read(pg->ctx, &list, &page))
        return false;
    struct tree_list rows = tree_list(pg->view, "Rows");
    for (size_t i = 0; i < page.n; i++) {
        struct tree *node = tree_row(&rows);
        const struct record_row *row = &page.rows[i];
        tree_set_i64(node, "id", row->record_id);
        tree_set(node, "name", row->label);
        tree_set(node, "title", row->job_title);
        tree_set(node, "email", row->email);
        tree_set(node, "phone", row->phone);
        tree_set(node, "age", view_duration(pg->ctx->arena, clock_now_ms() - row->updated_ms));
    }
    if (page.next)
        tree_set(pg->view, "Rest", view_number(pg, PEOPLE_MOST));
    return reply_template(pg);
}

/* The way back is the change's own page, which the flash message leads to. */
static bool
delete_record(struct page *pg, enum record_entity entity)
{
    const struct record_id *params = pg->params;
    struct record record;
    int64_t set_id;
    if (!record_get(pg->ctx, entity, params->id, &record) ||
        !change_set_open(pg->ctx, "delete", record.label, &set_id) ||
        !record_delete(pg->ctx, entity, set_id, params->id))
        return false;
    struct arena *arena = pg->ctx->arena;
    reply_flash(pg, "ok", arena_printf(arena, "%s is deleted.", record.label), "Undo",
                arena_printf(arena, "%s/changes/%" PRId64, pg->base, set_id));
    return reply_redirect_to(pg, arena_printf(arena, "%s/%s", pg->base,
                                              entity == RECORD_COMPANY ? "companies" : "contacts"));
}

bool
company_delete(struct page *pg)
{
    return delete_record(pg, RECORD_COMPANY);
}

bool
contact_delete(struct page *pg)
{
    return delete_record(pg, RECORD_CONTACT);
}
