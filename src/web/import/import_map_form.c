/* The mapping form. See import_map_form.h. */
#include "web/import/import_map_form.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/label/custom_field.h"
#include "domain/record/country.h"
#include "domain/record/record_value.h"

enum { TAG_MOST = 60, PAIRS_MOST = 2 * IMPORT_MAX_FIELDS };

bool
import_map_offer_read(struct ctx *ctx, struct import_map_offer *out)
{
    return import_custom_fields(ctx, &out->custom, &out->n_custom) &&
           record_owners(ctx, &out->owners, &out->n_owners);
}

const char *
import_map_pair(const struct param_pairs *pairs, size_t number, const char *other)
{
    char name[24];
    snprintf(name, sizeof name, "%zu", number);
    /* Forms send them in order: the place is a good guess. */
    if (number < pairs->count && !strcmp(pairs->items[number].name, name))
        return pairs->items[number].value;
    for (size_t i = 0; i < pairs->count; i++)
        if (!strcmp(pairs->items[i].name, name))
            return pairs->items[i].value;
    return other;
}

static bool
is_known(const struct import_map_offer *offer, const char *target)
{
    bool company = text_starts(target, "company.custom.");
    if (!company && !text_starts(target, "contact.custom."))
        return true;
    for (size_t i = 0; i < offer->n_custom; i++)
        if (offer->custom[i].entity == (company ? RECORD_COMPANY : RECORD_CONTACT) &&
            !strcmp(offer->custom[i].key, target + strlen("company.custom.")))
            return true;
    return false;
}

static void
make_columns(struct arena *arena, const struct import_mapping *mapping,
             const struct import_map_offer *offer, struct import_map *out)
{
    struct param_pair *targets = ARENA_ARRAY(arena, mapping->n_columns + 1, struct param_pair);
    struct param_pair *labels = ARENA_ARRAY(arena, mapping->n_columns + 1, struct param_pair);
    struct param_pair *types = ARENA_ARRAY(arena, mapping->n_columns + 1, struct param_pair);
    for (size_t i = 0; i < mapping->n_columns; i++) {
        const struct import_column *column = &mapping->columns[i];
        const char *target = column->target;
        if (!is_known(offer, target))
            target =
                text_starts(target, "company.") ? IMPORT_MAP_NEW_COMPANY : IMPORT_MAP_NEW_CONTACT;
        targets[i].name = labels[i].name = types[i].name = arena_printf(arena, "%zu", i);
        targets[i].value = target;
        labels[i].value = column->custom_label ? column->custom_label : column->header;
        types[i].value = column->custom_type ? column->custom_type : "text";
    }
    out->target = (struct param_pairs){targets, mapping->n_columns};
    out->label = (struct param_pairs){labels, mapping->n_columns};
    out->type = (struct param_pairs){types, mapping->n_columns};
}

static void
make_fields(struct arena *arena, const struct import_options *options, struct import_map *out)
{
    struct param_pair *fields = ARENA_ARRAY(arena, PAIRS_MOST, struct param_pair);
    struct param_pair *names = ARENA_ARRAY(arena, PAIRS_MOST, struct param_pair);
    struct param_pair *values = ARENA_ARRAY(arena, PAIRS_MOST, struct param_pair);
    size_t n_fields = 0, n_constants = 0;
    enum import_strategy each =
        options->strategy == IMPORT_ANYWAY ? IMPORT_FILL : options->strategy;
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_field *table = record_fields((enum record_entity)entity, &n);
        bool company = entity == RECORD_COMPANY;
        for (size_t i = 0; i < n; i++) {
            const char *target =
                arena_printf(arena, "%s.%s", company ? "company" : "contact", table[i].name);
            enum import_strategy strategy = company ? options->company[i] : options->contact[i];
            const char *constant =
                company ? options->company_constant[i] : options->contact_constant[i];
            if (strategy != each)
                fields[n_fields++] = (struct param_pair){target, import_strategy_name(strategy)};
            if (!constant)
                continue;
            names[n_constants] =
                (struct param_pair){arena_printf(arena, "%zu", n_constants), target};
            values[n_constants] = (struct param_pair){names[n_constants].name, constant};
            n_constants++;
        }
    }
    out->field = (struct param_pairs){fields, n_fields};
    out->constant_field = (struct param_pairs){names, n_constants};
    out->constant_value = (struct param_pairs){values, n_constants};
}

void
import_map_form_make(struct arena *arena, const struct import_mapping *mapping,
                     const struct import_options *options, const struct import_map_offer *offer,
                     struct import_map *out)
{
    const char *tags = "";
    for (size_t i = 0; i < options->n_tags; i++)
        tags = arena_printf(arena, "%s%s%s", tags, *tags ? ", " : "", options->tags[i]);
    make_columns(arena, mapping, offer, out);
    make_fields(arena, options, out);
    out->entity = record_entity_name(mapping->entity);
    out->strategy = import_strategy_name(options->strategy);
    out->country = options->country ? options->country : "";
    out->owner = options->owner_id ? arena_printf(arena, "%" PRId64, options->owner_id) : "";
    out->tags = tags;
    out->list = options->list ? options->list : "";
}

