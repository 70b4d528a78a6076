/* Records as JSON. See api_json.h. */
#include "web/api/api_json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "domain/change/change.h"
#include "domain/company/company_class.h"
#include "domain/contact/contact_class.h"
#include "domain/query/record_dimension.h"
#include "web/reply.h"

const char *
api_json_time(struct arena *arena, int64_t ms)
{
    char text[32];
    time_t seconds = (time_t)(ms / 1000);
    struct tm utc;
    gmtime_r(&seconds, &utc);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    return arena_printf(arena, "%s.%03dZ", text, (int)(ms % 1000));
}

void
api_json_when(struct arena *arena, struct jsn *object, const char *key, int64_t ms)
{
    jsn_set_text(object, key, ms ? api_json_time(arena, ms) : NULL);
}

void
api_json_id(struct arena *arena, struct jsn *object, const char *key, int64_t id)
{
    jsn_set(object, key, id ? jsn_int(arena, id) : NULL);
}

static struct jsn *
cut(struct arena *arena, const char *text, const char *at)
{
    struct jsn *array = jsn_array(arena);
    while (text && *text) {
        size_t length = strcspn(text, at);
        jsn_add(array, jsn_text_n(arena, text, length));
        text += length + (text[length] != '\0');
    }
    return array;
}

struct jsn *
api_json_names(struct arena *arena, const char *names)
{
    return cut(arena, names, ",");
}

/* Names, one a line, as an array. */
static struct jsn *
lines(struct arena *arena, const char *text)
{
    return cut(arena, text, "\n");
}

/* What follows from the facts: class by dimension, null where nobody knows. */
static struct jsn *
classes(struct arena *arena, const struct record *record, int64_t *quality)
{
    struct jsn *object = jsn_object(arena);
    int16_t codes[RECORD_MOST_CODES] = {0};
    size_t n;
    if (record->entity == RECORD_COMPANY)
        company_class_of(arena, record->values, codes);
    else
        contact_class_of(arena, record->values, codes);
    if (record->entity == RECORD_CONTACT)
        codes[CONTACT_CODE_EMAIL_STATE] = (int16_t)record->email_state; /* no fact says it */
    const struct record_dimension *all = record_dimensions(record->entity, &n);
    for (size_t i = 0; i < n; i++) {
        if (all[i].of != record->entity || all[i].place < 0)
            continue;
        int64_t code = codes[all[i].place];
        if (!strcmp(all[i].name, "quality"))
            *quality = code;
        if (all[i].kind != DIMENSION_CODE || all[i].choices == &record_known ||
            record_field_get(record->entity, all[i].name))
            continue;
        const struct record_choice *choice = record_code_get(all[i].choices, code);
        jsn_set_text(object, all[i].name, choice ? choice->name : NULL);
    }
    return object;
}

static struct jsn *
company_of(struct arena *arena, const struct record *record)
{
    if (!record->company)
        return NULL;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", record->company);
    jsn_set_text(object, "name", record->company_name);
    jsn_set_text(object, "domain", record->company_domain);
    return object;
}

/* The custom fields: stored as a JSON object of texts. */
static struct jsn *
custom_of(struct arena *arena, const char *text)
{
    struct jsn *custom = NULL;
    struct ctx ctx = {.arena = arena};
    if (text && jsn_read(&ctx, arena, text, strlen(text), &custom))
        return custom;
    return jsn_object(arena);
}

struct jsn *
api_json_record(struct arena *arena, const struct record *record)
{
    size_t n;
    int64_t quality = 0;
    const struct record_field *fields = record_fields(record->entity, &n);
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", record->record_id);
    jsn_set_int(object, "version", record->version);
    for (size_t i = 0; i < n; i++) {
        const char *value = record->values[i];
        if (fields[i].type == RECORD_IDS || fields[i].type == RECORD_CUSTOM)
            continue;
        if (fields[i].type == RECORD_ID)
            jsn_set(object, fields[i].name,
                    value ? jsn_int(arena, strtoll(value, NULL, 10)) : NULL);
        else
            jsn_set_text(object, fields[i].name, value);
    }
    if (record->entity == RECORD_CONTACT)
        jsn_set(object, "company", company_of(arena, record));
    jsn_set_text(object, "owner", record->owner_name);
    jsn_set(object, "tags", lines(arena, record->tags));
    jsn_set(object, "lists", lines(arena, record->lists));
    jsn_set(
        object, "custom",
        custom_of(arena, record->values[record->entity == RECORD_COMPANY ? (int)COMPANY_CUSTOM
                                                                         : (int)CONTACT_CUSTOM]));
    jsn_set(object, "classes", classes(arena, record, &quality));
    jsn_set_int(object, "quality", quality);
    jsn_set(object, "duplicate_of",
            record->duplicate_of ? jsn_int(arena, record->duplicate_of) : NULL);
    jsn_set_text(object, "created_at", api_json_time(arena, record->created_ms));
    jsn_set_text(object, "updated_at", api_json_time(arena, record->updated_ms));
    jsn_set_text(object, "checked_at", api_json_time(arena, record->checked_ms));
    return object;
}

