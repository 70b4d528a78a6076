/* API tokens of a workspace, by its admins: made, listed, revoked. A token works in its workspace
 * only, as the person who made it, and never above its scope. Called by the settings pages. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_API_TOKEN_H
#define LEADGEN_DOMAIN_ACCOUNT_API_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Times are milliseconds since 1970, 0 for never. */
struct api_token {
    int64_t api_token_id;
    const char *name, *scope, *user_name;
    int64_t created_at, expires_at, used_at;
    const char *state; /* good, expired, orphaned (its maker has no part in the workspace) */
};

/* read, write, admin, NULL. */
extern const char *const api_token_scopes[];

/* Good and expired ones, the newest first. DENIED. */
MUST_CHECK bool api_token_list(struct ctx *ctx, int64_t tenant_id, struct api_token **rows,
                               size_t *n_rows);

/* Makes a token that is good for `days` (0: for ever); *token is shown once. INPUT on name. DENIED:
 * no admin of the workspace, or no person (a token makes no tokens). */
MUST_CHECK bool api_token_add(struct ctx *ctx, int64_t tenant_id, const char *name,
                              const char *scope, int64_t days, const char **token);

/* NOT_FOUND. */
MUST_CHECK bool api_token_revoke(struct ctx *ctx, int64_t tenant_id, int64_t api_token_id);

#endif
