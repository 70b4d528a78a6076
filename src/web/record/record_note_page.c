/* GET and POST /{tenant}/companies/{id}/notes and /contacts/{id}/notes; one note, edited or deleted by
 * its author. */
#include <inttypes.h>

#include "domain/record/record_note.h"
#include "web/record/pages.h"
#include "web/record/record_page.h"
#include "web/record/record_timeline.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { BODY_MOST = 20100, NOTES_SHOWN = 100 };

struct note_form {
    struct record_where where;
    int64_t note;
    const char *body;
    bool beside; /* written beside the facts: back there */
};
static const struct param add_items[] = {RECORD_WHERE(struct note_form),
                                         PARAM_LONG(struct note_form, body, BODY_MOST, OPTIONAL),
                                         PARAM_FLAG(struct note_form, beside)};
static const struct param items[] = {RECORD_WHERE(struct note_form),
                                     PARAM_ID(struct note_form, note)};
static const struct param edit_items[] = {RECORD_WHERE(struct note_form),
                                          PARAM_ID(struct note_form, note),
                                          PARAM_LONG(struct note_form, body, BODY_MOST, OPTIONAL)};
const struct params note_add_params = PARAMS(struct note_form, add_items);
const struct params note_params = PARAMS(struct note_form, items);
const struct params note_edit_params = PARAMS(struct note_form, edit_items);

static bool
notes_page(struct page *pg, enum record_entity entity)
{
    const struct record_where *where = pg->params;
    struct record record;
    struct record_history history;
    bool answered;
    if (!record_page_open(pg, entity, where->id, &record, &answered))
        return false;
    if (answered)
        return true;
    if (!record_history_read(
            pg->ctx, &record,
            &(struct record_history_ask){.show = "note", .older = "", .limit = NOTES_SHOWN},
            &history))
        return false;
    record_timeline_show(pg, &record, &history);
    if (history.older)
        tree_set(pg->view, "Older", record_view_below(pg, &record, "/history?show=note"));
    view_field(pg, "body", "");
    return reply_template(pg);
}

static bool
back_to(struct page *pg, enum record_entity entity, const char *below)
{
    const struct note_form *form = pg->params;
    struct record record = {.entity = entity, .record_id = form->where.id};
    return reply_redirect_to(pg, record_view_below(pg, &record, below));
}

static bool
note_add(struct page *pg, enum record_entity entity)
{
    const struct note_form *form = pg->params;
    int64_t note_id;
    if (!record_note_add(pg->ctx, entity, form->where.id, form->body, &note_id))
        return record_page_unsaved(pg, entity, form->where.id, "", form->body);
    reply_flash(pg, "ok", "The note is added.", NULL, NULL);
    return back_to(pg, entity, form->beside ? "" : "/notes");
}

static bool
note_page(struct page *pg, enum record_entity entity)
{
    const struct note_form *form = pg->params;
    struct record record;
    struct record_note note;
    bool answered;
    if (!record_page_open(pg, entity, form->where.id, &record, &answered))
        return false;
    if (answered)
        return true;
    if (!record_note_get(pg->ctx, entity, form->where.id, form->note, &note))
        return false;
    if (note.author != pg->caller->user_id)
        return err_raise(pg->ctx, ERR_DENIED, "Only its author edits a note.");
    view_field(pg, "body", note.body);
    tree_set(pg->view, "Note.path",
             record_view_below(pg, &record,
                               arena_printf(pg->ctx->arena, "/notes/%" PRId64, note.note_id)));
    return reply_template(pg);
}

static bool
note_save(struct page *pg, enum record_entity entity)
{
    const struct note_form *form = pg->params;
    struct record_note note;
    if (!record_note_get(pg->ctx, entity, form->where.id, form->note, &note) ||
        !record_note_edit(pg->ctx, form->note, form->body))
        return record_page_unsaved(pg, entity, form->where.id, "", form->body);
    reply_flash(pg, "ok", "The note is saved.", NULL, NULL);
    return back_to(pg, entity, "/notes");
}

static bool
note_delete(struct page *pg, enum record_entity entity)
{
    const struct note_form *form = pg->params;
    struct record_note note;
    if (!record_note_get(pg->ctx, entity, form->where.id, form->note, &note) ||
        !record_note_delete(pg->ctx, form->note, pg->caller->role_rank >= AUTH_ADMIN))
        return false;
    reply_flash(pg, "ok", "The note is deleted.", NULL, NULL);
    return back_to(pg, entity, "/notes");
}

bool
company_notes_page(struct page *pg)
{
    return notes_page(pg, RECORD_COMPANY);
}

bool
contact_notes_page(struct page *pg)
{
    return notes_page(pg, RECORD_CONTACT);
}

bool
company_note_add(struct page *pg)
{
    return note_add(pg, RECORD_COMPANY);
}

bool
contact_note_add(struct page *pg)
{
    return note_add(pg, RECORD_CONTACT);
}

bool
company_note_page(struct page *pg)
{
    return note_page(pg, RECORD_COMPANY);
}

bool
contact_note_page(struct page *pg)
{
    return note_page(pg, RECORD_CONTACT);
}

bool
company_note_save(struct page *pg)
{
    return note_save(pg, RECORD_COMPANY);
}

bool
contact_note_save(struct page *pg)
{
    return note_save(pg, RECORD_CONTACT);
}

bool
company_note_delete(struct page *pg)
{
    return note_delete(pg, RECORD_COMPANY);
}

bool
contact_note_delete(struct page *pg)
{
    return note_delete(pg, RECORD_CONTACT);
}
