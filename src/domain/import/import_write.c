/* Set-based writing through staging tables. See import_write.h. */
#include "domain/import/import_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "domain/import/import_apply.h"
#include "domain/record/record_class.h"
#include "statements.h"

bool
import_write_ready(struct ctx *ctx, bool preview)
{
    const struct sql *const always[] = {
        &SQL_IMPORT_STAGE_COMPANY_CREATE, &SQL_IMPORT_STAGE_CONTACT_CREATE,
        &SQL_IMPORT_STAGE_ROW_CREATE, &SQL_IMPORT_OVERLAY_COMPANY_DROP,
        &SQL_IMPORT_OVERLAY_CONTACT_DROP};
    const struct sql *const then[] = {
        &SQL_IMPORT_OVERLAY_COMPANY_CREATE, &SQL_IMPORT_OVERLAY_COMPANY_INDEX1,
        &SQL_IMPORT_OVERLAY_COMPANY_INDEX2, &SQL_IMPORT_OVERLAY_COMPANY_INDEX3,
        &SQL_IMPORT_OVERLAY_CONTACT_CREATE, &SQL_IMPORT_OVERLAY_CONTACT_INDEX1,
        &SQL_IMPORT_OVERLAY_CONTACT_INDEX2, &SQL_IMPORT_OVERLAY_CONTACT_INDEX3,
        &SQL_IMPORT_OVERLAY_CONTACT_INDEX4};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (!db_exec(ctx, always[i], DB_NO_ARGS, NULL))
            return false;
    for (size_t i = 0; preview && i < sizeof then / sizeof *then; i++)
        if (!db_exec(ctx, then[i], DB_NO_ARGS, NULL))
            return false;
    return true;
}

/* A stored value as to_jsonb would give it: what change.previous holds. */
static struct jsn *
value_json(struct ctx *ctx, enum record_type type, const char *value)
{
    struct jsn *json = NULL;
    if (type == RECORD_ID)
        return jsn_int(ctx->arena, strtoll(value, NULL, 10));
    if (type == RECORD_CUSTOM && jsn_read(ctx, ctx->arena, value, strlen(value), &json))
        return json;
    if (type != RECORD_IDS)
        return jsn_text(ctx->arena, value);
    json = jsn_array(ctx->arena);
    for (const char *at = value; *at && *at != '}' && at[1] != '}';) {
        char *end;
        jsn_add(json, jsn_int(ctx->arena, strtoll(at + 1, &end, 10)));
        at = end;
    }
    return json;
}

/* Values before, by field name, of the fields this batch changed; NULL for a new record. */
static const char *
previous_of(struct ctx *ctx, const struct import_record *record)
{
    if (record->is_new)
        return NULL;
    size_t n;
    const struct record_field *fields = record_fields(record->entity, &n);
    struct jsn *json = jsn_object(ctx->arena);
    for (size_t i = 0; i < n; i++)
        if (record->before[i] && (record->changed & (UINT64_C(1) << i)))
            jsn_set(json, fields[i].name, value_json(ctx, fields[i].type, record->before[i]));
    return jsn_write(ctx->arena, json);
}

/* The bitmap over the field table's bits, from the bitmap over places. */
static int64_t
bits_of(const struct import_record *record)
{
    size_t n;
    const struct record_field *fields = record_fields(record->entity, &n);
    uint64_t bits = 0;
    for (size_t i = 0; i < n; i++)
        if (record->is_new ? record->values[i] != NULL
                           : (record->changed & (UINT64_C(1) << i)) != 0)
            bits |= UINT64_C(1) << fields[i].bit;
    return (int64_t)bits;
}

static bool
stage_record(struct ctx *ctx, struct db_copy *copy, const struct import_record *record,
             int64_t tenant_id)
{
    size_t n;
    record_fields(record->entity, &n);
    db_copy_i64(copy, tenant_id);
    db_copy_i64(copy, record->id);
    for (size_t i = 0; i < n; i++)
        db_copy_str(copy, record->values[i]);
    if (record->entity == RECORD_COMPANY) {
        db_copy_str(copy, record->company_keys.name_key);
        db_copy_str(copy, record->company_keys.search);
        db_copy_str(copy, record->company_keys.sort_name);
    } else {
        db_copy_str(copy, record->contact_keys.email_key);
        db_copy_str(copy, record->contact_keys.linkedin_key);
        db_copy_str(copy, record->contact_keys.name_key);
        db_copy_str(copy, record->contact_keys.search);
        db_copy_str(copy, record->contact_keys.sort_name);
        db_copy_str(copy, record->contact_keys.title_key);
    }
    db_copy_str(copy, record_class_codes(ctx->arena, record->entity, record->values));
    if (record->duplicate_of)
        db_copy_i64(copy, record->duplicate_of);
    else
        db_copy_null(copy);
    db_copy_i64(copy, record->version);
    db_copy_str(copy, record->is_new ? "t" : "f");
    db_copy_i64(copy, bits_of(record));
    db_copy_str(copy, previous_of(ctx, record));
    return db_copy_row(ctx, copy);
}

static bool
is_written(const struct import_record *record)
{
    return record->is_new ? record->wanted : record->changed != 0;
}

