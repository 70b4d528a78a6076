/* Members. See member.h. */
#include "domain/account/member.h"

#include <string.h>

#include "base/db.h"
#include "domain/account/one_time_link.h"
#include "domain/account/user.h"
#include "statements.h"

const char *const member_roles[] = {"viewer", "editor", "admin", NULL};

static const struct field member_map[] = {
    FIELD_I64(struct member, user_id),
    FIELD_STR(struct member, name),
    FIELD_STR(struct member, email),
    FIELD_STR(struct member, role),
    FIELD_BOOL(struct member, has_second_factor),
    FIELD_BOOL(struct member, is_super),
    FIELD_I64(struct member, joined_at),
    FIELD_END,
};

static const struct field invitation_map[] = {
    FIELD_I64(struct invitation, link_id),    FIELD_STR(struct invitation, email),
    FIELD_STR(struct invitation, role),       FIELD_STR(struct invitation, invited_by),
    FIELD_I64(struct invitation, created_at), FIELD_I64(struct invitation, expires_at),
    FIELD_BOOL(struct invitation, expired),   FIELD_END,
};

bool
member_list(struct ctx *ctx, int64_t tenant_id, struct member **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_MEMBER_LIST, DB_ARGS(DB_I64(tenant_id)), member_map, rows, n_rows);
}

bool
member_set_role(struct ctx *ctx, int64_t tenant_id, int64_t user_id, const char *role)
{
    return db_exec(ctx, &SQL_MEMBER_SET_ROLE,
                   DB_ARGS(DB_I64(tenant_id), DB_I64(user_id), DB_STR(role)), NULL);
}

bool
member_remove(struct ctx *ctx, int64_t tenant_id, int64_t user_id)
{
    return db_exec(ctx, &SQL_MEMBER_REMOVE, DB_ARGS(DB_I64(tenant_id), DB_I64(user_id)), NULL);
}

bool
member_invite(struct ctx *ctx, int64_t tenant_id, const char *email, const char *role,
              const char **token)
{
    const char *key = NULL, *hash = NULL;
    int64_t id;
    if (!user_email(ctx, email, &key))
        return false;
    *token = one_time_link_token(ctx->arena, &hash);
    if (db_i64(ctx, &SQL_MEMBER_INVITE,
               DB_ARGS(DB_I64(tenant_id), DB_STR(key), DB_STR(key), DB_STR(role), DB_STR(hash)),
               &id))
        return true;
    if (ctx->err.kind != ERR_CONFLICT)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_CONFLICT, "email", "%s is a member already.", key);
}

bool
member_invitations(struct ctx *ctx, int64_t tenant_id, struct invitation **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_INVITATION_LIST, DB_ARGS(DB_I64(tenant_id)), invitation_map, rows,
                  n_rows);
}

bool
member_withdraw(struct ctx *ctx, int64_t tenant_id, int64_t link_id)
{
    int64_t done;
    if (!db_i64(ctx, &SQL_INVITATION_WITHDRAW, DB_ARGS(DB_I64(tenant_id), DB_I64(link_id)), &done))
        return false;
    return done ||
           err_raise(ctx, ERR_NOT_FOUND, "This invitation was taken up or withdrawn already.");
}
