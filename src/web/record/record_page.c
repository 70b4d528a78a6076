/* A company or a contact: facts, people, history; that they were checked; deletion. */
#include "web/record/record_page.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "domain/bulk/merge.h"
#include "domain/bulk/trash.h"
#include "domain/change/change.h"
#include "domain/company/company_people.h"
#include "domain/enrich/people_store.h"
#include "domain/record/record_gone.h"
#include "web/email/email_card.h"
#include "web/enrich/sighting_card.h"
#include "web/letter_pdf/letter_pdf_card.h"
#include "web/list/list_state.h"
#include "web/pipeline/research_card.h"
#include "web/record/pages.h"
#include "web/record/record_beside.h"
#include "web/record/record_fact.h"
#include "web/record/record_label_page.h"
#include "web/record/record_next.h"
#include "web/record/record_timeline.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/scoring/score_view.h"
#include "web/view.h"

enum { EVENTS_PAGE = 50, PEOPLE_SHORT = 5, PEOPLE_PAGE = 50, CURSOR_MAX = 700 };

struct record_ask {
    struct record_where where;
    const char *show, *older, *after;
};
static const char *const shows[] = {"edit", "import", "note", NULL};
static const struct param items[] = {RECORD_WHERE(struct record_ask)};
static const struct param history_items[] = {RECORD_WHERE(struct record_ask),
                                             PARAM_CHOICE(struct record_ask, show, shows, OPTIONAL),
                                             PARAM_TEXT(struct record_ask, older, 60, OPTIONAL)};
static const struct param people_items[] = {
    RECORD_WHERE(struct record_ask), PARAM_TEXT(struct record_ask, after, CURSOR_MAX, OPTIONAL)};
const struct params record_params = PARAMS(struct record_ask, items);
const struct params record_history_params = PARAMS(struct record_ask, history_items);
const struct params record_people_params = PARAMS(struct record_ask, people_items);

/* It is in the trash: who put it there, and the way back. */
static void
fill_gone(struct page *pg, enum record_entity entity, int64_t record_id,
          const struct record_gone *gone)
{
    struct arena *arena = pg->ctx->arena;
    struct tree *node = tree_node(pg->view, "Gone");
    tree_set_bool(pg->view, "Record.is_company", entity == RECORD_COMPANY);
    tree_set_i64(pg->view, "Record.id", record_id);
    tree_set(pg->view, "Record.name", gone->label);
    tree_set(node, "who", gone->who ? gone->who : "");
    view_time(pg, node, "when", gone->at_ms);
    if (gone->set_id)
        tree_set(node, "change",
                 arena_printf(arena, "%s/changes/%" PRId64, pg->base, gone->set_id));
    if (pg->caller->role_rank >= AUTH_EDITOR)
        tree_set(node, "restore",
                 arena_printf(arena, "%s/restore", record_view_path(pg, entity, record_id)));
    tree_set(node, "path", record_view_path(pg, entity, record_id));
}

static bool
show_gone(struct page *pg, enum record_entity entity, int64_t record_id,
          const struct record_gone *gone)
{
    fill_gone(pg, entity, record_id, gone);
    pg->status = 404;
    return reply_part(pg, "record/record_gone.cs");
}

bool
record_page_lost(struct page *pg, enum record_entity entity, int64_t record_id, struct record *out)
{
    struct record_gone gone;
    bool found;
    if (pg->ctx->err.kind != ERR_NOT_FOUND)
        return false;
    const struct err first = pg->ctx->err;
    err_clear(pg->ctx);
    if (!record_gone_read(pg->ctx, entity, record_id, &gone, &found))
        return false;
    if (!found) {
        pg->ctx->err = first;
        return false;
    }
    fill_gone(pg, entity, record_id, &gone);
    *out = (struct record){.entity = entity, .record_id = record_id, .label = gone.label};
    return true;
}

bool
record_page_unsaved(struct page *pg, enum record_entity entity, int64_t record_id,
                    const char *place, const char *typed)
{
    struct record record;
    if (!record_page_lost(pg, entity, record_id, &record))
        return false;
    tree_set(pg->view, "Gone.place", place);
    tree_set(pg->view, "Gone.typed", typed);
    if (pg->in->hx_request)
        return reply_part(pg, "record/record_unsaved.part.cs");
    pg->status = 404;
    return reply_part(pg, "record/record_gone.cs");
}

