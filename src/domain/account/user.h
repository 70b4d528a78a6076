/* People, as super admins and leadgen-batch see and change them. Every function is DENIED to anybody
 * else; the database checks that, not the caller. Each change is in the audit log. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_USER_H
#define LEADGEN_DOMAIN_ACCOUNT_USER_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct user {
    int64_t user_id;
    const char *name, *email;
    bool is_super, active, has_password, has_second_factor;
    int64_t seen_at; /* milliseconds since 1970, 0: never */
    int64_t sessions;
    const char *roles; /* "Kestrel Works: editor, Acme: viewer" */
    int64_t created_at;
};

/* A role of somebody somewhere. */
struct user_role {
    int64_t tenant_id;
    const char *slug, *name, *role;
    bool active; /* the workspace is */
};

/* The address as it is stored. INPUT on email. */
MUST_CHECK bool user_email(struct ctx *ctx, const char *typed, const char **email);

/* Up to `most` people by address, `wanted` being part of a name or address ("" for all) and state
 * "", active, off or super. after and before: an address to begin behind, or to end before, or "". */
MUST_CHECK bool user_list(struct ctx *ctx, const char *wanted, const char *state, const char *after,
                          const char *before, int64_t most, struct user **rows, size_t *n_rows);

/* NOT_FOUND. */
MUST_CHECK bool user_read(struct ctx *ctx, int64_t user_id, struct user *out);
MUST_CHECK bool user_roles(struct ctx *ctx, int64_t user_id, struct user_role **rows,
                           size_t *n_rows);

/* The account of an address. NOT_FOUND. */
MUST_CHECK bool user_by_email(struct ctx *ctx, const char *email, int64_t *user_id);

/* Makes an account; password NULL: none yet, it needs a link. INPUT on email, name, password;
 * CONFLICT on email: there is one. */
MUST_CHECK bool user_add(struct ctx *ctx, const char *email, const char *name, const char *password,
                         bool super, int64_t *user_id);

/* Gives an account another address; links that went to the old one end. INPUT on email; CONFLICT on
 * email: somebody has it; NOT_FOUND. */
MUST_CHECK bool user_set_email(struct ctx *ctx, int64_t user_id, const char *email);

/* Sets a role in a workspace; "" takes it away. NOT_FOUND; CONFLICT: the last admin of it. */
MUST_CHECK bool user_set_role(struct ctx *ctx, int64_t user_id, int64_t tenant_id,
                              const char *role);

/* NOT_FOUND; CONFLICT: nobody does this to themselves. Switching off ends all sessions. */
MUST_CHECK bool user_set_active(struct ctx *ctx, int64_t user_id, bool active);
MUST_CHECK bool user_set_super(struct ctx *ctx, int64_t user_id, bool super);

MUST_CHECK bool user_sessions_end(struct ctx *ctx, int64_t user_id, int64_t *n);
MUST_CHECK bool user_second_factor_remove(struct ctx *ctx, int64_t user_id);

/* A link with which the person sets a password: *token, good for *hours. It replaces an earlier
 * one. NOT_FOUND; CONFLICT: the account is switched off. */
MUST_CHECK bool user_reset_link(struct ctx *ctx, int64_t user_id, const char **token,
                                int64_t *hours);

#endif
