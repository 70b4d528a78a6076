/* GET and POST /{tenant}/companies/{id}/edit and /contacts/{id}/edit: all facts, or the one that
 * ?field= names, which is also what the pencil beside a fact opens in its place. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/change/change.h"
#include "web/record/pages.h"
#include "web/record/record_fact.h"
#include "web/record/record_form.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

static bool
show_form(struct page *pg, enum record_entity entity, const struct record *record, const char *only)
{
    bool any;
    record_view_head(pg, record);
    if (!record_form_show(pg, entity, record, only, &any))
        return false;
    if (!any)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "no such field");
    tree_set(pg->view, "Only", only);
    tree_set(pg->view, "Record.edit_only",
             record_view_below(pg, record, arena_printf(pg->ctx->arena, "/edit?field=%s", only)));
    return *only && pg->in->hx_request ? reply_part(pg, "record/record_fact_edit.part.cs")
                                       : reply_template(pg);
}

static bool
edit_page(struct page *pg, enum record_entity entity)
{
    const struct record_form *form = pg->params;
    struct record record;
    bool answered;
    if (!record_page_open(pg, entity, form->where.id, &record, &answered))
        return false;
    return answered || show_form(pg, entity, &record, form->field);
}

/* A value as its form shows it; of a company and an owner, who may be others than the present ones,
 * what was typed or chosen. */
static const char *
said(struct page *pg, const struct record *now, const struct record_field *field, const char *value)
{
    const struct record_form *form = pg->params;
    size_t n, n_owners;
    struct record_owner *owners;
    const char *present = now->values[field - record_fields(now->entity, &n)];
    if (field->type != RECORD_ID || (present && !strcmp(present, value)))
        return record_view_value(now, field, value);
    if (!strcmp(field->name, "company_id"))
        return form->company;
    if (!record_owners(pg->ctx, &owners, &n_owners)) {
        err_clear(pg->ctx);
        return value;
    }
    for (size_t i = 0; i < n_owners; i++)
        if (owners[i].user_id == strtoll(value, NULL, 10))
            return owners[i].name;
    return value;
}

/* Somebody else was quicker: both values, and a second save keeps one's own. */
static bool
show_conflict(struct page *pg, enum record_entity entity, int64_t mask, const char *const *values)
{
    const struct record_form *form = pg->params;
    const char *texts[RECORD_MOST_FIELDS];
    struct record now;
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    tree_set(pg->view, "Conflict.message", pg->ctx->err.message);
    err_clear(pg->ctx);
    if (!record_get(pg->ctx, entity, form->where.id, &now) ||
        !show_form(pg, entity, &now, form->field))
        return false;
    record_form_texts(pg, entity, texts);
    record_form_typed(pg, entity, texts);
    struct tree_list list = tree_list(pg->view, "Conflict.fields");
    for (size_t i = 0; i < n; i++) {
        const char *theirs = now.values[i] ? now.values[i] : "";
        const char *mine = values[i] ? values[i] : "";
        if (!(mask & CHANGE_BIT(&fields[i])) || !strcmp(theirs, mine))
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "label", fields[i].label);
        tree_set(row, "theirs", *theirs ? said(pg, &now, &fields[i], theirs) : "empty");
        tree_set(row, "mine", *mine ? said(pg, &now, &fields[i], mine) : "empty");
    }
    return true;
}

/* Another record has this domain, address or profile: open it, or keep both. */
static bool
show_twin(struct page *pg, enum record_entity entity, const struct record *record,
          const struct record_twin *twin)
{
    const struct record_form *form = pg->params;
    const char *texts[RECORD_MOST_FIELDS];
    if (!show_form(pg, entity, record, form->field))
        return false;
    record_form_texts(pg, entity, texts);
    record_form_typed(pg, entity, texts);
    tree_set(pg->view, "Twin.name", twin->label);
    tree_set(pg->view, "Twin.path", record_view_path(pg, entity, twin->record_id));
    tree_set(pg->view, "Twin.field", record_field_get(entity, twin->field)->label);
    return true;
}

