/* Members of a workspace and invitations to it, by its admins. Every function asks the database
 * whether the caller is an admin of that very workspace, and is DENIED otherwise. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_MEMBER_H
#define LEADGEN_DOMAIN_ACCOUNT_MEMBER_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct member {
    int64_t user_id;
    const char *name, *email, *role;
    bool has_second_factor, is_super;
    int64_t joined_at; /* milliseconds since 1970 */
};

struct invitation {
    int64_t link_id;
    const char *email, *role, *invited_by;
    int64_t created_at, expires_at;
    bool expired;
};

/* viewer, editor, admin, NULL: the roles from the least to the most. */
extern const char *const member_roles[];

MUST_CHECK bool member_list(struct ctx *ctx, int64_t tenant_id, struct member **rows,
                            size_t *n_rows);

/* NOT_FOUND: no member; CONFLICT: the last admin stays one. */
MUST_CHECK bool member_set_role(struct ctx *ctx, int64_t tenant_id, int64_t user_id,
                                const char *role);
MUST_CHECK bool member_remove(struct ctx *ctx, int64_t tenant_id, int64_t user_id);

/* Invites a person; *token goes into the link and is never seen again. A new invitation of the same
 * person replaces the old one. INPUT on email; CONFLICT on email: a member already. */
MUST_CHECK bool member_invite(struct ctx *ctx, int64_t tenant_id, const char *email,
                              const char *role, const char **token);

MUST_CHECK bool member_invitations(struct ctx *ctx, int64_t tenant_id, struct invitation **rows,
                                   size_t *n_rows);

/* NOT_FOUND: it was taken up or withdrawn. */
MUST_CHECK bool member_withdraw(struct ctx *ctx, int64_t tenant_id, int64_t link_id);

#endif
