/* The proposal, the check and the names of targets. See import_mapping.h; the judgement itself is in
 * domain/mapping: words, shapes of values, evidence of both, entity, assignment. */
#include "domain/import/import_mapping.h"

#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "base/text.h"
#include "base/token.h"
#include "domain/import/import_options.h"
#include "domain/mapping/mapping_plan.h"

static void
free_scratch(void *scratch)
{
    arena_free(scratch);
}

bool
import_mapping_propose(struct ctx *ctx, const struct import_sample *sample,
                       struct import_mapping *out)
{
    struct arena *arena = ctx->arena;
    const size_t n = sample->n_columns;
    struct mapping_plan plan = {.arena = arena, .n = n, .entity = sample->entity};
    struct mapping_reading *readings = ARENA_ARRAY(arena, n + 1, struct mapping_reading);
    const char **keys = ARENA_ARRAY(arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        if (!sample->headers[i])
            return err_raise(ctx, ERR_BUG, "a header is NULL");
        for (size_t r = 0; r < sample->n_rows; r++)
            if (!sample->rows[r][i])
                return err_raise(ctx, ERR_BUG, "a cell is NULL");
        keys[i] = mapping_headers_key(arena, sample->headers[i]);
    }
    plan.columns = ARENA_ARRAY(arena, n + 1, struct mapping_plan_column);
    plan.format = mapping_exports_match(arena, keys, n);
    mapping_headers_read(arena, sample->headers, n, readings);
    const struct mapping_lexicon *words = mapping_shapes_words(arena);
    struct arena *scratch = arena_new(); /* a column's values leave nothing behind */
    arena_defer(arena, free_scratch, scratch);
    for (size_t i = 0; i < n; i++) {
        struct mapping_plan_column *c = &plan.columns[i];
        c->header = sample->headers[i];
        c->reading = readings[i];
        c->known = mapping_exports_column(arena, plan.format, keys[i]);
        c->meaning = c->known ? c->known->meaning : c->reading.meaning;
        c->whose = c->reading.whose;
        mapping_shapes_read(scratch, words, sample->rows, sample->n_rows, i, &c->shapes);
        arena_reset(scratch);
        mapping_evidence_weigh(&plan, c);
    }
    mapping_entity_resolve(&plan);
    mapping_entity_decide(&plan);
    *out = (struct import_mapping){
        .entity = plan.entity,
        .entity_confidence = plan.entity_confidence,
        .entity_reason = plan.entity_reason,
        .known_export = plan.format ? plan.format->name : NULL,
        .n_columns = n,
        .columns = ARENA_ARRAY(arena, n + 1, struct import_column),
    };
    mapping_assign_targets(&plan, out->columns);
    return true;
}

/* True for targets that several columns may share: their values are put together. */
static bool
is_shared(const char *target)
{
    return !strcmp(target, "tags") || !strcmp(target, "contact.other_emails") ||
           !strcmp(target, "contact.other_phones");
}

static bool
is_custom_key(const char *key)
{
    const size_t length = strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return length && length < IMPORT_KEY_SIZE && !key[length] && *key != '_';
}

/* What people call a target. */
static const char *
label_of(const char *target)
{
    size_t place;
    const struct record_field *field = import_target_field(target, &place);
    if (field)
        return field->label;
    return !strcmp(target, "contact.full_name") ? "Full name" : target;
}

/* The form field of a column. */
static const char *
field_of(struct ctx *ctx, size_t place)
{
    return arena_printf(ctx->arena, "target.%zu", place);
}

bool
import_mapping_is_target(const char *target)
{
    const struct record_field *field = NULL;
    if (!*target || !strcmp(target, "tags") || !strcmp(target, "contact.full_name"))
        return true;
    if (strlen(target) >= IMPORT_TARGET_SIZE)
        return false;
    if (text_starts(target, "company.custom.") || text_starts(target, "contact.custom."))
        return is_custom_key(target + strlen("company.custom."));
    if (text_starts(target, "company."))
        field = record_field_get(RECORD_COMPANY, target + strlen("company."));
    else if (text_starts(target, "contact."))
        field = record_field_get(RECORD_CONTACT, target + strlen("contact."));
    return field && field->flags & RECORD_IMPORT;
}

static bool
check_target(struct ctx *ctx, const struct import_column *column, size_t place)
{
    if (import_mapping_is_target(column->target))
        return true;
    if (strstr(column->target, ".custom."))
        return err_field(ctx, ERR_INPUT, field_of(ctx, place),
                         "Column \"%.80s\": \"%.95s\" is no custom field. Its key has small "
                         "letters, digits and \"_\", at most %d.",
                         column->header, column->target, IMPORT_KEY_SIZE - 1);
    return err_field(ctx, ERR_INPUT, field_of(ctx, place),
                     "Column \"%.80s\": there is no field \"%.95s\". Choose another field or leave "
                     "the column out.",
                     column->header, column->target);
}

