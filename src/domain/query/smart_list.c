/* Smart lists. See smart_list.h. */
#include "domain/query/smart_list.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "statements.h"

static const struct field map[] = {FIELD_I64(struct smart_list, smart_list_id),
                                   FIELD_I64(struct smart_list, entity),
                                   FIELD_STR(struct smart_list, name),
                                   FIELD_STR(struct smart_list, filter),
                                   FIELD_STR(struct smart_list, sort),
                                   FIELD_BOOL(struct smart_list, descending),
                                   FIELD_STR(struct smart_list, who),
                                   FIELD_I64(struct smart_list, updated_ms),
                                   FIELD_END};

bool
smart_list_ahead(struct ctx *ctx, int64_t entity)
{
    return db_ahead(ctx, &SQL_SMART_LIST_ALL, DB_ARGS(DB_ID(entity), DB_NULL));
}

bool
smart_list_all(struct ctx *ctx, int64_t entity, struct smart_list **out, size_t *n)
{
    return DB_ALL(ctx, &SQL_SMART_LIST_ALL, DB_ARGS(DB_ID(entity), DB_NULL), map, out, n);
}

bool
smart_list_get(struct ctx *ctx, int64_t smart_list_id, struct smart_list *out)
{
    return db_one(ctx, &SQL_SMART_LIST_ALL, DB_ARGS(DB_NULL, DB_I64(smart_list_id)), map, out);
}

static bool
check_name(struct ctx *ctx, const char **name)
{
    *name = text_squeeze(ctx->arena, *name);
    if (!**name)
        return err_field(ctx, ERR_INPUT, "name", "Give the list a name.");
    if (text_count(*name) > SMART_LIST_NAME)
        return err_field(ctx, ERR_INPUT, "name", "A name has at most %d characters.",
                         SMART_LIST_NAME);
    return true;
}

/* *filter becomes the canonical text. */
static bool
check_filter(struct ctx *ctx, enum record_entity entity, const char **filter, const char *sort)
{
    struct record_filter read;
    const struct record_order *order;
    if (!record_filter_read_text(ctx, entity, *filter, &read))
        return false;
    *filter = record_filter_text(ctx->arena, &read);
    if (!**filter)
        return err_field(ctx, ERR_INPUT, "filter",
                         "Nothing narrows this list. Set a filter or search first.");
    return record_order_choose(ctx, entity, sort, &order);
}

static bool
explain_clash(struct ctx *ctx)
{
    if (ctx->err.kind != ERR_CONFLICT || strcmp(db_constraint(ctx), "smart_list_name_unique") != 0)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_CONFLICT, "name", "Another smart list has this name.");
}

static bool
change(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args)
{
    int64_t changed;
    if (!db_exec(ctx, sql, args, n_args, &changed))
        return explain_clash(ctx);
    return changed || err_raise(ctx, ERR_NOT_FOUND, "no such smart list");
}

bool
smart_list_add(struct ctx *ctx, enum record_entity entity, const char *name, const char *filter,
               const char *sort, bool descending, int64_t *smart_list_id)
{
    if (!check_name(ctx, &name) || !check_filter(ctx, entity, &filter, sort))
        return false;
    return db_i64(ctx, &SQL_SMART_LIST_ADD,
                  DB_ARGS(DB_I64(entity), DB_STR(name), DB_STR(text_fold(ctx->arena, name)),
                          DB_STR(filter), DB_STR(sort), DB_BOOL(descending)),
                  smart_list_id) ||
           explain_clash(ctx);
}

bool
smart_list_rename(struct ctx *ctx, int64_t smart_list_id, const char *name)
{
    return check_name(ctx, &name) && change(ctx, &SQL_SMART_LIST_RENAME,
                                            DB_ARGS(DB_I64(smart_list_id), DB_STR(name),
                                                    DB_STR(text_fold(ctx->arena, name))));
}

bool
smart_list_refilter(struct ctx *ctx, int64_t smart_list_id, const char *filter, const char *sort,
                    bool descending)
{
    struct smart_list list;
    return smart_list_get(ctx, smart_list_id, &list) &&
           check_filter(ctx, (enum record_entity)list.entity, &filter, sort) &&
           change(
               ctx, &SQL_SMART_LIST_REFILTER,
               DB_ARGS(DB_I64(smart_list_id), DB_STR(filter), DB_STR(sort), DB_BOOL(descending)));
}

bool
smart_list_remove(struct ctx *ctx, int64_t smart_list_id)
{
    return change(ctx, &SQL_SMART_LIST_REMOVE, DB_ARGS(DB_I64(smart_list_id)));
}
