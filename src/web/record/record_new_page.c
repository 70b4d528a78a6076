/* GET and POST /{tenant}/companies/new and /contacts/new. One that is there already is shown first:
 * open it, or keep both. */
#include <inttypes.h>
#include <string.h>

#include "domain/change/change.h"
#include "web/record/pages.h"
#include "web/record/record_form.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

static bool
show_form(struct page *pg, enum record_entity entity)
{
    bool any;
    tree_set_bool(pg->view, "Record.is_company", entity == RECORD_COMPANY);
    return record_form_show(pg, entity, NULL, "", &any) && reply_template(pg);
}

bool
company_new_page(struct page *pg)
{
    return show_form(pg, RECORD_COMPANY);
}

bool
contact_new_page(struct page *pg)
{
    const struct record_form *form = pg->params;
    struct record company;
    if (!show_form(pg, RECORD_CONTACT))
        return false;
    if (form->with) {
        if (!record_get(pg->ctx, RECORD_COMPANY, form->with, &company))
            return false;
        const char *domain = company.values[COMPANY_DOMAIN];
        view_field(pg, "company", domain ? domain : company.label);
    }
    return true;
}

static bool
show_twin(struct page *pg, enum record_entity entity, const struct record_twin *twin)
{
    const char *texts[RECORD_MOST_FIELDS];
    if (!show_form(pg, entity))
        return false;
    record_form_texts(pg, entity, texts);
    record_form_typed(pg, entity, texts);
    tree_set(pg->view, "Twin.name", twin->label);
    tree_set(pg->view, "Twin.detail", twin->detail);
    tree_set(pg->view, "Twin.path", record_view_path(pg, entity, twin->record_id));
    tree_set(pg->view, "Twin.field", record_field_get(entity, twin->field)->label);
    return true;
}

/* The company that a contact's form names; with a set to write into, made when it is new. */
static bool
choose_company(struct page *pg, enum record_entity entity, int64_t *set_id, const char **values)
{
    const struct record_form *form = pg->params;
    int64_t company;
    if (entity != RECORD_CONTACT)
        return true;
    if (!record_company(pg->ctx, set_id, form->company, &company))
        return false;
    if (company)
        values[CONTACT_COMPANY_ID] = arena_printf(pg->ctx->arena, "%" PRId64, company);
    return true;
}

static bool
new_save(struct page *pg, enum record_entity entity)
{
    const struct record_form *form = pg->params;
    const char *values[RECORD_MOST_FIELDS];
    struct record_twin twin = {0};
    int64_t set_id, record_id;
    bool found;
    if (!record_form_read(pg, entity, values))
        return true;
    if (!choose_company(pg, entity, NULL, values) ||
        !record_twin(pg->ctx, entity, values, 0, &twin, &found))
        return false;
    if (found && !form->keep_both)
        return show_twin(pg, entity, &twin);
    if (!change_set_open(pg->ctx, "create", "Typed in", &set_id) ||
        !choose_company(pg, entity, &set_id, values) ||
        !record_create(pg->ctx, entity, set_id, values, found ? twin.record_id : 0, &record_id))
        return false;
    reply_flash(pg, "ok",
                entity == RECORD_COMPANY ? "The company is added." : "The contact is added.", NULL,
                NULL);
    return reply_redirect_to(pg, record_view_path(pg, entity, record_id));
}

bool
company_new_save(struct page *pg)
{
    return new_save(pg, RECORD_COMPANY);
}

bool
contact_new_save(struct page *pg)
{
    return new_save(pg, RECORD_CONTACT);
}
