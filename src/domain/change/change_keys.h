/* Undo, the keys that only one record may have: e-mail addresses, LinkedIn profiles, domains. A key
 * that a record of the same undo has, and gives up in this batch or a later one, is not taken: it is
 * released first. Called by change_company.c and change_contact.c; writes nothing. */
#ifndef LEADGEN_DOMAIN_CHANGE_KEYS_H
#define LEADGEN_DOMAIN_CHANGE_KEYS_H

#include "domain/change/change_restore.h"

/* Keys to free before the batch is written: n records with the place of the key in item->unique and
 * whether its field goes too, as it does for records of later batches; a record may stand twice.
 * later_*: what to log of those. */
struct change_releases {
    int64_t *ids, *places, *whole, *later_ids, *later_bits;
    size_t n, n_later;
};

/* Takes the fields out of the plan whose key somebody has who does not give it up: of a record that
 * would come back, the record. item->unique of the batch must stand. */
MUST_CHECK bool change_keys_settle(struct ctx *ctx, struct change_batch *batch,
                                   struct change_releases *releases);

#endif
