/* Names of what lists are narrowed by. See list_names.h. */
#include "domain/list/list_names.h"

#include <string.h>

#include "base/db.h"
#include "domain/record/country.h"
#include "statements.h"

static const struct field name_map[] = {
    FIELD_STR(struct list_name, kind),
    FIELD_I64(struct list_name, id),
    FIELD_STR(struct list_name, name),
    FIELD_STR(struct list_name, colour),
    FIELD_END,
};
static const struct field subject_map[] = {
    FIELD_STR(struct list_name, name),
    FIELD_END,
};

bool
list_names_read(struct ctx *ctx, struct list_names *out)
{
    return DB_ALL(ctx, &SQL_LIST_NAMES, DB_NO_ARGS, name_map, &out->of, &out->n);
}

bool
list_names_subject(struct ctx *ctx, const char *kind, int64_t id, const char **name)
{
    struct list_name row = {.name = "Unknown"};
    bool found;
    if (!db_maybe(ctx, &SQL_LIST_SUBJECT, DB_ARGS(DB_STR(kind), DB_I64(id)), subject_map, &row,
                  &found))
        return false;
    *name = row.name;
    return true;
}

static const char *
none_of(const struct record_dimension *dimension)
{
    if (!strcmp(dimension->name, "owner"))
        return "Nobody";
    if (dimension->choices == &record_known || dimension->choices == &record_email_kinds)
        return "Missing";
    /* a state may be "Unknown", too */
    bool none = dimension->kind == DIMENSION_IDS || dimension->choices == &record_email_states;
    return none ? "None" : "Unknown";
}

/* The entry of an id, or NULL. */
static const struct list_name *
entry_of(const struct list_names *names, const char *kind, int64_t id)
{
    for (size_t i = 0; i < names->n; i++)
        if (names->of[i].id == id && !strcmp(names->of[i].kind, kind))
            return &names->of[i];
    return NULL;
}

const char *
list_names_colour(const struct list_names *names, int64_t tag_id)
{
    const struct list_name *entry = entry_of(names, "tag", tag_id);
    return entry ? entry->colour : "";
}

const char *
list_names_of(struct arena *arena, const struct list_names *names,
              const struct record_dimension *dimension, int64_t code)
{
    if (!code)
        return none_of(dimension);
    if (dimension->kind == DIMENSION_CODE) {
        const struct record_choice *choice = record_code_get(dimension->choices, code);
        return choice ? choice->label : "Unknown";
    }
    if (dimension->kind == DIMENSION_COUNTRY) {
        const char *iso2 = record_code_country(arena, code);
        const struct country *country = iso2 ? country_by_code(iso2) : NULL;
        return country ? country->name : iso2 ? iso2 : "Unknown";
    }
    const struct list_name *entry = entry_of(names, dimension->name, code);
    return entry ? entry->name : "Unknown";
}
