/* Links that work once: an invitation to a workspace, or a new password for an account. The token is
 * shown to whoever makes the link, once; the database keeps its hash. Called by the public link
 * page; the links are made in member.c (invitations) and user.c (passwords). */
#ifndef LEADGEN_DOMAIN_ACCOUNT_ONE_TIME_LINK_H
#define LEADGEN_DOMAIN_ACCOUNT_ONE_TIME_LINK_H

#include <stdint.h>

#include "base/err.h"

struct one_time_link {
    const char *kind; /* invitation or reset */
    int64_t user_id;  /* of an invitation: 0 when there is no such account yet */
    const char *email, *name;
    const char *tenant_slug, *tenant_name, *role, *invited_by; /* of an invitation, else "" */
    bool has_account; /* the invited person has an account: they sign in, the link sets nothing */
    bool has_second_factor;
};

/* A new token, and its hash for the database. */
const char *one_time_link_token(struct arena *arena, const char **hash);

/* What a link is about. NOT_FOUND: unknown, used or too old. */
MUST_CHECK bool one_time_link_read(struct ctx *ctx, const char *token, struct one_time_link *out);

/* Sets the password of a reset link's account and ends its sessions. INPUT on password, confirm;
 * NOT_FOUND. */
MUST_CHECK bool one_time_link_reset(struct ctx *ctx, const char *token,
                                    const struct one_time_link *link, const char *password,
                                    const char *confirm, int64_t *user_id);

/* Takes up an invitation with a new account. INPUT on name, password, confirm; NOT_FOUND; CONFLICT:
 * the account was made in between. */
MUST_CHECK bool one_time_link_join_new(struct ctx *ctx, const char *token,
                                       const struct one_time_link *link, const char *name,
                                       const char *password, const char *confirm, int64_t *user_id);

/* Takes up an invitation with the account it is for. DENIED: it is for somebody else. NOT_FOUND. */
MUST_CHECK bool one_time_link_join(struct ctx *ctx, const char *token, int64_t user_id);

#endif