static bool
has_one_of(const struct import_mapping *mapping, const char *const *targets)
{
    for (; *targets; targets++)
        for (size_t i = 0; i < mapping->n_columns; i++)
            if (!strcmp(mapping->columns[i].target, *targets))
                return true;
    return false;
}

bool
import_mapping_check(struct ctx *ctx, const struct import_mapping *mapping)
{
    static const char *const company[] = {"company.name", "company.domain", "company.website_url",
                                          NULL};
    static const char *const contact[] = {"contact.email",     "contact.linkedin_url",
                                          "contact.full_name", "contact.first_name",
                                          "contact.last_name", NULL};
    struct map *seen = map_new(ctx->arena, mapping->n_columns);
    for (size_t i = 0; i < mapping->n_columns; i++) {
        struct import_column *column = &mapping->columns[i];
        if (!check_target(ctx, column, i))
            return false;
        if (!*column->target || is_shared(column->target))
            continue;
        const struct import_column *before = map_get(seen, column->target);
        if (before)
            return err_field(ctx, ERR_INPUT, field_of(ctx, i),
                             "Columns \"%.80s\" and \"%.80s\" both go to %.95s. Choose another "
                             "field for one of them, or leave it out.",
                             before->header, column->header, label_of(column->target));
        map_put(seen, column->target, column);
    }
    if (mapping->entity == RECORD_COMPANY && !has_one_of(mapping, company))
        return err_field(ctx, ERR_INPUT, "target",
                         "No column says which company a row is about. Map one to the company's "
                         "name, domain or web site.");
    if (mapping->entity == RECORD_CONTACT && !has_one_of(mapping, contact))
        return err_field(ctx, ERR_INPUT, "target",
                         "No column says which person a row is about. Map one to a name, an e-mail "
                         "address or a LinkedIn address.");
    return true;
}

const char *
import_mapping_signature(struct arena *arena, const char *const *headers, size_t n)
{
    struct token_hash *hash = token_hash_new(arena);
    for (size_t i = 0; i < n; i++) {
        const char *folded = text_fold(arena, headers[i]);
        token_hash_add(hash, folded, strlen(folded) + 1);
    }
    return token_hash_end(arena, hash);
}

static size_t
add_targets(struct arena *arena, enum record_entity entity, const char *group,
            struct import_target *out)
{
    size_t n, used = 0;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (fields[i].flags & RECORD_IMPORT)
            out[used++] = (struct import_target){
                arena_printf(arena, "%s.%s", record_entity_name(entity), fields[i].name),
                fields[i].label, group};
    return used;
}

const struct import_target *
import_mapping_targets(struct arena *arena, size_t *n)
{
    struct import_target *out =
        ARENA_ARRAY(arena, COMPANY_N_FIELDS + CONTACT_N_FIELDS + 2, struct import_target);
    size_t used = 0;
    out[used++] = (struct import_target){"contact.full_name", "Full name, to be split", "Contact"};
    used += add_targets(arena, RECORD_CONTACT, "Contact", out + used);
    used += add_targets(arena, RECORD_COMPANY, "Company", out + used);
    out[used++] = (struct import_target){"tags", "Tags", "Record"};
    *n = used;
    return out;
}

static bool
is_taken(const struct import_mapping *mapping, size_t place, enum record_entity entity,
         const char *target, const struct import_custom_field *known, size_t n_known)
{
    for (size_t i = 0; i < mapping->n_columns; i++)
        if (i != place && !strcmp(mapping->columns[i].target, target))
            return true;
    const char *key = strrchr(target, '.') + 1;
    for (size_t i = 0; i < n_known; i++)
        if (known[i].entity == (int64_t)entity && !strcmp(known[i].key, key))
            return true;
    return false;
}

void
import_mapping_new_field(struct arena *arena, struct import_mapping *mapping, size_t place,
                         enum record_entity entity, const char *label,
                         const struct import_custom_field *known, size_t n_known)
{
    struct import_column *column = &mapping->columns[place];
    const char *name = text_squeeze(arena, label);
    if (!*name)
        name = text_squeeze(arena, column->header);
    if (!*name)
        name = arena_printf(arena, "Column %zu", place + 1);
    const char *key = mapping_assign_key(arena, name, place);
    const char *target = arena_printf(arena, "%s.custom.%s", record_entity_name(entity), key);
    for (int number = 2; is_taken(mapping, place, entity, target, known, n_known); number++)
        target = arena_printf(arena, "%s.custom.%s_%d", record_entity_name(entity), key, number);
    snprintf(column->target, sizeof column->target, "%s", target);
    column->custom_label = text_cut(arena, name, IMPORT_LABEL_MAX);
}
