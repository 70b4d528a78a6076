/* What an import made beside records. See label_made.h. */
#include "domain/label/label_made.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

static const struct field made_fields[] = {
    FIELD_STR(struct label_made, kind),
    FIELD_I64(struct label_made, id),
    FIELD_I64(struct label_made, entity),
    FIELD_STR(struct label_made, name),
    FIELD_STR(struct label_made, used),
    FIELD_STR(struct label_made, used_by),
    FIELD_END,
};

bool
label_made_list(struct ctx *ctx, int64_t import_id, struct label_made **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_LABEL_MADE, DB_ARGS(DB_I64(import_id)), made_fields, rows, n);
}

static bool
take_away(struct ctx *ctx, const struct label_made *made, int64_t set_id)
{
    const struct sql *sql = !strcmp(made->kind, "field")  ? &SQL_CUSTOM_FIELD_REMOVE
                            : !strcmp(made->kind, "list") ? &SQL_LIST_REMOVE
                                                          : &SQL_TAG_REMOVE;
    return db_exec(ctx, sql, DB_ARGS(DB_I64(made->id), DB_ID(set_id)), NULL);
}

bool
label_made_leave(struct ctx *ctx, int64_t import_id, int64_t set_id, struct label_made **rows,
                 size_t *n)
{
    int64_t held;
    *n = 0;
    if (!db_i64(ctx, &SQL_LABEL_MADE_HOLD, DB_ARGS(DB_I64(import_id)), &held))
        return false;
    if (!held)
        return true;
    if (!DB_ALL(ctx, &SQL_LABEL_MADE_USED, DB_ARGS(DB_I64(import_id), DB_ID(set_id)), made_fields,
                rows, n))
        return false;
    for (size_t i = 0; i < *n; i++)
        if (!*(*rows)[i].used && !take_away(ctx, &(*rows)[i], set_id))
            return false;
    return true;
}

struct jsn *
label_made_write(struct arena *arena, const struct label_made *rows, size_t n)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "kind", rows[i].kind);
        jsn_set_int(one, "id", rows[i].id);
        jsn_set_int(one, "entity", rows[i].entity);
        jsn_set_text(one, "name", rows[i].name);
        jsn_set_text(one, "used", rows[i].used);
        jsn_set_text(one, "used_by", rows[i].used_by);
        jsn_add(list, one);
    }
    return list;
}

static const char *
text_of(struct arena *arena, const struct jsn *json, const char *name)
{
    return arena_strdup(arena, jsn_as_text(jsn_get(json, name), ""));
}

void
label_made_read(struct arena *arena, const struct jsn *json, struct label_made **rows, size_t *n)
{
    *n = jsn_length(json);
    *rows = ARENA_ARRAY(arena, *n + 1, struct label_made);
    for (size_t i = 0; i < *n; i++) {
        const struct jsn *one = jsn_at(json, i);
        (*rows)[i] = (struct label_made){.kind = text_of(arena, one, "kind"),
                                         .id = jsn_as_int(jsn_get(one, "id"), 0),
                                         .entity = jsn_as_int(jsn_get(one, "entity"), 0),
                                         .name = text_of(arena, one, "name"),
                                         .used = text_of(arena, one, "used"),
                                         .used_by = text_of(arena, one, "used_by")};
    }
}
