/* /api/v1/{tenant}/companies/{id} and /contacts/{id}: one record for programs: read, create, change,
 * delete. The same rules as on the pages: duplicates are refused unless keep_both says otherwise, a
 * version that is not the present one is a conflict, and every change can be undone. */
#include <inttypes.h>
#include <string.h>

#include "domain/change/change.h"
#include "web/api/api_json.h"
#include "web/api/pages.h"
#include "web/params.h"

enum { BODY_MOST = 256 * 1024, OK = 200, CREATED = 201 };

struct api_record {
    int64_t id;
    struct span body;
};
static const struct param record_items[] = {PARAM_ID(struct api_record, id)};
static const struct param create_items[] = {PARAM_BODY(struct api_record, body, BODY_MOST)};
static const struct param change_items[] = {PARAM_ID(struct api_record, id),
                                            PARAM_BODY(struct api_record, body, BODY_MOST)};
const struct params api_record_params = PARAMS(struct api_record, record_items);
const struct params api_create_params = PARAMS(struct api_record, create_items);
const struct params api_change_params = PARAMS(struct api_record, change_items);

static bool
show(struct page *pg, enum record_entity entity, int64_t record_id, int status)
{
    struct record record;
    return record_get(pg->ctx, entity, record_id, &record) &&
           api_json_reply(pg, status, api_json_record(pg->ctx->arena, &record));
}

static bool
refuse_twin(struct page *pg, enum record_entity entity, const struct record_twin *twin)
{
    return err_field(pg->ctx, ERR_CONFLICT, twin->field,
                     "The %s %" PRId64 " (%s) has the same value here. Change that one, or send "
                     "\"keep_both\": true to keep both.",
                     record_entity_name(entity), twin->record_id, twin->label);
}

/* The company that a contact's "company" names; made when it is new and there is a set. */
static bool
choose_company(struct page *pg, int64_t *set_id, struct api_change *change)
{
    int64_t company;
    if (!change->company)
        return true;
    if (!record_company(pg->ctx, set_id, change->company, &company))
        return false;
    change->values[CONTACT_COMPANY_ID] =
        company ? arena_printf(pg->ctx->arena, "%" PRId64, company) : NULL;
    change->mask |= CHANGE_BIT(record_field_get(RECORD_CONTACT, "company_id"));
    return true;
}

static bool
create(struct page *pg, enum record_entity entity)
{
    const struct api_record *params = pg->params;
    struct api_change change;
    struct record_twin twin = {0};
    int64_t set_id, record_id;
    bool found;
    if (!api_json_read(pg, entity, params->body, &change) || !choose_company(pg, NULL, &change) ||
        !record_twin(pg->ctx, entity, change.values, 0, &twin, &found))
        return false;
    if (found && !change.keep_both)
        return refuse_twin(pg, entity, &twin);
    return api_json_own(pg, &(struct record){.entity = entity}, &change) &&
           change_set_open(pg->ctx, "create", "API", &set_id) &&
           choose_company(pg, &set_id, &change) &&
           record_create(pg->ctx, entity, set_id, change.values, found ? twin.record_id : 0,
                         &record_id) &&
           show(pg, entity, record_id, CREATED);
}

static bool
change_one(struct page *pg, enum record_entity entity)
{
    const struct api_record *params = pg->params;
    struct api_change change;
    struct record record;
    struct record_twin twin = {0};
    int64_t set_id, changed;
    bool found;
    if (!record_get(pg->ctx, entity, params->id, &record) ||
        !api_json_read(pg, entity, params->body, &change) ||
        !record_twin_of_change(pg->ctx, &record, change.mask, change.values, &twin, &found))
        return false;
    if (found && !change.keep_both)
        return refuse_twin(pg, entity, &twin);
    return api_json_own(pg, &record, &change) && change_set_open(pg->ctx, "edit", "API", &set_id) &&
           choose_company(pg, &set_id, &change) &&
           record_update(pg->ctx, entity, &set_id, params->id, change.version, change.mask,
                         change.values, found ? twin.record_id : 0, &changed) &&
           show(pg, entity, params->id, OK);
}

static bool
delete_one(struct page *pg, enum record_entity entity)
{
    const struct api_record *params = pg->params;
    int64_t set_id;
    if (!change_set_open(pg->ctx, "delete", "API", &set_id) ||
        !record_delete(pg->ctx, entity, set_id, params->id))
        return false;
    struct jsn *object = jsn_object(pg->ctx->arena);
    jsn_set_int(object, "deleted", params->id);
    jsn_set_int(object, "change_set", set_id);
    return api_json_reply(pg, OK, object);
}

static bool
show_one(struct page *pg, enum record_entity entity)
{
    const struct api_record *params = pg->params;
    return show(pg, entity, params->id, OK);
}

bool
api_company_page(struct page *pg)
{
    return show_one(pg, RECORD_COMPANY);
}

bool
api_company_create(struct page *pg)
{
    return create(pg, RECORD_COMPANY);
}

bool
api_company_change(struct page *pg)
{
    return change_one(pg, RECORD_COMPANY);
}

bool
api_company_delete(struct page *pg)
{
    return delete_one(pg, RECORD_COMPANY);
}

bool
api_contact_page(struct page *pg)
{
    return show_one(pg, RECORD_CONTACT);
}

bool
api_contact_create(struct page *pg)
{
    return create(pg, RECORD_CONTACT);
}

bool
api_contact_change(struct page *pg)
{
    return change_one(pg, RECORD_CONTACT);
}

bool
api_contact_delete(struct page *pg)
{
    return delete_one(pg, RECORD_CONTACT);
}
