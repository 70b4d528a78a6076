/* Makes a tenant's snapshot file from the tables, in one transaction that sees one moment. Called by
 * the task that keeps snapshots fresh. */
#ifndef LEADGEN_SNAPSHOT_BUILD_H
#define LEADGEN_SNAPSHOT_BUILD_H

#include "domain/snapshot/snapshot_file.h"

/* Builds the file of `tenant`, outside a transaction, as a role that may enter tenants. *built is
 * false when another process is at it. UNAVAILABLE: no folder, no room. */
MUST_CHECK bool snapshot_build(struct ctx *ctx, int64_t tenant, bool *built);

/* The names of the tenant's custom fields that are texts, as a header holds them, those whose facet is
 * shown first; those that find no room are left to SQL. In a transaction of the tenant. */
MUST_CHECK bool snapshot_build_customs(struct ctx *ctx, char customs[2][SNAPSHOT_CUSTOMS]);

#endif
