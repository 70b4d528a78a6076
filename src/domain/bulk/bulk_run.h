/* The doing of a bulk action: in the request when it is small, else as a job, batch by batch. Called by
 * bulk.c and the queue. */
#ifndef LEADGEN_DOMAIN_BULK_RUN_H
#define LEADGEN_DOMAIN_BULK_RUN_H

#include "domain/bulk/bulk.h"

/* What it acts on, ascending: the chosen ids, or all that match now. */
MUST_CHECK bool bulk_run_ids(struct ctx *ctx, const struct bulk *bulk, int64_t **ids, size_t *n);

/* All of it in the present transaction. *ended false: more match by now than is done at once, and
 * nothing has happened. */
MUST_CHECK bool bulk_run_at_once(struct ctx *ctx, int64_t bulk_id, bool *ended);

#endif
