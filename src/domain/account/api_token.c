/* API tokens. See api_token.h. */
#include "domain/account/api_token.h"

#include <string.h>

#include "base/db.h"
#include "base/token.h"
#include "statements.h"

/* The prefix lets scanners of leaked secrets know what they see. */
#define PREFIX "leadgen_"
enum { TOKEN_BYTES = 32 };

const char *const api_token_scopes[] = {"read", "write", "admin", NULL};

static const struct field token_map[] = {
    FIELD_I64(struct api_token, api_token_id),
    FIELD_STR(struct api_token, name),
    FIELD_STR(struct api_token, scope),
    FIELD_STR(struct api_token, user_name),
    FIELD_I64(struct api_token, created_at),
    FIELD_I64(struct api_token, expires_at),
    FIELD_I64(struct api_token, used_at),
    FIELD_STR(struct api_token, state),
    FIELD_END,
};

bool
api_token_list(struct ctx *ctx, int64_t tenant_id, struct api_token **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_API_TOKEN_LIST, DB_ARGS(DB_I64(tenant_id)), token_map, rows, n_rows);
}

bool
api_token_add(struct ctx *ctx, int64_t tenant_id, const char *name, const char *scope, int64_t days,
              const char **token)
{
    int64_t id;
    if (!*name)
        return err_field(ctx, ERR_INPUT, "name", "Say what the token is for.");
    *token = arena_printf(ctx->arena, PREFIX "%s", token_random(ctx->arena, TOKEN_BYTES));
    return db_i64(ctx, &SQL_API_TOKEN_ADD,
                  DB_ARGS(DB_I64(tenant_id), DB_STR(name), DB_STR(scope),
                          DB_STR(token_sha256(ctx->arena, *token, strlen(*token))), DB_I64(days)),
                  &id);
}

bool
api_token_revoke(struct ctx *ctx, int64_t tenant_id, int64_t api_token_id)
{
    int64_t done;
    if (!db_i64(ctx, &SQL_API_TOKEN_REVOKE, DB_ARGS(DB_I64(tenant_id), DB_I64(api_token_id)),
                &done))
        return false;
    return done || err_raise(ctx, ERR_NOT_FOUND, "This token was revoked already.");
}
