/* Who is calling. See auth.h. */
#include "domain/account/auth.h"

#include "base/db.h"
#include "statements.h"

static const struct field caller_map[] = {
    FIELD_I64(struct auth_caller, user_id),
    FIELD_I64(struct auth_caller, tenant_id),
    FIELD_I64(struct auth_caller, session_id),
    FIELD_STR(struct auth_caller, user_name),
    FIELD_STR(struct auth_caller, user_email),
    FIELD_STR(struct auth_caller, tenant_slug),
    FIELD_STR(struct auth_caller, tenant_name),
    FIELD_STR(struct auth_caller, role),
    FIELD_STR(struct auth_caller, theme),
    FIELD_STR(struct auth_caller, density),
    FIELD_STR(struct auth_caller, timezone),
    FIELD_STR(struct auth_caller, locale),
    FIELD_I64(struct auth_caller, role_rank),
    FIELD_BOOL(struct auth_caller, is_super),
    FIELD_BOOL(struct auth_caller, shortcuts_off),
    FIELD_BOOL(struct auth_caller, touch_due),
    FIELD_END,
};

bool
auth_open(struct ctx *ctx, const char *token_hash, const char *slug, bool read_only,
          struct auth_caller *out, bool *found)
{
    return db_begin_with(ctx, read_only, &SQL_AUTH_OPEN, DB_ARGS(DB_STR(token_hash), DB_STR(slug)),
                         caller_map, out, found);
}

bool
auth_open_token(struct ctx *ctx, const char *token_hash, const char *slug, bool read_only,
                struct auth_caller *out, bool *found)
{
    return db_begin_with(ctx, read_only, &SQL_AUTH_OPEN_TOKEN,
                         DB_ARGS(DB_STR(token_hash), DB_STR(slug)), caller_map, out, found);
}

bool
auth_touch(struct ctx *ctx, const char *token_hash)
{
    return db_exec(ctx, &SQL_AUTH_TOUCH, DB_ARGS(DB_STR(token_hash)), NULL);
}