/* The fact in its place, and what changed with it elsewhere on the page. */
static bool
show_saved(struct page *pg, const struct record *record, const struct record_field *field,
           int64_t set_id, int64_t changed)
{
    struct record now;
    if (!record_get(pg->ctx, record->entity, record->record_id, &now))
        return false;
    return record_fact_around(pg, &now, field->label, changed ? set_id : 0) &&
           record_fact_changed(pg, &now, field, changed) &&
           reply_part(pg, "record/record_fact.part.cs");
}

static bool
done(struct page *pg, const struct record *record, int64_t set_id, int64_t changed)
{
    const struct record_form *form = pg->params;
    const struct record_field *field = record_field_get(record->entity, form->field);
    if (pg->in->hx_request && field)
        return show_saved(pg, record, field, set_id, changed);
    if (changed)
        reply_flash_undo(pg, "ok", "Saved.", set_id);
    return reply_redirect_to(pg, record_view_below(pg, record, ""));
}

/* The version that a save is held against. Of a single field it is the newest one where somebody
 * changed only others meanwhile. */
static int64_t
version_of(struct page *pg, const struct record *record)
{
    const struct record_form *form = pg->params;
    const struct record_field *field = record_field_get(record->entity, form->field);
    size_t n;
    if (!field || !*form->was)
        return form->version;
    const char *value = !strcmp(form->field, "company_id")
                            ? record->company_name
                            : record->values[field - record_fields(record->entity, &n)];
    return !strcmp(form->was, record_form_mark(pg->ctx->arena, value)) ? record->version
                                                                       : form->version;
}

/* Somebody deleted it meanwhile: the form stays with what was typed, and says so. */
static bool
show_lost(struct page *pg, enum record_entity entity)
{
    const struct record_form *form = pg->params;
    const char *texts[RECORD_MOST_FIELDS];
    struct record record;
    if (!record_page_lost(pg, entity, form->where.id, &record))
        return false;
    record.version = form->version;
    pg->status = pg->in->hx_request ? 200 : 404; /* htmx puts in its place only what went well */
    if (!show_form(pg, entity, &record, form->field))
        return false;
    if (*form->field)
        tree_set(pg->view, "Groups.0.fields.0.was", form->was);
    record_form_texts(pg, entity, texts);
    record_form_typed(pg, entity, texts);
    return true;
}

static bool
edit_save(struct page *pg, enum record_entity entity)
{
    const struct record_form *form = pg->params;
    const char *values[RECORD_MOST_FIELDS];
    struct record record;
    struct record_twin twin = {0};
    int64_t set_id = 0, changed, company = 0, mask = record_form_mask(entity, form->field);
    bool twin_found = false;
    if (!record_get(pg->ctx, entity, form->where.id, &record))
        return show_lost(pg, entity);
    if (!record_form_read(pg, entity, values))
        return true;
    if (!record_twin_of_change(pg->ctx, &record, mask, values, &twin, &twin_found))
        return false;
    if (twin_found && !form->keep_both)
        return show_twin(pg, entity, &record, &twin);
    bool with_company = entity == RECORD_CONTACT &&
                        (!*form->field || !strcmp(form->field, "company_id")) &&
                        strcmp(form->company, record.company_name ? record.company_name : "") != 0;
    if (with_company) {
        if (!record_company(pg->ctx, &set_id, form->company, &company))
            return false;
        mask |= CHANGE_BIT(record_field_get(RECORD_CONTACT, "company_id"));
        values[CONTACT_COMPANY_ID] =
            company ? arena_printf(pg->ctx->arena, "%" PRId64, company) : NULL;
    }
    if (!record_update(pg->ctx, entity, &set_id, form->where.id, version_of(pg, &record), mask,
                       values, twin_found ? twin.record_id : 0, &changed))
        return pg->ctx->err.kind == ERR_CONFLICT && !*pg->ctx->err.field && !set_id
                   ? show_conflict(pg, entity, mask, values)
                   : false;
    return done(pg, &record, set_id, changed);
}

bool
company_edit_page(struct page *pg)
{
    return edit_page(pg, RECORD_COMPANY);
}

bool
company_edit_save(struct page *pg)
{
    return edit_save(pg, RECORD_COMPANY);
}

bool
contact_edit_page(struct page *pg)
{
    return edit_page(pg, RECORD_CONTACT);
}

bool
contact_edit_save(struct page *pg)
{
    return edit_save(pg, RECORD_CONTACT);
}
