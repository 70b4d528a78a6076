/* Import options from and to JSON. See import_options.h. */
#include "domain/import/import_options.h"

#include <string.h>

#include "base/text.h"

static const char *const strategy_names[] = {
    [IMPORT_FILL] = "fill",
    [IMPORT_OVERWRITE] = "overwrite",
    [IMPORT_LEAVE] = "skip",
    [IMPORT_ANYWAY] = "create",
};

const char *
import_strategy_name(enum import_strategy strategy)
{
    return strategy_names[strategy];
}

bool
import_strategy_read(struct ctx *ctx, const char *name, enum import_strategy *out)
{
    for (size_t i = 0; i < sizeof strategy_names / sizeof *strategy_names; i++) {
        if (name && !strcmp(strategy_names[i], name)) {
            *out = (enum import_strategy)i;
            return true;
        }
    }
    return err_field(ctx, ERR_INPUT, "strategy",
                     "\"%s\" is no strategy: use fill, overwrite, skip or create.",
                     name ? name : "");
}

void
import_options_default(struct import_options *out)
{
    memset(out, 0, sizeof *out);
}

const struct record_field *
import_target_field(const char *target, size_t *place)
{
    const char *dot = strchr(target, '.');
    if (!dot)
        return NULL;
    enum record_entity entity = text_starts(target, "company.") ? RECORD_COMPANY : RECORD_CONTACT;
    if (entity == RECORD_CONTACT && !text_starts(target, "contact."))
        return NULL;
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    const struct record_field *field = record_field_get(entity, dot + 1);
    if (field)
        *place = (size_t)(field - fields);
    return field;
}

static bool
read_fields(struct ctx *ctx, const struct jsn *json, struct import_options *out)
{
    const void *at = NULL;
    size_t place = 0;
    const char *key;
    struct jsn *value;
    while (jsn_member(json, &at, &key, &value)) {
        const struct record_field *field = import_target_field(key, &place);
        enum import_strategy strategy;
        if (!field)
            return err_field(ctx, ERR_INPUT, "fields", "\"%s\" is not a field.", key);
        if (!import_strategy_read(ctx, jsn_as_text(value, ""), &strategy))
            return false;
        if (strategy == IMPORT_ANYWAY)
            return err_field(ctx, ERR_INPUT, "fields",
                             "\"create\" is for whole records, not for the field %s.",
                             field->label);
        *(field->entity == RECORD_COMPANY ? &out->company[place] : &out->contact[place]) = strategy;
    }
    return true;
}

static bool
read_constants(struct ctx *ctx, const struct jsn *json, struct import_options *out)
{
    const void *at = NULL;
    size_t place = 0;
    const char *key;
    struct jsn *value;
    while (jsn_member(json, &at, &key, &value)) {
        const struct record_field *field = import_target_field(key, &place);
        if (!field || !(field->flags & RECORD_IMPORT))
            return err_field(ctx, ERR_INPUT, "constants", "\"%s\" is not a field.", key);
        const char *text = jsn_as_text(value, "");
        *(field->entity == RECORD_COMPANY ? &out->company_constant[place]
                                          : &out->contact_constant[place]) =
            *text ? arena_strdup(ctx->arena, text) : NULL;
    }
    return true;
}

/* A member's text copied into the arena; NULL when absent or empty. */
static const char *
member_text(struct arena *arena, const struct jsn *json, const char *key)
{
    const char *text = jsn_as_text(jsn_get(json, key), "");
    return *text ? arena_strdup(arena, text) : NULL;
}

bool
import_options_read(struct ctx *ctx, const struct jsn *json, struct import_options *out)
{
    import_options_default(out);
    const char *strategy = jsn_as_text(jsn_get(json, "strategy"), "fill");
    if (!import_strategy_read(ctx, strategy, &out->strategy))
        return false;
    enum import_strategy each = out->strategy == IMPORT_ANYWAY ? IMPORT_FILL : out->strategy;
    for (size_t i = 0; i < IMPORT_MAX_FIELDS; i++)
        out->company[i] = out->contact[i] = each;
    out->country = member_text(ctx->arena, json, "country");
    out->list = member_text(ctx->arena, json, "list");
    out->owner_id = jsn_as_int(jsn_get(json, "owner_id"), 0);
    const struct jsn *tags = jsn_get(json, "tags");
    if (jsn_length(tags) > IMPORT_MAX_TAGS)
        return err_field(ctx, ERR_INPUT, "tags", "At most %d tags can be set at once.",
                         IMPORT_MAX_TAGS);
    for (size_t i = 0; i < jsn_length(tags); i++)
        out->tags[out->n_tags++] = arena_strdup(ctx->arena, jsn_as_text(jsn_at(tags, i), ""));
    return read_fields(ctx, jsn_get(json, "fields"), out) &&
           read_constants(ctx, jsn_get(json, "constants"), out);
}

static void
write_entity(struct arena *arena, enum record_entity entity, const struct import_options *options,
             struct jsn *fields, struct jsn *constants)
{
    size_t n;
    const struct record_field *table = record_fields(entity, &n);
    bool company = entity == RECORD_COMPANY;
    enum import_strategy each =
        options->strategy == IMPORT_ANYWAY ? IMPORT_FILL : options->strategy;
    for (size_t i = 0; i < n; i++) {
        const char *target =
            arena_printf(arena, "%s.%s", record_entity_name(entity), table[i].name);
        enum import_strategy strategy = company ? options->company[i] : options->contact[i];
        const char *constant =
            company ? options->company_constant[i] : options->contact_constant[i];
        if (strategy != each)
            jsn_set_text(fields, target, import_strategy_name(strategy));
        if (constant)
            jsn_set_text(constants, target, constant);
    }
}

struct jsn *
import_options_write(struct arena *arena, const struct import_options *options)
{
    struct jsn *json = jsn_object(arena), *fields = jsn_object(arena);
    struct jsn *constants = jsn_object(arena), *tags = jsn_array(arena);
    jsn_set_text(json, "strategy", import_strategy_name(options->strategy));
    if (options->country)
        jsn_set_text(json, "country", options->country);
    if (options->list)
        jsn_set_text(json, "list", options->list);
    if (options->owner_id)
        jsn_set_int(json, "owner_id", options->owner_id);
    for (size_t i = 0; i < options->n_tags; i++)
        jsn_add(tags, jsn_text(arena, options->tags[i]));
    write_entity(arena, RECORD_COMPANY, options, fields, constants);
    write_entity(arena, RECORD_CONTACT, options, fields, constants);
    jsn_set(json, "tags", tags);
    jsn_set(json, "fields", fields);
    jsn_set(json, "constants", constants);
    return json;
}