bool
record_page_open(struct page *pg, enum record_entity entity, int64_t record_id,
                 struct record *record, bool *answered)
{
    struct record_gone gone;
    bool found = false;
    *answered = false;
    if (!record_get(pg->ctx, entity, record_id, record)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        const struct err first = pg->ctx->err;
        err_clear(pg->ctx);
        if (!record_gone_read(pg->ctx, entity, record_id, &gone, &found))
            return false;
        *answered = true;
        int64_t into;
        bool merged;
        if (!merge_into(pg->ctx, entity, record_id, &into, &merged))
            return false;
        if (merged)
            return reply_redirect_to(pg, record_view_path(pg, entity, into));
        if (found)
            return show_gone(pg, entity, record_id, &gone);
        pg->ctx->err = first;
        return false;
    }
    record_view_head(pg, record);
    record_beside_show(pg, record);
    return record_view_tabs(pg, record) && record_next_show(pg, record);
}

static bool
show_people(struct page *pg, const struct record *record, const char *after, int64_t most)
{
    struct company_person *people;
    size_t n;
    const char *next;
    if (!company_people_read(pg->ctx, record->record_id, after, most, &people, &n, &next))
        return false;
    struct tree_list rows = tree_list(pg->view, "People");
    for (size_t i = 0; i < n; i++) {
        struct tree *node = tree_row(&rows);
        const struct company_person *person = &people[i];
        tree_set_i64(node, "id", person->record_id);
        tree_set(node, "name", person->label);
        tree_set(node, "title", person->job_title);
        tree_set(node, "email", person->email);
        tree_set(node, "phone", person->phone);
        tree_set(node, "initials", view_initials(pg->ctx->arena, person->label));
        tree_set_i64(node, "avatar", person->record_id % 6 + 1);
        tree_set(node, "age", view_duration(pg->ctx->arena, clock_now_ms() - person->updated_ms));
        if (person->rank)
            tree_set_i64(node, "rank", person->rank);
        if (person->employment >= PEOPLE_EMPLOYMENT_PROBABLY_LEFT)
            tree_set(node, "left", record_code_get(&record_employments, person->employment)->label);
        if (person->last_seen_ms)
            tree_set(node, "seen",
                     view_duration(pg->ctx->arena, clock_now_ms() - person->last_seen_ms));
    }
    view_pager(pg, NULL, next);
    if (*after)
        tree_set(pg->view, "First", record_view_below(pg, record, "/people"));
    return true;
}

/* The company that somebody works at, in short. */
static bool
show_company(struct page *pg, const struct record *record)
{
    static const int places[] = {COMPANY_DOMAIN,  COMPANY_INDUSTRY, COMPANY_EMPLOYEES,
                                 COMPANY_COUNTRY, COMPANY_STATUS,   COMPANY_TIER};
    struct record company;
    size_t n;
    const struct record_field *fields = record_fields(RECORD_COMPANY, &n);
    if (!record->company)
        return true;
    if (!record_get(pg->ctx, RECORD_COMPANY, record->company, &company))
        return false;
    struct tree *node = tree_node(pg->view, "Company");
    tree_set(node, "name", company.label);
    tree_set(node, "path", record_view_path(pg, RECORD_COMPANY, company.record_id));
    tree_set(node, "people", view_number(pg, company.people));
    struct tree_list facts = tree_list(node, "facts");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *value =
            record_view_value(&company, &fields[places[i]], company.values[places[i]]);
        if (!value)
            continue;
        struct tree *row = tree_row(&facts);
        tree_set(row, "label", fields[places[i]].label);
        tree_set(row, "value", value);
    }
    return true;
}

static bool
overview(struct page *pg, enum record_entity entity)
{
    const struct record_ask *ask = pg->params;
    struct record record;
    bool answered;
    if (!strcmp(ask->where.from, "~"))
        return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s%s",
                                                  record_view_path(pg, entity, ask->where.id),
                                                  list_state_came(pg, entity)));
    if (!record_page_open(pg, entity, ask->where.id, &record, &answered))
        return false;
    if (answered)
        return true;
    record_next_quality(pg, &record);
    if (entity == RECORD_COMPANY && !score_view_short(pg, record.record_id))
        return false;
    if (entity == RECORD_COMPANY
            ? !show_people(pg, &record, "", PEOPLE_SHORT)
            : !show_company(pg, &record) || !email_card_show(pg, &record) ||
                  !sighting_card_show(pg, &record) || !letter_pdf_card_show(pg, record.record_id))
        return false;
    return research_card_show(pg, &record) && record_fact_show(pg, &record) &&
           record_label_show(pg, &record) && record_label_show_custom(pg, &record) &&
           record_timeline_newest(pg, &record, RECORD_EVENTS_SHORT) && reply_template(pg);
}

