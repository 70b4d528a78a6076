/* The caller's own account: settings, password, workspaces. Called by the account pages. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_PROFILE_H
#define LEADGEN_DOMAIN_ACCOUNT_PROFILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/account/login.h"

struct profile {
    const char *name, *email;
    const char *theme;     /* auto, light, dark */
    const char *density;   /* compact, normal, roomy */
    const char *time_zone; /* "": the workspace's */
    bool shortcuts, is_super, has_second_factor;
    int64_t codes_left, created_at;
};

MUST_CHECK bool profile_read(struct ctx *ctx, struct profile *out);

/* INPUT on name and time_zone. */
MUST_CHECK bool profile_change(struct ctx *ctx, const struct profile *profile);

/* Sets a new password when `current` is right and ends the other sessions. When it is not, *out says
 * LOGIN_WRONG or LOGIN_PAUSED (the caller commits, the try is counted). INPUT on password, confirm. */
MUST_CHECK bool profile_password(struct ctx *ctx, const struct profile *profile,
                                 const char *current, const char *password, const char *confirm,
                                 int64_t session_id, const char *address, struct login_result *out);

/* A workspace the caller may enter. */
struct workspace {
    int64_t tenant_id;
    const char *slug, *name, *role;
    bool is_demo;
};

/* Own ones first; a super admin sees all. At most 500. */
MUST_CHECK bool profile_workspaces(struct ctx *ctx, struct workspace **rows, size_t *n_rows);

/* INPUT on the field time_zone unless the name is of a time zone. */
MUST_CHECK bool profile_zone_allow(struct ctx *ctx, const char *name);

#endif
