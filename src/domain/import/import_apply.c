/* Values of a row into a record. See import_apply.h. */
#include "domain/import/import_apply.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "domain/identity/contact_twin.h"

void
import_apply_note(struct arena *arena, struct import_entry *entry, const char *field,
                  const char *before, const char *after)
{
    if (!entry->changes)
        entry->changes = jsn_object(arena);
    struct jsn *pair = jsn_array(arena);
    jsn_add(pair, jsn_text(arena, before));
    jsn_add(pair, jsn_text(arena, after));
    jsn_set(entry->changes, field, pair);
}

const char *
import_record_label(struct arena *arena, const struct import_record *record)
{
    const char *const *v = record->values;
    if (record->entity == RECORD_COMPANY)
        return v[COMPANY_NAME];
    if (v[CONTACT_FIRST_NAME] && v[CONTACT_LAST_NAME])
        return arena_printf(arena, "%s %s", v[CONTACT_FIRST_NAME], v[CONTACT_LAST_NAME]);
    if (v[CONTACT_FIRST_NAME] || v[CONTACT_LAST_NAME])
        return v[CONTACT_FIRST_NAME] ? v[CONTACT_FIRST_NAME] : v[CONTACT_LAST_NAME];
    return v[CONTACT_EMAIL] ? v[CONTACT_EMAIL] : v[CONTACT_LINKEDIN_URL];
}

/* True when the field is a key that another record already has. */
static bool
taken(const struct import_batch *batch, const struct import_record *record,
      const struct import_entry *entry, size_t place)
{
    const struct import_record *owner = NULL;
    if (record->duplicate_of)
        return false;
    if (record->entity == RECORD_COMPANY && place == COMPANY_DOMAIN)
        owner = map_get(batch->company_by_domain, entry->company_keys.domain);
    else if (record->entity == RECORD_CONTACT && place == CONTACT_EMAIL)
        owner = map_get(batch->contact_by_email, entry->contact_keys.email_key);
    else if (record->entity == RECORD_CONTACT && place == CONTACT_LINKEDIN_URL)
        owner = map_get(batch->contact_by_linkedin, entry->contact_keys.linkedin_key);
    return owner && owner != record;
}

struct target {
    struct ctx *ctx;
    struct import_batch *batch;
    struct import_record *record;
    struct import_entry *entry;
    const char *prefix; /* of the field names in the notes */
    bool fresh;         /* this row makes the record: its values are no changes */
    bool repeats;       /* an earlier row of this file made it: the first wins */
    size_t *n_changes;
};

static void
put(const struct target *to, const struct record_field *field, size_t place, const char *value)
{
    if (!to->fresh)
        import_apply_note(to->ctx->arena, to->entry,
                          arena_printf(to->ctx->arena, "%s%s", to->prefix, field->name),
                          to->record->values[place], value);
    import_batch_set(to->record, place, value);
    (*to->n_changes)++;
}

static void
apply_fields(const struct target *to, const char *const *values,
             const enum import_strategy *strategies)
{
    size_t n;
    const struct record_field *fields = record_fields(to->record->entity, &n);
    for (size_t i = 0; i < n; i++) {
        const char *now = to->record->values[i];
        bool replace = strategies[i] == IMPORT_OVERWRITE && !to->repeats;
        bool adds = to->record->entity == RECORD_CONTACT && i == CONTACT_OTHER_EMAILS;
        if (!values[i] || (now && !strcmp(now, values[i])) ||
            (adds && !replace && strategies[i] != IMPORT_LEAVE))
            continue;
        bool wanted = strategies[i] != IMPORT_LEAVE && (!now || replace);
        if (to->fresh && !now)
            wanted = true;
        if (wanted && !taken(to->batch, to->record, to->entry, i))
            put(to, &fields[i], i, values[i]);
        else
            to->entry->flags |= IMPORT_FLAG_KEPT;
    }
}

/* Addresses are added to those that are known, whichever comes first. An address that somebody else has
 * is not: the mail would go to the wrong person. */
static void
apply_emails(const struct target *to)
{
    const size_t place = CONTACT_OTHER_EMAILS;
    const char *const *row = to->entry->contact, *const *now = to->record->values;
    if (to->batch->options->contact[place] == IMPORT_LEAVE && !to->fresh)
        return;
    bool theirs = taken(to->batch, to->record, to->entry, CONTACT_EMAIL);
    const char *list =
        contact_twin_emails(to->ctx->arena, now, theirs ? NULL : row[CONTACT_EMAIL], row[place]);
    const struct record_field *field = &record_fields(RECORD_CONTACT, &(size_t){0})[place];
    if (list == now[place])
        return;
    if (strlen(list) <= field->max)
        put(to, field, place, list);
    else
        to->entry->flags |= IMPORT_FLAG_KEPT;
}