/* Which part of the timeline is looked at. */
static void
show_choices(struct page *pg, const struct record *record, const char *show)
{
    static const char *const labels[] = {"Edits", "Imports", "Notes"};
    struct tree_list list = tree_list(pg->view, "Shows");
    for (size_t i = 0; i < 4; i++) {
        struct tree *row = tree_row(&list);
        const char *name = i ? shows[i - 1] : "";
        tree_set(row, "label", i ? labels[i - 1] : "All");
        tree_set(row, "path",
                 record_view_below(pg, record,
                                   *name ? arena_printf(pg->ctx->arena, "/history?show=%s", name)
                                         : "/history"));
        if (!strcmp(name, show))
            tree_set(row, "current", "1");
    }
}

static bool
history_tab(struct page *pg, enum record_entity entity)
{
    const struct record_ask *ask = pg->params;
    struct record record;
    struct record_history history;
    bool answered;
    if (!record_page_open(pg, entity, ask->where.id, &record, &answered))
        return false;
    if (answered)
        return true;
    if (!record_history_read(pg->ctx, &record,
                             &(struct record_history_ask){
                                 .show = ask->show, .older = ask->older, .limit = EVENTS_PAGE},
                             &history))
        return false;
    record_timeline_show(pg, &record, &history);
    show_choices(pg, &record, ask->show);
    if (history.older)
        tree_set(pg->view, "Older", view_here_with(pg, "older", history.older));
    tree_set_bool(pg->view, "Newest", !*ask->older);
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
    const struct record_ask *ask = pg->params;
    struct record record;
    bool answered;
    if (!record_page_open(pg, RECORD_COMPANY, ask->where.id, &record, &answered))
        return false;
    return answered || (show_people(pg, &record, ask->after, PEOPLE_PAGE) && reply_template(pg));
}

/* Somebody looked, and the facts are right. */
static bool
check_record(struct page *pg, enum record_entity entity)
{
    const struct record_ask *ask = pg->params;
    if (!record_check(pg->ctx, entity, ask->where.id))
        return false;
    reply_flash(pg, "ok", "Noted: the facts are right as of today.", NULL, NULL);
    return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s%s",
                                              record_view_path(pg, entity, ask->where.id),
                                              record_view_tail(pg)));
}

bool
company_check(struct page *pg)
{
    return check_record(pg, RECORD_COMPANY);
}

bool
contact_check(struct page *pg)
{
    return check_record(pg, RECORD_CONTACT);
}

/* Out of the trash again; where another record has its key by now, the trash says what can be done. */
static bool
restore_record(struct page *pg, enum record_entity entity)
{
    const struct record_ask *ask = pg->params;
    const char *path = record_view_path(pg, entity, ask->where.id);
    int64_t set_id, restored, kept;
    if (!trash_restore(pg->ctx, entity, &ask->where.id, 1, false, &set_id, &restored, &kept))
        return false;
    if (!restored && !kept)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "This record is not in the trash.");
    if (restored)
        reply_flash_undo(pg, "ok", "It is back, as it was.", set_id);
    else
        reply_flash(
            pg, "warn", "Another record has its domain, address or profile by now.",
            "Open the trash",
            arena_printf(pg->ctx->arena, "%s/trash?of=%s", pg->base, record_entity_name(entity)));
    return reply_redirect_to(pg, path);
}

bool
company_restore(struct page *pg)
{
    return restore_record(pg, RECORD_COMPANY);
}

bool
contact_restore(struct page *pg)
{
    return restore_record(pg, RECORD_CONTACT);
}

/* The way back is in the flash message. */
static bool
delete_record(struct page *pg, enum record_entity entity)
{
    const struct record_ask *ask = pg->params;
    struct record record;
    int64_t set_id;
    if (!record_get(pg->ctx, entity, ask->where.id, &record) ||
        !change_set_open(pg->ctx, "delete", record.label, &set_id) ||
        !record_delete(pg->ctx, entity, set_id, ask->where.id))
        return false;
    struct arena *arena = pg->ctx->arena;
    reply_flash_undo(pg, "ok", arena_printf(arena, "%s is deleted.", record.label), set_id);
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
