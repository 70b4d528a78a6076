/* Workspaces (tenants in code): settings for their admins; list, add, switch off for super admins.
 * Called by the settings and admin pages and leadgen-batch. The database checks who may. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_TENANT_H
#define LEADGEN_DOMAIN_ACCOUNT_TENANT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct tenant_settings {
    int64_t tenant_id;
    const char *slug, *name, *time_zone, *locale;
    const char *default_country; /* two letters, or "" */
    int64_t created_at;          /* milliseconds since 1970 */
};

/* NOT_FOUND to who has no part in it. */
MUST_CHECK bool tenant_settings(struct ctx *ctx, int64_t tenant_id, struct tenant_settings *out);

/* Its admins. INPUT on name, time_zone, default_country; DENIED. */
MUST_CHECK bool tenant_change(struct ctx *ctx, const struct tenant_settings *settings);

struct tenant {
    int64_t tenant_id;
    const char *slug, *name;
    int64_t members;
    bool is_demo, active;
    int64_t created_at;
};

/* Super admins: up to `most` workspaces by slug; `wanted`: part of slug or name. after and before: a
 * slug to begin behind or to end before, or "". DENIED. */
MUST_CHECK bool tenant_list(struct ctx *ctx, const char *wanted, const char *after,
                            const char *before, int64_t most, struct tenant **rows, size_t *n_rows);

/* leadgen-batch: marks a tenant as the demo, which may write to nobody outside. */
MUST_CHECK bool tenant_mark_demo(struct ctx *ctx, int64_t tenant_id);

/* Super admins and leadgen-batch. INPUT on slug and name, CONFLICT on slug; DENIED. */
MUST_CHECK bool tenant_add(struct ctx *ctx, const char *slug, const char *name, const char *zone,
                           int64_t *tenant_id);

/* Super admins. A workspace that is off is "not found" for everybody; nothing is deleted. */
MUST_CHECK bool tenant_set_active(struct ctx *ctx, int64_t tenant_id, bool active);

/* leadgen-batch: the id of an active workspace. NOT_FOUND. */
MUST_CHECK bool tenant_by_slug(struct ctx *ctx, const char *slug, int64_t *tenant_id);

/* leadgen-batch: the transaction that is open works for the workspace, asked for by nobody in
 * particular. */
MUST_CHECK bool tenant_enter(struct ctx *ctx, int64_t tenant_id);

#endif