/* The text of a member; NULL for null. */
static bool
read_text(struct ctx *ctx, const struct record_field *field, const char *key, struct jsn *value,
          const char **out)
{
    enum jsn_kind kind = jsn_kind(value);
    *out = NULL;
    if (kind == JSN_NULL)
        return true;
    if (kind == JSN_INT && field && field->type == RECORD_ID) {
        *out = arena_printf(ctx->arena, "%" PRId64, jsn_as_int(value, 0));
        return true;
    }
    if (kind != JSN_TEXT || (field && field->type == RECORD_ID))
        return err_field(ctx, ERR_INPUT, key, "\"%s\" is %s or null.", key,
                         field && field->type == RECORD_ID ? "a number" : "a text");
    *out = jsn_as_text(value, "");
    return true;
}

static bool
read_member(struct ctx *ctx, enum record_entity entity, const char *key, struct jsn *value,
            const char **texts, struct api_change *out)
{
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    const struct record_field *field = record_field_get(entity, key);
    if (!strcmp(key, "version") && jsn_kind(value) == JSN_INT) {
        out->version = jsn_as_int(value, 0);
        return true;
    }
    if (!strcmp(key, "keep_both") && jsn_kind(value) == JSN_BOOL) {
        out->keep_both = jsn_as_bool(value, false);
        return true;
    }
    if (entity == RECORD_CONTACT && !strcmp(key, "company")) {
        if (!read_text(ctx, NULL, key, value, &out->company))
            return false;
        out->company = out->company ? out->company : "";
        return true;
    }
    if (!field || !(field->flags & RECORD_EDIT))
        return err_field(
            ctx, ERR_INPUT, key,
            "\"%s\" is no member that can be written; /api/v1/openapi.json lists them.", key);
    out->mask |= CHANGE_BIT(field);
    return read_text(ctx, field, key, value, &texts[field - fields]);
}

/* The first wrong value is told: programs send one thing at a time. */
static void
keep_first(void *arg, const char *field, const char *message)
{
    struct form_error *first = arg;
    if (first->field)
        return;
    first->field = field;
    first->message = message;
}

bool
api_json_read(struct page *pg, enum record_entity entity, struct span body, struct api_change *out)
{
    struct ctx *ctx = pg->ctx;
    struct jsn *object = NULL;
    const char *texts[RECORD_MOST_FIELDS] = {0};
    *out = (struct api_change){0};
    if (!jsn_read(ctx, ctx->arena, body.data ? body.data : "", body.length, &object))
        return false;
    if (jsn_kind(object) != JSN_OBJECT)
        return err_raise(ctx, ERR_INPUT, "Send one JSON object with the members to write.");
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    while (jsn_member(object, &at, &key, &value))
        if (!read_member(ctx, entity, key, value, texts, out))
            return false;
    struct form_error first = {0};
    if (record_normalise(ctx, entity, texts, out->values, keep_first, &first))
        return true;
    return err_field(ctx, ERR_INPUT, first.field, "%s", first.message);
}

bool
api_json_reply(struct page *pg, int status, const struct jsn *value)
{
    const char *text = jsn_write(pg->ctx->arena, value);
    pg->status = status;
    return reply_bytes(pg, "application/json", text, strlen(text));
}

bool
api_json_items(struct page *pg, struct jsn *items)
{
    struct jsn *object = jsn_object(pg->ctx->arena);
    jsn_set(object, "items", items);
    return api_json_reply(pg, 200, object);
}

bool
api_json_gone(struct page *pg, int64_t id)
{
    struct jsn *object = jsn_object(pg->ctx->arena);
    jsn_set_int(object, "deleted", id);
    return api_json_reply(pg, 200, object);
}
