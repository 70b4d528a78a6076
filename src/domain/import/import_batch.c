/* The records of a batch and their indexes. See import_batch.h. */
#include "domain/import/import_batch.h"

#include <string.h>

#include "base/buf.h"

void
import_batch_open(struct ctx *ctx, struct import_batch *batch, struct import_entry *entries,
                  size_t n_entries)
{
    struct map **const maps[] = {
        &batch->company_by_id,   &batch->company_by_domain, &batch->company_by_name,
        &batch->contact_by_id,   &batch->contact_by_email,  &batch->contact_by_linkedin,
        &batch->contact_by_name,
    };
    batch->entries = entries;
    batch->n_entries = n_entries;
    batch->records = NULL;
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        *maps[i] = map_new(ctx->arena, n_entries);
}

const char *
import_batch_name_key(struct arena *arena, const struct import_record *company,
                      const char *name_key)
{
    struct buf buf;
    buf_init(&buf, arena, strlen(name_key) + 24);
    buf_i64(&buf, company ? company->id : 0);
    buf_char(&buf, ' ');
    buf_text(&buf, name_key);
    return buf.data;
}

static void
put_unless_there(struct map *map, const char *key, struct import_record *record)
{
    if (key && *key && !map_get(map, key))
        map_put(map, key, record);
}

/* Records of one name hang on a chain, oldest first, so that the first that was there wins. */
static void
put_in_chain(struct arena *arena, struct map *map, const char *key, struct import_record *record)
{
    struct import_name *name = ARENA_NEW(arena, struct import_name), *at = map_get(map, key);
    name->record = record;
    if (!at) {
        map_put(map, key, name);
        return;
    }
    while (at->record != record && at->next)
        at = at->next;
    if (at->record != record)
        at->next = name;
}

/* Under its name, and a contact under its name at its company; anew when either has changed. */
static void
index_name(struct ctx *ctx, struct import_batch *batch, struct import_record *record)
{
    bool company = record->entity == RECORD_COMPANY;
    const char *name = company ? record->company_keys.name_key : record->contact_keys.name_key;
    if (record->duplicate_of || !name || !*name)
        return;
    if (!company)
        name = import_batch_name_key(ctx->arena, record->company, name);
    if (record->indexed_name && !strcmp(record->indexed_name, name))
        return;
    record->indexed_name = name;
    put_in_chain(ctx->arena, company ? batch->company_by_name : batch->contact_by_name, name,
                 record);
}

static void
batch_index(struct import_batch *batch, struct import_record *record)
{
    if (record->duplicate_of)
        return;
    if (record->entity == RECORD_COMPANY) {
        put_unless_there(batch->company_by_domain, record->company_keys.domain, record);
        return;
    }
    put_unless_there(batch->contact_by_email, record->contact_keys.email_key, record);
    put_unless_there(batch->contact_by_linkedin, record->contact_keys.linkedin_key, record);
}

static const char *
id_text(struct arena *arena, int64_t id)
{
    struct buf buf;
    buf_init(&buf, arena, 20);
    buf_i64(&buf, id);
    return buf.data;
}

void
import_batch_add(struct ctx *ctx, struct import_batch *batch, struct import_record *record)
{
    bool company = record->entity == RECORD_COMPANY;
    record->next = batch->records;
    batch->records = record;
    import_batch_settle(ctx, batch, record, NULL);
    map_put(company ? batch->company_by_id : batch->contact_by_id, id_text(ctx->arena, record->id),
            record);
    batch_index(batch, record);
    index_name(ctx, batch, record);
}

struct import_record *
import_batch_make(struct ctx *ctx, struct import_batch *batch, enum record_entity entity,
                  int64_t row_no)
{
    struct import_record *record = ARENA_NEW(ctx->arena, struct import_record);
    record->entity = entity;
    record->is_new = true;
    record->made_by = row_no;
    record->version = 1;
    if (batch->preview)
        record->id = -row_no;
    else if (entity == RECORD_COMPANY)
        record->id = batch->company_ids[batch->next_company_id++];
    else
        record->id = batch->contact_ids[batch->next_contact_id++];
    return record;
}

/* Fields from which a record's keys are made. */
static bool
is_key(const struct import_record *record, size_t place)
{
    if (record->entity == RECORD_COMPANY)
        return place == COMPANY_DOMAIN || place == COMPANY_NAME || place == COMPANY_WEBSITE_URL;
    return place == CONTACT_EMAIL || place == CONTACT_LINKEDIN_URL || place == CONTACT_FIRST_NAME ||
           place == CONTACT_LAST_NAME || place == CONTACT_JOB_TITLE || place == CONTACT_COMPANY_ID;
}

void
import_batch_set(struct import_record *record, size_t place, const char *value)
{
    record->values[place] = value;
    record->changed |= UINT64_C(1) << place;
    record->keys_outdated = record->keys_outdated || is_key(record, place);
}

/* Has the contact just what the row says, where its keys are made from? */
static bool
is_as_in_row(const struct import_record *record, const struct import_entry *entry)
{
    for (size_t i = 0; i < IMPORT_MAX_FIELDS; i++)
        if (i != CONTACT_COMPANY_ID && is_key(record, i) && record->values[i] != entry->contact[i])
            return false;
    return true;
}

void
import_batch_settle(struct ctx *ctx, struct import_batch *batch, struct import_record *record,
                    const struct import_entry *entry)
{
    if (!record->keys_outdated)
        return;
    record->keys_outdated = false;
    if (record->entity == RECORD_COMPANY)
        company_keys_of(ctx->arena, record->values, &record->company_keys);
    else if (entry && is_as_in_row(record, entry))
        record->contact_keys = entry->contact_keys;
    else
        contact_keys_of(ctx->arena, record->values, &record->contact_keys);
    batch_index(batch, record);
    index_name(ctx, batch, record);
}
