/* People. See user.h. */
#include "domain/account/user.h"

#include <string.h>

#include "base/db.h"
#include "base/token.h"
#include "domain/account/one_time_link.h"
#include "domain/account/password.h"
#include "domain/contact/email_address.h"
#include "statements.h"

static const struct field user_map[] = {
    FIELD_I64(struct user, user_id),
    FIELD_STR(struct user, name),
    FIELD_STR(struct user, email),
    FIELD_BOOL(struct user, is_super),
    FIELD_BOOL(struct user, active),
    FIELD_BOOL(struct user, has_password),
    FIELD_BOOL(struct user, has_second_factor),
    FIELD_I64(struct user, seen_at),
    FIELD_I64(struct user, sessions),
    FIELD_STR(struct user, roles),
    FIELD_I64(struct user, created_at),
    FIELD_END,
};

static const struct field role_map[] = {
    FIELD_I64(struct user_role, tenant_id), FIELD_STR(struct user_role, slug),
    FIELD_STR(struct user_role, name),      FIELD_STR(struct user_role, role),
    FIELD_BOOL(struct user_role, active),   FIELD_END,
};

bool
user_email(struct ctx *ctx, const char *typed, const char **email)
{
    struct email_address read = {0};
    enum email_verdict verdict = email_address_read(ctx->arena, typed, &read);
    if (verdict != EMAIL_OK)
        return err_field(ctx, ERR_INPUT, "email", "%s",
                         *typed ? email_address_reason(verdict) : "Enter an e-mail address.");
    *email = read.address;
    return true;
}

bool
user_list(struct ctx *ctx, const char *wanted, const char *state, const char *after,
          const char *before, int64_t most, struct user **rows, size_t *n_rows)
{
    return DB_ALL(
        ctx, &SQL_USER_LIST,
        DB_ARGS(DB_STR(wanted), DB_STR(state), DB_STR(after), DB_STR(before), DB_I64(most)),
        user_map, rows, n_rows);
}

bool
user_read(struct ctx *ctx, int64_t user_id, struct user *out)
{
    return db_one(ctx, &SQL_USER_READ, DB_ARGS(DB_I64(user_id)), user_map, out);
}

bool
user_roles(struct ctx *ctx, int64_t user_id, struct user_role **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_USER_ROLES, DB_ARGS(DB_I64(user_id)), role_map, rows, n_rows);
}

bool
user_by_email(struct ctx *ctx, const char *email, int64_t *user_id)
{
    const char *key = NULL;
    if (!user_email(ctx, email, &key) || !db_i64(ctx, &SQL_USER_ID, DB_ARGS(DB_STR(key)), user_id))
        return false;
    return *user_id || err_raise(ctx, ERR_NOT_FOUND, "There is no account %s.", key);
}

/* Says at the field when somebody has the address; false always. */
static bool
is_taken(struct ctx *ctx, const char *key)
{
    if (ctx->err.kind != ERR_CONFLICT ||
        strcmp(db_constraint(ctx), "user_account_email_unique") != 0)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_CONFLICT, "email", "There is an account %s already.", key);
}

bool
user_add(struct ctx *ctx, const char *email, const char *name, const char *password, bool super,
         int64_t *user_id)
{
    const char *key = NULL, *hash = NULL;
    if (!user_email(ctx, email, &key))
        return false;
    if (!*name)
        return err_field(ctx, ERR_INPUT, "name", "Enter a name.");
    if (password && (!password_allow(ctx, password, password, key, name) ||
                     !token_password_hash(ctx, password, &hash)))
        return false;
    if (db_i64(ctx, &SQL_USER_ADD,
               DB_ARGS(DB_STR(key), DB_STR(key), DB_STR(name), DB_STR(hash), DB_BOOL(super)),
               user_id))
        return true;
    return is_taken(ctx, key);
}

bool
user_set_email(struct ctx *ctx, int64_t user_id, const char *email)
{
    const char *key = NULL;
    return user_email(ctx, email, &key) &&
           (db_exec(ctx, &SQL_USER_SET_EMAIL, DB_ARGS(DB_I64(user_id), DB_STR(key), DB_STR(key)),
                    NULL) ||
            is_taken(ctx, key));
}

bool
user_set_role(struct ctx *ctx, int64_t user_id, int64_t tenant_id, const char *role)
{
    return db_exec(ctx, &SQL_USER_SET_ROLE,
                   DB_ARGS(DB_I64(user_id), DB_I64(tenant_id), DB_STR(role)), NULL);
}

bool
user_set_active(struct ctx *ctx, int64_t user_id, bool active)
{
    return db_exec(ctx, &SQL_USER_SET_ACTIVE, DB_ARGS(DB_I64(user_id), DB_BOOL(active)), NULL);
}

bool
user_set_super(struct ctx *ctx, int64_t user_id, bool super)
{
    return db_exec(ctx, &SQL_USER_SET_SUPER, DB_ARGS(DB_I64(user_id), DB_BOOL(super)), NULL);
}

bool
user_sessions_end(struct ctx *ctx, int64_t user_id, int64_t *n)
{
    return db_i64(ctx, &SQL_USER_SESSIONS_END, DB_ARGS(DB_I64(user_id)), n);
}

bool
user_second_factor_remove(struct ctx *ctx, int64_t user_id)
{
    int64_t done;
    return db_i64(ctx, &SQL_USER_SECOND_FACTOR_REMOVE, DB_ARGS(DB_I64(user_id)), &done);
}

bool
user_reset_link(struct ctx *ctx, int64_t user_id, const char **token, int64_t *hours)
{
    const char *hash = NULL;
    *token = one_time_link_token(ctx->arena, &hash);
    return db_i64(ctx, &SQL_RESET_LINK_ADD, DB_ARGS(DB_I64(user_id), DB_STR(hash)), hours);
}
