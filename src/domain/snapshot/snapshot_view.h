/* The snapshot of the tenant in whose name a transaction runs, as of that transaction: the base that
 * the process has mapped, and its delta brought up to date by what record_touch says. Called by
 * snapshot_query.c; kept with the process's connection. Nothing is shared between processes but the
 * files, which are never written to. */
#ifndef LEADGEN_SNAPSHOT_VIEW_H
#define LEADGEN_SNAPSHOT_VIEW_H

#include "domain/snapshot/snapshot_file.h"

struct snapshot_view {
    struct snapshot_tables *tables;
    int64_t today_us; /* when the day began, UTC */
};

/* Sends ahead what opening the snapshot of a tenant asks. What it asks depends on the tenant, which only
 * the transaction knows: this goes by the one that the address names, and a wrong guess costs nothing but
 * its answer. */
MUST_CHECK bool snapshot_view_ahead(struct ctx *ctx, const char *slug);

/* In a transaction. *found is false when there is no file that will do: SQL answers then. */
MUST_CHECK bool snapshot_view_open(struct ctx *ctx, struct snapshot_view *out, bool *found);

#endif
