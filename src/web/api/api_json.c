/* Records as JSON. See api_json.h. */
#include "web/api/api_json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "domain/change/change.h"
#include "domain/company/company_class.h"
#include "domain/contact/contact_class.h"
#include "domain/record/record_label.h"
#include "web/reply.h"

enum { LABELS_MOST = 200 };

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

bool
api_json_classed(enum record_entity entity, const struct record_dimension *dimension)
{
    const struct record_field *field = record_field_get(entity, dimension->name);
    if (dimension->place < 0 || dimension->choices == &record_known)
        return false;
    if (dimension->of != entity)
        return true;
    return dimension->kind == DIMENSION_CODE ? !field || field->type != RECORD_CHOICE
                                             : dimension->zero != 0;
}

/* Codes by place, as PostgreSQL writes an array. */
static void
read_codes(const char *text, int64_t codes[RECORD_MOST_CODES])
{
    for (size_t i = 0; text && *text && text[1] && text[1] != '}' && i < RECORD_MOST_CODES; i++) {
        char *end;
        codes[i] = strtoll(text + 1, &end, 10);
        text = end;
    }
}

static struct jsn *
class_of(struct arena *arena, const struct record_dimension *dimension, int64_t code)
{
    if (dimension->kind == DIMENSION_NUMBER)
        return code ? jsn_int(arena, code - dimension->zero) : NULL;
    if (dimension->kind == DIMENSION_COUNTRY)
        return code ? jsn_text(arena, record_code_country(arena, code)) : NULL;
    const struct record_choice *choice = record_code_get(dimension->choices, code);
    return jsn_text(arena, choice ? choice->name : NULL);
}

/* What filters know a record as, by the name of the filter; null where nobody knows. What follows from
 * the facts is worked out, what the company is known as was, when it was written. */
static struct jsn *
classes(struct arena *arena, const struct record *record, int64_t *quality)
{
    struct jsn *object = jsn_object(arena);
    int16_t codes[RECORD_MOST_CODES] = {0};
    int64_t of_company[RECORD_MOST_CODES] = {0};
    size_t n;
    if (record->entity == RECORD_COMPANY)
        company_class_of(arena, record->values, codes);
    else
        contact_class_of(arena, record->values, codes);
    if (record->entity == RECORD_CONTACT)
        codes[CONTACT_CODE_EMAIL_STATE] = (int16_t)record->email_state; /* no fact says it */
    const struct record_dimension *all = record_dimensions(record->entity, &n);
    read_codes(record->company_codes, of_company);
    for (size_t i = 0; i < n; i++) {
        bool ours = all[i].of == record->entity && !all[i].zero;
        int64_t code = all[i].place < 0 ? 0 : ours ? codes[all[i].place] : of_company[all[i].place];
        if (!strcmp(all[i].name, "quality"))
            *quality = code;
        if (api_json_classed(record->entity, &all[i]))
            jsn_set(object, all[i].name, class_of(arena, &all[i], code));
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

/* One custom field: its text, a number or yes and no as such; null empties it. */
static bool
read_custom(struct ctx *ctx, const char *key, const struct jsn *value, struct custom_text *out)
{
    enum jsn_kind kind = jsn_kind(value);
    const char *text = "";
    if (kind == JSN_ARRAY || kind == JSN_OBJECT)
        return err_field(ctx, ERR_INPUT, arena_printf(ctx->arena, "custom.%s", key),
                         "This is a text, a number, true, false or null.");
    if (kind == JSN_BOOL)
        text = jsn_as_bool(value, false) ? "yes" : "no";
    else if (kind != JSN_NULL)
        text = kind == JSN_TEXT ? jsn_as_text(value, "") : jsn_write(ctx->arena, value);
    *out = (struct custom_text){key, text};
    return true;
}

static bool
read_customs(struct ctx *ctx, const struct jsn *object, struct api_change *out)
{
    const void *at = NULL;
    const char *key;
    struct jsn *value;
    size_t n = 0;
    if (jsn_kind(object) != JSN_OBJECT)
        return err_field(ctx, ERR_INPUT, "custom", "\"custom\" is an object: values by key.");
    while (jsn_member(object, &at, &key, &value))
        n++;
    out->custom = ARENA_ARRAY(ctx->arena, n + 1, struct custom_text);
    for (at = NULL; jsn_member(object, &at, &key, &value); out->n_custom++)
        if (!read_custom(ctx, key, value, &out->custom[out->n_custom]))
            return false;
    return true;
}

static bool
read_labels(struct ctx *ctx, enum label_kind kind, const struct jsn *array, struct api_change *out)
{
    const char *key = label_nouns(kind);
    size_t n = jsn_length(array);
    bool ok = jsn_kind(array) == JSN_ARRAY && n <= LABELS_MOST;
    out->labels[kind] = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    for (size_t i = 0; ok && i < n; i++) {
        out->labels[kind][i] = jsn_as_text(jsn_at(array, i), NULL);
        ok = out->labels[kind][i] != NULL;
    }
    out->n_labels[kind] = n;
    return ok || err_field(ctx, ERR_INPUT, key, "\"%s\" is an array of at most %d names.", key,
                           LABELS_MOST);
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
    if (!strcmp(key, "custom"))
        return read_customs(ctx, value, out);
    if (!strcmp(key, "tags") || !strcmp(key, "lists"))
        return read_labels(ctx, *key == 't' ? LABEL_TAG : LABEL_LIST, value, out);
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

/* Programs guess keys, so an unknown one is told by name. */
static bool
check_keys(struct ctx *ctx, enum record_entity entity, const struct api_change *change)
{
    struct custom_field *fields;
    size_t n;
    if (!custom_field_all(ctx, entity, false, &fields, &n))
        return false;
    for (size_t i = 0; i < change->n_custom; i++)
        if (!custom_field_named(fields, n, entity, change->custom[i].key))
            return err_field(ctx, ERR_INPUT,
                             arena_printf(ctx->arena, "custom.%s", change->custom[i].key),
                             "There is no custom field with this key here.");
    return true;
}

static bool
own_custom(struct ctx *ctx, const struct record *record, struct api_change *change)
{
    bool company = record->entity == RECORD_COMPANY, changed, ok;
    struct form_error first = {0};
    if (!change->n_custom)
        return true;
    if (!check_keys(ctx, record->entity, change) ||
        !custom_record_merge(ctx, record, change->custom, change->n_custom, keep_first, &first,
                             &change->values[company ? (int)COMPANY_CUSTOM : (int)CONTACT_CUSTOM],
                             &changed, &ok))
        return false;
    if (!ok)
        return err_field(ctx, ERR_INPUT, first.field, "%s", first.message);
    if (changed)
        change->mask |= CHANGE_BIT(record_field_get(record->entity, "custom"));
    return true;
}

bool
api_json_own(struct page *pg, const struct record *record, struct api_change *change)
{
    static const char *const names[] = {"tag_ids", "list_ids"};
    size_t n;
    const struct record_field *fields = record_fields(record->entity, &n);
    if (!own_custom(pg->ctx, record, change))
        return false;
    for (int kind = LABEL_TAG; kind <= LABEL_LIST; kind++) {
        const struct record_field *field = record_field_get(record->entity, names[kind]);
        size_t at = (size_t)(field - fields);
        if (!change->labels[kind])
            continue;
        if (!record_label_ids(pg->ctx, (enum label_kind)kind, change->labels[kind],
                              change->n_labels[kind], record->values[at], &change->values[at]))
            return false;
        change->mask |= CHANGE_BIT(field);
    }
    return true;
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