/* Stages the records of one entity, oldest first; counts new and changed ones. */
static bool
stage_records(struct ctx *ctx, const struct import_batch *batch, enum record_entity entity,
              int64_t tenant_id, int64_t *n_new, int64_t *n_changed)
{
    struct db_copy *copy;
    *n_new = *n_changed = 0;
    for (const struct import_record *r = batch->records; r; r = r->next) {
        if (r->entity == entity && is_written(r))
            (*(r->is_new ? n_new : n_changed))++;
    }
    if (!*n_new && !*n_changed)
        return true;
    if (!db_copy_begin(
            ctx, entity == RECORD_COMPANY ? &SQL_IMPORT_STAGE_COMPANY : &SQL_IMPORT_STAGE_CONTACT,
            &copy))
        return false;
    for (const struct import_record *r = batch->records; r; r = r->next)
        if (r->entity == entity && is_written(r) && !stage_record(ctx, copy, r, tenant_id))
            return false;
    return db_copy_end(ctx, copy, NULL);
}

struct statements {
    const struct sql *write, *update, *change, *overlay;
};

static const struct statements statements_of[] = {
    [RECORD_COMPANY] = {&SQL_IMPORT_WRITE_COMPANY, &SQL_IMPORT_UPDATE_COMPANY,
                        &SQL_IMPORT_CHANGE_COMPANY, &SQL_IMPORT_OVERLAY_COMPANY_WRITE},
    [RECORD_CONTACT] = {&SQL_IMPORT_WRITE_CONTACT, &SQL_IMPORT_UPDATE_CONTACT,
                        &SQL_IMPORT_CHANGE_CONTACT, &SQL_IMPORT_OVERLAY_CONTACT_WRITE},
};

/* The longest statement of a batch: meanwhile the next rows are read. */
static bool
insert(struct ctx *ctx, const struct sql *sql, const struct import_target_of_write *to)
{
    if (!db_send(ctx, sql, DB_NO_ARGS))
        return false;
    if (to && to->meanwhile)
        to->meanwhile(to->arg);
    return db_receive(ctx, sql, NULL);
}

static bool
write_records(struct ctx *ctx, const struct import_batch *batch, enum record_entity entity,
              const struct import_target_of_write *to)
{
    const struct statements *sql = &statements_of[entity];
    int64_t n_new, n_changed, n;
    if (!stage_records(ctx, batch, entity, to->tenant_id, &n_new, &n_changed))
        return false;
    if (!n_new && !n_changed)
        return true;
    if (batch->preview)
        return db_exec(ctx, sql->overlay, DB_NO_ARGS, NULL);
    if (n_new && !insert(ctx, sql->write, entity == batch->entity ? to : NULL))
        return false;
    if (n_changed) {
        if (!db_exec(ctx, sql->update, DB_NO_ARGS, &n))
            return false;
        if (n != n_changed)
            return err_raise(ctx, ERR_CONFLICT, "Records changed while they were imported.");
    }
    return db_exec(ctx, sql->change, DB_ARGS(DB_I64(to->change_set_id)), NULL);
}

static const char *
company_label(const struct import_entry *entry)
{
    const struct import_record *company = entry->company_record;
    if (company && company->values[COMPANY_NAME])
        return company->values[COMPANY_NAME];
    return entry->company[COMPANY_NAME];
}

static const char *
contact_label(struct arena *arena, const struct import_entry *entry)
{
    if (entry->contact_record)
        return import_record_label(arena, entry->contact_record);
    struct import_record as_record = {.entity = RECORD_CONTACT};
    memcpy(as_record.values, entry->contact, sizeof as_record.values);
    return import_record_label(arena, &as_record);
}

static void
copy_id(struct db_copy *copy, const struct import_record *record)
{
    if (record && (!record->is_new || record->wanted))
        db_copy_i64(copy, record->id);
    else
        db_copy_null(copy);
}

static bool
stage_row(struct ctx *ctx, struct db_copy *copy, const struct import_batch *batch,
          const struct import_entry *entry, const struct import_target_of_write *to)
{
    const char verdict[2] = {entry->verdict, '\0'};
    db_copy_i64(copy, to->tenant_id);
    db_copy_i64(copy, to->import_id);
    db_copy_i64(copy, batch->preview ? 0 : 1);
    db_copy_i64(copy, entry->row_no);
    db_copy_i64(copy, entry->line_no);
    db_copy_str(copy, verdict);
    db_copy_str(copy, entry->reason);
    db_copy_str(copy, entry->detail);
    copy_id(copy, entry->company_record);
    copy_id(copy, entry->contact_record);
    db_copy_str(copy, batch->entity == RECORD_CONTACT ? contact_label(ctx->arena, entry) : NULL);
    db_copy_str(copy, company_label(entry));
    db_copy_str(copy, entry->changes ? jsn_write(ctx->arena, entry->changes) : NULL);
    db_copy_i64(copy, entry->flags);
    db_copy_str(copy, entry->raw);
    db_copy_str(copy, to->at);
    return db_copy_row(ctx, copy);
}

static bool
write_rows(struct ctx *ctx, const struct import_batch *batch,
           const struct import_target_of_write *to)
{
    struct db_copy *copy;
    if (!db_copy_begin(ctx, &SQL_IMPORT_STAGE_ROW, &copy))
        return false;
    for (size_t i = 0; i < batch->n_entries; i++)
        if (!stage_row(ctx, copy, batch, &batch->entries[i], to))
            return false;
    return db_copy_end(ctx, copy, NULL) && db_exec(ctx, &SQL_IMPORT_WRITE_ROW, DB_NO_ARGS, NULL);
}

bool
import_write_batch(struct ctx *ctx, const struct import_batch *batch,
                   const struct import_target_of_write *to)
{
    return write_records(ctx, batch, RECORD_COMPANY, to) &&
           write_records(ctx, batch, RECORD_CONTACT, to) && write_rows(ctx, batch, to);
}
