/* Links that work once. See one_time_link.h. */
#include "domain/account/one_time_link.h"

#include <string.h>

#include "base/db.h"
#include "base/token.h"
#include "domain/account/password.h"
#include "statements.h"

enum { TOKEN_BYTES = 24 };

static const struct field link_map[] = {
    FIELD_STR(struct one_time_link, kind),
    FIELD_I64(struct one_time_link, user_id),
    FIELD_STR(struct one_time_link, email),
    FIELD_STR(struct one_time_link, name),
    FIELD_STR(struct one_time_link, tenant_slug),
    FIELD_STR(struct one_time_link, tenant_name),
    FIELD_STR(struct one_time_link, role),
    FIELD_STR(struct one_time_link, invited_by),
    FIELD_BOOL(struct one_time_link, has_account),
    FIELD_BOOL(struct one_time_link, has_second_factor),
    FIELD_END,
};

static const char *
hash_of(struct arena *arena, const char *token)
{
    return token_sha256(arena, token, strlen(token));
}

const char *
one_time_link_token(struct arena *arena, const char **hash)
{
    const char *token = token_random(arena, TOKEN_BYTES);
    *hash = hash_of(arena, token);
    return token;
}

bool
one_time_link_read(struct ctx *ctx, const char *token, struct one_time_link *out)
{
    bool found = false;
    if (!db_maybe(ctx, &SQL_LINK_READ, DB_ARGS(DB_STR(hash_of(ctx->arena, token))), link_map, out,
                  &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND,
                              "This link was used already, or is too old. Ask for a new one.");
}

bool
one_time_link_reset(struct ctx *ctx, const char *token, const struct one_time_link *link,
                    const char *password, const char *confirm, int64_t *user_id)
{
    const char *hash = NULL;
    return password_allow(ctx, password, confirm, link->email, link->name) &&
           token_password_hash(ctx, password, &hash) &&
           db_i64(ctx, &SQL_LINK_RESET, DB_ARGS(DB_STR(hash_of(ctx->arena, token)), DB_STR(hash)),
                  user_id);
}

bool
one_time_link_join_new(struct ctx *ctx, const char *token, const struct one_time_link *link,
                       const char *name, const char *password, const char *confirm,
                       int64_t *user_id)
{
    const char *hash = NULL;
    if (!*name)
        return err_field(ctx, ERR_INPUT, "name", "Enter your name.");
    return password_allow(ctx, password, confirm, link->email, name) &&
           token_password_hash(ctx, password, &hash) &&
           db_i64(ctx, &SQL_LINK_JOIN_NEW,
                  DB_ARGS(DB_STR(hash_of(ctx->arena, token)), DB_STR(name), DB_STR(hash)), user_id);
}

bool
one_time_link_join(struct ctx *ctx, const char *token, int64_t user_id)
{
    return db_exec(ctx, &SQL_LINK_JOIN,
                   DB_ARGS(DB_STR(hash_of(ctx->arena, token)), DB_I64(user_id)), NULL);
}