/* The type of a new field: any but a choice, whose options nobody has listed yet. NULL is text. */
static bool
read_type(struct ctx *ctx, const struct import_map *form, size_t i, const char **out)
{
    const char *type = import_map_pair(&form->type, i, "text");
    enum custom_type of = custom_type_of(type);
    *out = of == CUSTOM_TEXT ? NULL : custom_types[of].name;
    if (of == CUSTOM_CHOICE || (of == CUSTOM_TEXT && strcmp(type, "text") != 0))
        return err_field(ctx, ERR_INPUT, arena_printf(ctx->arena, "target.%zu", i),
                         "Choose a type of the list for the new field.");
    return true;
}

bool
import_map_form_mapping(struct ctx *ctx, const struct import_map *form,
                        const struct import_map_offer *offer, struct import_mapping *mapping)
{
    mapping->entity = !strcmp(form->entity, "company") ? RECORD_COMPANY : RECORD_CONTACT;
    for (size_t i = 0; i < mapping->n_columns; i++) {
        struct import_column *column = &mapping->columns[i];
        const char *target = import_map_pair(&form->target, i, column->target);
        const char *label = import_map_pair(&form->label, i, "");
        bool company = !strcmp(target, IMPORT_MAP_NEW_COMPANY);
        if (strlen(target) >= sizeof column->target)
            return err_field(ctx, ERR_INPUT, "target", "Choose one of the fields.");
        const char *before = arena_strdup(ctx->arena, column->target);
        column->custom_type = NULL;
        if (company || !strcmp(target, IMPORT_MAP_NEW_CONTACT)) {
            import_mapping_new_field(ctx->arena, mapping, i,
                                     company ? RECORD_COMPANY : RECORD_CONTACT, label,
                                     offer->custom, offer->n_custom);
            if (!read_type(ctx, form, i, &column->custom_type))
                return false;
        } else
            snprintf(column->target, sizeof column->target, "%s", target);
        if (!strcmp(before, column->target))
            continue;
        column->confidence = 1;
        column->reason = "Chosen by hand";
    }
    return true;
}

/* One constant: checked as its field checks every cell. */
static bool
read_constant(struct ctx *ctx, const struct import_map *form, size_t i, struct jsn *constants)
{
    const struct param_pair *name = &form->constant_field.items[i];
    const char *value = "", *stored;
    size_t place;
    for (size_t j = 0; j < form->constant_value.count; j++)
        if (!strcmp(form->constant_value.items[j].name, name->name))
            value = form->constant_value.items[j].value;
    const char *field_name = arena_printf(ctx->arena, "constant_value.%.20s", name->name);
    if (!*name->value && !*value)
        return true;
    const struct record_field *field = import_target_field(name->value, &place);
    if (!field || !(field->flags & RECORD_IMPORT))
        return err_field(ctx, ERR_INPUT, field_name, "Choose the field that \"%.60s\" goes to.",
                         value);
    if (!*value)
        return err_field(ctx, ERR_INPUT, field_name, "Enter the value for %s, or choose no field.",
                         field->label);
    if (!record_value_normalise(ctx, field, value, form->country, &stored)) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        const char *message = arena_strdup(ctx->arena, ctx->err.message);
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, field_name, "%s: %s", field->label, message);
    }
    if (stored)
        jsn_set_text(constants, name->value, stored);
    return true;
}

static bool
read_tags(struct ctx *ctx, const char *text, struct jsn *tags)
{
    while (*text) {
        size_t length = strcspn(text, ",;\n");
        const char *tag = text_squeeze(ctx->arena, arena_strndup(ctx->arena, text, length));
        if (text_count(tag) > TAG_MOST)
            return err_field(ctx, ERR_INPUT, "tags", "A tag has at most %d characters.", TAG_MOST);
        if (*tag)
            jsn_add(tags, jsn_text(ctx->arena, tag));
        text += length + (text[length] != '\0');
    }
    return true;
}

static bool
read_owner(struct ctx *ctx, const char *text, const struct import_map_offer *offer,
           struct jsn *json)
{
    if (!*text)
        return true;
    int64_t owner = strtoll(text, NULL, 10);
    for (size_t i = 0; i < offer->n_owners; i++) {
        if (offer->owners[i].user_id != owner)
            continue;
        jsn_set_int(json, "owner_id", owner);
        return true;
    }
    return err_field(ctx, ERR_INPUT, "owner", "Choose somebody of this workspace.");
}

bool
import_map_form_options(struct ctx *ctx, const struct import_map *form,
                        const struct import_map_offer *offer, struct import_options *out)
{
    struct arena *arena = ctx->arena;
    struct jsn *json = jsn_object(arena), *fields = jsn_object(arena), *tags = jsn_array(arena);
    struct jsn *constants = jsn_object(arena);
    jsn_set_text(json, "strategy", *form->strategy ? form->strategy : "fill");
    for (size_t i = 0; i < form->field.count; i++)
        if (*form->field.items[i].value)
            jsn_set_text(fields, form->field.items[i].name, form->field.items[i].value);
    for (size_t i = 0; i < form->constant_field.count; i++)
        if (!read_constant(ctx, form, i, constants))
            return false;
    if (*form->country && !country_by_code(form->country))
        return err_field(ctx, ERR_INPUT, "country", "Choose a country of the list.");
    if (!read_tags(ctx, form->tags, tags) || !read_owner(ctx, form->owner, offer, json))
        return false;
    jsn_set(json, "fields", fields);
    jsn_set(json, "constants", constants);
    jsn_set(json, "tags", tags);
    if (*form->country)
        jsn_set_text(json, "country", form->country);
    if (*form->list)
        jsn_set_text(json, "list", form->list);
    return import_options_read(ctx, json, out);
}
