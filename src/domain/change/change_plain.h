/* Undo, the short way: of tags, lists and owners, from which nothing follows, in one statement for many
 * records. What it leaves goes the long way of change_restore.c, which looks at every record. Called by
 * change_undo.c and its job. */
#ifndef LEADGEN_DOMAIN_CHANGE_PLAIN_H
#define LEADGEN_DOMAIN_CHANGE_PLAIN_H

#include "domain/change/change_restore.h"
#include "domain/change/change_undo.h"

/* Takes back what the batch's set did to the records, of those of which it did nothing else and nobody
 * changed the same since: does to them what change_restore_batch would. ids: all that the set changed
 * between the first and the last, descending, and so are they afterwards, without those that it took. */
MUST_CHECK bool change_plain_take(struct ctx *ctx, const struct change_batch *batch, int64_t *ids,
                                  size_t *n);

/* The same for a whole set that an undo takes back, in parts side by side (see job_lanes.h), outside a
 * transaction; total: for the heartbeat. Adds to *counts. Nothing for a set that is small, a merge or
 * itself an undo. Run again, it finds what is left. */
struct job;
MUST_CHECK bool change_plain_lanes(struct ctx *ctx, struct job *job, int64_t set_id,
                                   int64_t undo_set_id, int64_t total,
                                   struct change_counts *counts);

#endif
