/* The custom fields of one record. See custom_record.h. */
#include "domain/label/custom_record.h"

#include <string.h>

#include "base/json.h"
#include "domain/label/custom_value.h"
#include "domain/change/change.h"

static size_t
place_of(const struct record *record)
{
    return record->entity == RECORD_COMPANY ? (size_t)COMPANY_CUSTOM : (size_t)CONTACT_CUSTOM;
}

static bool
read_custom(struct ctx *ctx, const struct record *record, struct jsn **json)
{
    const char *text = record->values[place_of(record)];
    *json = jsn_object(ctx->arena);
    return !text || jsn_read(ctx, ctx->arena, text, strlen(text), json);
}

bool
custom_record_facts(struct ctx *ctx, const struct record *record, struct custom_fact **out,
                    size_t *n)
{
    struct custom_field *fields;
    struct jsn *json, *member;
    const void *at = NULL;
    const char *key;
    size_t n_fields, n_members = 0;
    if (!custom_field_all(ctx, record->entity, true, &fields, &n_fields) ||
        !read_custom(ctx, record, &json))
        return false;
    while (jsn_member(json, &at, &key, &member))
        n_members++;
    *out = ARENA_ARRAY(ctx->arena, n_fields + n_members + 1, struct custom_fact);
    *n = 0;
    for (size_t i = 0; i < n_fields; i++) {
        const char *value = jsn_as_text(jsn_get(json, fields[i].key), NULL);
        if (!fields[i].archived)
            (*out)[(*n)++] = (struct custom_fact){
                fields[i], value, value ? custom_value_shown(ctx->arena, &fields[i], value) : ""};
    }
    at = NULL;
    while (jsn_member(json, &at, &key, &member)) {
        const char *value = jsn_as_text(member, NULL);
        if (value && !custom_field_named(fields, n_fields, record->entity, key))
            (*out)[(*n)++] = (struct custom_fact){
                {.entity = record->entity, .key = key, .label = key, .type = "text"},
                value, value
            };
    }
    return true;
}

/* Every value but those of `texts`, which are told apart by key, then the new ones. */
static struct jsn *
merged(struct arena *arena, const struct jsn *before, const struct custom_text *texts, size_t n,
       const char *const *values, bool *any)
{
    struct jsn *json = jsn_object(arena), *member;
    const void *at = NULL;
    const char *key;
    *any = false;
    while (jsn_member(before, &at, &key, &member)) {
        bool replaced = false;
        for (size_t i = 0; i < n; i++)
            replaced = replaced || !strcmp(texts[i].key, key);
        if (replaced)
            continue;
        jsn_set_text(json, key, jsn_as_text(member, NULL));
        *any = true;
    }
    for (size_t i = 0; i < n; i++)
        if (values[i]) {
            jsn_set_text(json, texts[i].key, values[i]);
            *any = true;
        }
    return json;
}

bool
custom_record_merge(struct ctx *ctx, const struct record *record, const struct custom_text *texts,
                    size_t n_texts, record_error_fn *on_error, void *arg, const char **custom,
                    bool *changed, bool *ok)
{
    struct custom_field *fields;
    struct jsn *json;
    size_t n;
    const char **values = ARENA_ARRAY(ctx->arena, n_texts + 1, const char *);
    *changed = false;
    *ok = true;
    if (!custom_field_all(ctx, record->entity, false, &fields, &n) ||
        !read_custom(ctx, record, &json))
        return false;
    for (size_t i = 0; i < n_texts; i++) {
        const struct custom_field *field =
            custom_field_named(fields, n, record->entity, texts[i].key);
        const char *before = jsn_as_text(jsn_get(json, texts[i].key), NULL);
        if (!field)
            return err_raise(ctx, ERR_NOT_FOUND,
                             "There is no custom field \"%.60s\" here. It may have been deleted.",
                             texts[i].key);
        /* what an older option or type left may stay until somebody changes it */
        if (before && !strcmp(before, texts[i].text)) {
            values[i] = before;
            continue;
        }
        if (!custom_value_normalise(ctx, field, CUSTOM_TYPED, texts[i].text, &values[i])) {
            if (ctx->err.kind != ERR_INPUT)
                return false;
            on_error(arg, arena_strdup(ctx->arena, ctx->err.field),
                     arena_strdup(ctx->arena, ctx->err.message));
            err_clear(ctx);
            *ok = false;
            continue;
        }
        *changed = *changed || !before != !values[i] || (before && strcmp(before, values[i]) != 0);
    }
    bool any;
    const struct jsn *after = merged(ctx->arena, json, texts, n_texts, values, &any);
    *custom = any ? jsn_write(ctx->arena, after) : NULL;
    return true;
}

bool
custom_record_save(struct ctx *ctx, const struct record *record, int64_t version,
                   const struct custom_text *texts, size_t n_texts, record_error_fn *on_error,
                   void *arg, int64_t *set_id, bool *changed, bool *ok)
{
    const char *values[RECORD_MOST_FIELDS] = {0};
    int64_t bits;
    if (!custom_record_merge(ctx, record, texts, n_texts, on_error, arg, &values[place_of(record)],
                             changed, ok))
        return false;
    if (!*ok || !*changed)
        return true;
    return record_update(ctx, record->entity, set_id, record->record_id, version,
                         CHANGE_BIT(record_field_get(record->entity, "custom")), values, 0, &bits);
}
