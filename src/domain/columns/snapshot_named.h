/* Keys of orders that no column holds but that columns lead to: names of owners, tags and lists, places
 * of choices, facts of a contact's company, how many people a company has. Worked out for one request,
 * one a place or a company, never one a contact. Called by snapshot_page.c. */
#ifndef LEADGEN_SNAPSHOT_NAMED_H
#define LEADGEN_SNAPSHOT_NAMED_H

#include "domain/columns/snapshot_key.h"
#include "domain/snapshot/snapshot_view.h"

/* Fills what `keys` looks up; nothing where columns hold the keys themselves. */
MUST_CHECK bool snapshot_named_fill(struct ctx *ctx, const struct snapshot_tables *tables,
                                    const struct record_order *order, struct snapshot_keys *keys);

#endif
