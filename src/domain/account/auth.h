/* Who is calling: opens the transaction of a request together with the caller's identity, in one
 * round trip. Called by web's dispatcher for every page with a session or a token, and by nothing
 * else. The definer functions behind it check token, expiry and membership and set the tenant for
 * row-level security; a bad token sees no rows. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_AUTH_H
#define LEADGEN_DOMAIN_ACCOUNT_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/* Ranks of a role within a tenant; more may do what fewer may. */
enum auth_rank { AUTH_NONE, AUTH_VIEWER, AUTH_EDITOR, AUTH_ADMIN };

/* Texts are never NULL where a session exists; of the tenant, when the path names none, empty. */
struct auth_caller {
    int64_t user_id;
    int64_t tenant_id;  /* 0: the path names no tenant, or one the caller has no part in */
    int64_t session_id; /* or the id of the API token */
    const char *user_name, *user_email;
    const char *tenant_slug, *tenant_name;
    const char *role; /* viewer, editor, admin, or "" */
    const char *theme,
        *density;         /* of the user's settings: light, dark or ""; compact, roomy or "" */
    const char *timezone; /* of the user: an IANA name */
    const char *locale;   /* of the user: en, de-DE … */
    int64_t role_rank;    /* enum auth_rank */
    bool is_super;        /* may use the admin pages of all tenants */
    bool shortcuts_off;   /* single-key shortcuts are switched off */
    bool touch_due;       /* the last use was noted more than a minute ago: auth_touch */
};

/* Begins a transaction and identifies the session with this token hash (SHA-256 hex) within the
 * tenant `slug` ("" when the path names none). *found is false when the session is unknown, expired
 * or revoked; the transaction is open either way and the caller ends it. */
MUST_CHECK bool auth_open(struct ctx *ctx, const char *token_hash, const char *slug, bool read_only,
                          struct auth_caller *out, bool *found);

/* The same for an API token. */
MUST_CHECK bool auth_open_token(struct ctx *ctx, const char *token_hash, const char *slug,
                                bool read_only, struct auth_caller *out, bool *found);

/* Notes that the session or API token with this hash is in use, so that it does not expire. Called
 * outside the page's transaction, when touch_due says so. */
MUST_CHECK bool auth_touch(struct ctx *ctx, const char *token_hash);

#endif
