/* What the mapping page offers. See import_choice.h. */
#include "domain/import/import_choice.h"

#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/mapping/mapping_plan.h"
#include "statements.h"

enum { LABEL_MAX = 100 };

bool
import_choice_custom(struct ctx *ctx, struct import_custom_field **rows, size_t *n)
{
    static const struct field fields[] = {
        FIELD_I64(struct import_custom_field, entity),
        FIELD_STR(struct import_custom_field, key),
        FIELD_STR(struct import_custom_field, label),
        FIELD_END,
    };
    return DB_ALL(ctx, &SQL_IMPORT_CHOICE_CUSTOM, DB_NO_ARGS, fields, rows, n);
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
import_choice_new_field(struct arena *arena, struct import_mapping *mapping, size_t place,
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
    column->custom_label = text_cut(arena, name, LABEL_MAX);
}
