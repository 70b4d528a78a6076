/* Undo, the short way: of tags, lists and owners, from which nothing follows, in one statement for many
 * records. What it leaves goes the long way of change_restore.c, which looks at every record. Called by
 * change_undo.c and its job. */
#ifndef LEADGEN_DOMAIN_CHANGE_PLAIN_H
#define LEADGEN_DOMAIN_CHANGE_PLAIN_H

#include "domain/change/change_undo.h"

/* Takes back what a set did to the records of which it did nothing else and nobody changed the same since:
 * does to them what change_undo_batch would, in parts side by side (see job_lanes.h), outside a transaction.
 * total: for the heartbeat. Adds to *counts. Nothing for a merge and for an undo. Run again, it finds what is
 * left. */
struct job;
MUST_CHECK bool change_plain_run(struct ctx *ctx, struct job *job, int64_t set_id,
                                 int64_t undo_set_id, int64_t total, struct change_counts *counts);

#endif
