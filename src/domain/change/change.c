/* Writing the change log. See change.h. */
#include "domain/change/change.h"

#include "base/db.h"
#include "statements.h"

bool
change_set_open(struct ctx *ctx, const char *kind, const char *source, int64_t *set_id)
{
    return db_i64(ctx, &SQL_CHANGE_SET_OPEN, DB_ARGS(DB_STR(kind), DB_STR(source), DB_NULL),
                  set_id);
}

bool
change_write(struct ctx *ctx, int64_t set_id, enum record_entity entity, int64_t record_id,
             enum change_kind kind, int64_t fields, const char *previous)
{
    return db_exec(ctx, &SQL_CHANGE_WRITE,
                   DB_ARGS(DB_I64(entity), DB_I64(record_id), DB_I64(set_id),
                           DB_STR(((char[]){(char)kind, '\0'})), DB_I64(fields), DB_STR(previous)),
                   NULL);
}

const char *const *
change_names(struct arena *arena, enum record_entity entity, size_t *n)
{
    const struct record_field *fields = record_fields(entity, n);
    const char **names = ARENA_ARRAY(arena, *n, const char *);
    for (size_t i = 0; i < *n; i++)
        names[fields[i].bit] = fields[i].name;
    return names;
}
