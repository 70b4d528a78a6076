/* One part of a bulk action: a slice of its ids, written and noted in one transaction. Called by
 * bulk_run.c for small actions, in the request's own, and by bulk_lanes.c. */
#ifndef LEADGEN_DOMAIN_BULK_PART_H
#define LEADGEN_DOMAIN_BULK_PART_H

#include "domain/bulk/bulk.h"

struct bulk_part {
    int64_t first, last;    /* places in its ids, from 1 */
    int64_t rounds;         /* how often it was sent */
    int64_t found, changed; /* how many are there, how many it changed */
};

/* Has a connection know what bulk_part_send will send. */
MUST_CHECK bool bulk_part_prepare(struct ctx *ctx, const struct bulk *bulk);

/* Sends what writes it; the answer is to be received next on this connection. UNAVAILABLE: that was done
 * over and over. */
MUST_CHECK bool bulk_part_send(struct ctx *ctx, const struct bulk *bulk, struct bulk_part *part);

/* Takes the answer. *whole false: somebody else changed records between our look and our write; it is
 * to be sent again, which looks at those again. */
MUST_CHECK bool bulk_part_receive(struct ctx *ctx, const struct bulk *bulk, struct bulk_part *part,
                                  bool *whole);

/* Has the action's row note that it is done: travels with the next statement or the commit. */
MUST_CHECK bool bulk_part_note(struct ctx *ctx, const struct bulk *bulk,
                               const struct bulk_part *part);

#endif
