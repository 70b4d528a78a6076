/* The caller's own account. See profile.h. */
#include "domain/account/profile.h"

#include "base/db.h"
#include "base/token.h"
#include "base/zone.h"
#include "statements.h"

static const struct field profile_map[] = {
    FIELD_STR(struct profile, name),
    FIELD_STR(struct profile, email),
    FIELD_STR(struct profile, theme),
    FIELD_STR(struct profile, density),
    FIELD_STR(struct profile, time_zone),
    FIELD_BOOL(struct profile, shortcuts),
    FIELD_BOOL(struct profile, is_super),
    FIELD_BOOL(struct profile, has_second_factor),
    FIELD_I64(struct profile, codes_left),
    FIELD_I64(struct profile, created_at),
    FIELD_END,
};

static const struct field workspace_map[] = {
    FIELD_I64(struct workspace, tenant_id), FIELD_STR(struct workspace, slug),
    FIELD_STR(struct workspace, name),      FIELD_STR(struct workspace, role),
    FIELD_BOOL(struct workspace, is_demo),  FIELD_END,
};

bool
profile_read(struct ctx *ctx, struct profile *out)
{
    return db_one(ctx, &SQL_PROFILE_READ, DB_NO_ARGS, profile_map, out);
}

bool
profile_zone_allow(struct ctx *ctx, const char *name)
{
    return zone_exists(ctx->arena, name) ||
           err_field(ctx, ERR_INPUT, "time_zone",
                     "There is no time zone \"%s\". Enter a name such as Europe/Prague.", name);
}

bool
profile_change(struct ctx *ctx, const struct profile *profile)
{
    if (*profile->time_zone && !profile_zone_allow(ctx, profile->time_zone))
        return false;
    return db_exec(ctx, &SQL_PROFILE_CHANGE,
                   DB_ARGS(DB_STR(profile->name), DB_STR(profile->theme), DB_STR(profile->density),
                           DB_STR(profile->time_zone), DB_BOOL(profile->shortcuts)),
                   NULL);
}

bool
profile_password(struct ctx *ctx, const struct profile *profile, const char *current,
                 const char *password, const char *confirm, int64_t session_id, const char *address,
                 struct login_result *out)
{
    bool has_second_factor;
    const char *hash = NULL;
    if (!password_allow(ctx, password, confirm, profile->email, profile->name) ||
        !login_check(ctx, profile->email, current, address, token_password_matches, out,
                     &has_second_factor))
        return false;
    return out->outcome != LOGIN_IN ||
           (token_password_hash(ctx, password, &hash) &&
            db_exec(ctx, &SQL_PASSWORD_CHANGE, DB_ARGS(DB_STR(hash), DB_I64(session_id)), NULL));
}

bool
profile_workspaces(struct ctx *ctx, struct workspace **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_TENANT_LIST_OWN, DB_NO_ARGS, workspace_map, rows, n_rows);
}
