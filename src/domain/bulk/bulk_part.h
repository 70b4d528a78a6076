/* One part of a bulk action: a slice of its ids, written and noted in one transaction. Called by
 * bulk_run.c for small actions, in the request's own, and by bulk_lanes.c. */
#ifndef LEADGEN_DOMAIN_BULK_PART_H
#define LEADGEN_DOMAIN_BULK_PART_H

#include "domain/bulk/bulk.h"

struct bulk_part {
    int64_t first, last;    /* places in its ids, from 1 */
    int64_t rounds;         /* how often it was sent */
    int64_t found, changed; /* how many are there, how many it changed */
    bool written;           /* all of them: what is sent next notes it in the action's row */
};

/* Has a connection know what bulk_part_send will send. */
MUST_CHECK bool bulk_part_prepare(struct ctx *ctx, const struct bulk *bulk);

/* Sends what writes it and, once that is done, what notes it; the answer is to be received next on this
 * connection. UNAVAILABLE: that was done over and over. */
MUST_CHECK bool bulk_part_send(struct ctx *ctx, const struct bulk *bulk, struct bulk_part *part);

/* Takes the answer. *whole false: it is to be sent again, for the note, or because somebody else changed
 * records between our look and our write: that looks at those again. */
MUST_CHECK bool bulk_part_receive(struct ctx *ctx, const struct bulk *bulk, struct bulk_part *part,
                                  bool *whole);

#endif