/* Custom fields are one jsonb; each key follows the record's strategy. */
static bool
apply_custom(const struct target *to, const struct import_custom *custom, size_t place)
{
    if (!custom)
        return true;
    struct arena *arena = to->ctx->arena;
    const char *now = to->record->values[place];
    struct jsn *json = jsn_object(arena);
    if (now && !jsn_read(to->ctx, arena, now, strlen(now), &json))
        return false;
    size_t n = 0;
    for (; custom; custom = custom->next) {
        const char *old = jsn_as_text(jsn_get(json, custom->key), NULL);
        if (old && !strcmp(old, custom->value))
            continue;
        if (old && (to->repeats || to->batch->options->strategy != IMPORT_OVERWRITE)) {
            to->entry->flags |= IMPORT_FLAG_KEPT;
            continue;
        }
        if (!to->fresh)
            import_apply_note(arena, to->entry,
                              arena_printf(arena, "%scustom.%s", to->prefix, custom->key), old,
                              custom->value);
        jsn_set_text(json, custom->key, custom->value);
        n++;
    }
    if (n)
        import_batch_set(to->record, place, jsn_write(arena, json));
    *to->n_changes += n;
    return true;
}

static bool
has_id(const char *list, int64_t id)
{
    for (const char *at = list; at && *at && *at != '}';) {
        char *end;
        if (strtoll(at + 1, &end, 10) == id)
            return true;
        at = end;
    }
    return false;
}

/* Adds ids to a set that is kept as PostgreSQL's array text. */
static void
add_ids(const struct target *to, size_t place, const int64_t *ids, size_t n_ids, const char *what)
{
    const char *now = to->record->values[place];
    size_t added = 0;
    for (size_t i = 0; i < n_ids; i++) {
        if (has_id(now, ids[i]))
            continue;
        now = now ? arena_printf(to->ctx->arena, "%.*s,%" PRId64 "}", (int)strlen(now) - 1, now,
                                 ids[i])
                  : arena_printf(to->ctx->arena, "{%" PRId64 "}", ids[i]);
        added++;
    }
    if (!added)
        return;
    if (!to->fresh)
        import_apply_note(to->ctx->arena, to->entry, what, NULL,
                          arena_printf(to->ctx->arena, "%zu added", added));
    import_batch_set(to->record, place, now);
    (*to->n_changes)++;
}

static void
apply_whole(const struct target *to)
{
    const struct import_batch *batch = to->batch;
    bool company = to->record->entity == RECORD_COMPANY;
    size_t owner = company ? (size_t)COMPANY_OWNER_ID : (size_t)CONTACT_OWNER_ID;
    if (batch->options->owner_id && !to->record->values[owner]) {
        const struct record_field *field = &record_fields(to->record->entity, &(size_t){0})[owner];
        put(to, field, owner, arena_printf(to->ctx->arena, "%" PRId64, batch->options->owner_id));
    }
    size_t tags = company ? (size_t)COMPANY_TAG_IDS : (size_t)CONTACT_TAG_IDS;
    size_t lists = company ? (size_t)COMPANY_LIST_IDS : (size_t)CONTACT_LIST_IDS;
    add_ids(to, tags, batch->tag_ids, batch->n_tag_ids, "tags");
    for (size_t i = 0; to->entry->tags && to->entry->tags[i]; i++) {
        int64_t id = batch->tag_of(batch->run, to->entry->tags[i]);
        add_ids(to, tags, &id, 1, "tags");
    }
    if (batch->list_id)
        add_ids(to, lists, &batch->list_id, 1, "list");
}

bool
import_apply(struct ctx *ctx, struct import_batch *batch, struct import_record *record,
             struct import_entry *entry, size_t *n_changes)
{
    bool company = record->entity == RECORD_COMPANY;
    bool fresh = record->made_by == entry->row_no;
    const struct target to = {ctx,      batch, record, entry, "", fresh, record->made_by && !fresh,
                              n_changes};
    apply_fields(&to, company ? entry->company : entry->contact,
                 company ? batch->options->company : batch->options->contact);
    if (!company)
        apply_emails(&to);
    if (!apply_custom(&to, company ? entry->company_custom : entry->contact_custom,
                      company ? (size_t)COMPANY_CUSTOM : (size_t)CONTACT_CUSTOM))
        return false;
    apply_whole(&to);
    import_batch_settle(ctx, batch, record, entry);
    return true;
}

bool
import_apply_company(struct ctx *ctx, struct import_batch *batch, struct import_record *record,
                     struct import_entry *entry, size_t *n_changes)
{
    bool fresh = record->made_by == entry->row_no;
    const struct target to = {
        ctx, batch, record, entry, "company.", fresh, record->made_by && !fresh, n_changes};
    apply_fields(&to, entry->company, batch->options->company);
    import_batch_settle(ctx, batch, record, entry);
    return apply_custom(&to, entry->company_custom, COMPANY_CUSTOM);
}
