/* Workspaces. See tenant.h. */
#include "domain/account/tenant.h"

#include <string.h>

#include "base/db.h"
#include "domain/account/profile.h"
#include "statements.h"

static const struct field settings_map[] = {
    FIELD_I64(struct tenant_settings, tenant_id),
    FIELD_STR(struct tenant_settings, slug),
    FIELD_STR(struct tenant_settings, name),
    FIELD_STR(struct tenant_settings, time_zone),
    FIELD_STR(struct tenant_settings, locale),
    FIELD_STR(struct tenant_settings, default_country),
    FIELD_I64(struct tenant_settings, created_at),
    FIELD_END,
};

static const struct field tenant_map[] = {
    FIELD_I64(struct tenant, tenant_id),  FIELD_STR(struct tenant, slug),
    FIELD_STR(struct tenant, name),       FIELD_I64(struct tenant, members),
    FIELD_BOOL(struct tenant, is_demo),   FIELD_BOOL(struct tenant, active),
    FIELD_I64(struct tenant, created_at), FIELD_END,
};

bool
tenant_settings(struct ctx *ctx, int64_t tenant_id, struct tenant_settings *out)
{
    return db_one(ctx, &SQL_TENANT_SETTINGS, DB_ARGS(DB_I64(tenant_id)), settings_map, out);
}

bool
tenant_change(struct ctx *ctx, const struct tenant_settings *settings)
{
    if (!*settings->name)
        return err_field(ctx, ERR_INPUT, "name", "Enter a name.");
    return profile_zone_allow(ctx, settings->time_zone) &&
           db_exec(ctx, &SQL_TENANT_CHANGE,
                   DB_ARGS(DB_I64(settings->tenant_id), DB_STR(settings->name),
                           DB_STR(settings->time_zone), DB_STR(settings->locale),
                           DB_STR(settings->default_country)),
                   NULL);
}

bool
tenant_list(struct ctx *ctx, const char *wanted, const char *after, const char *before,
            int64_t most, struct tenant **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_TENANT_LIST,
                  DB_ARGS(DB_STR(wanted), DB_STR(after), DB_STR(before), DB_I64(most)), tenant_map,
                  rows, n_rows);
}

/* The constraint that stood in the way, in words. */
static bool
explain(struct ctx *ctx, const char *slug)
{
    static const struct {
        const char *constraint, *message;
        enum err_kind kind;
    } words[] = {
        {"tenant_slug_unique", "is taken. Choose another one.", ERR_CONFLICT},
        {"tenant_slug_form",
         "is not possible: use 2 to 40 small letters, digits and hyphens, and none of our own "
         "words.",                                              ERR_INPUT   },
    };
    if (ctx->err.kind != ERR_CONFLICT)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(db_constraint(ctx), words[i].constraint) != 0)
            continue;
        err_clear(ctx);
        return err_field(ctx, words[i].kind, "slug", "The short name \"%s\" %s", slug,
                         words[i].message);
    }
    return false;
}

bool
tenant_add(struct ctx *ctx, const char *slug, const char *name, const char *zone,
           int64_t *tenant_id)
{
    if (!*name)
        return err_field(ctx, ERR_INPUT, "name", "Enter a name.");
    return db_i64(ctx, &SQL_TENANT_ADD, DB_ARGS(DB_STR(slug), DB_STR(name), DB_STR(zone)),
                  tenant_id) ||
           explain(ctx, slug);
}

bool
tenant_mark_demo(struct ctx *ctx, int64_t tenant_id)
{
    return db_exec(ctx, &SQL_TENANT_MARK_DEMO, DB_ARGS(DB_I64(tenant_id)), NULL);
}

bool
tenant_set_active(struct ctx *ctx, int64_t tenant_id, bool active)
{
    return db_exec(ctx, &SQL_TENANT_SET_ACTIVE, DB_ARGS(DB_I64(tenant_id), DB_BOOL(active)), NULL);
}

bool
tenant_by_slug(struct ctx *ctx, const char *slug, int64_t *tenant_id)
{
    if (!db_i64(ctx, &SQL_TENANT_ID, DB_ARGS(DB_STR(slug)), tenant_id))
        return false;
    return *tenant_id || err_raise(ctx, ERR_NOT_FOUND, "There is no tenant %s.", slug);
}

bool
tenant_enter(struct ctx *ctx, int64_t tenant_id)
{
    return db_exec(ctx, &SQL_TENANT_ENTER, DB_ARGS(DB_I64(tenant_id)), NULL);
}
