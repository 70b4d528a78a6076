/* Undo, the writing: gives the planned fields back, keeps the keys right, notes it in the log. Called
 * by change_undo.c only, with the records locked. */
#ifndef LEADGEN_DOMAIN_CHANGE_RESTORE_H
#define LEADGEN_DOMAIN_CHANGE_RESTORE_H

#include "base/db.h"
#include "base/err.h"
#include "domain/change/change_plan.h"
#include "domain/record/record_field.h"

struct change_batch {
    enum record_entity entity;
    int64_t set_id, undo_set_id;
    int64_t redo_of;           /* the set that set_id undid, or 0 */
    bool merges;               /* a merge: one of its records takes the keys of the other */
    struct change_item *items; /* by record_id, ascending */
    size_t n_items;
};

/* Locks records and plans them: batch->items. Records that are gone for good have none. */
MUST_CHECK bool change_restore_plan(struct ctx *ctx, struct change_batch *batch, const int64_t *ids,
                                    size_t n);

/* Finds what must stay because the world moved on (someone refers to it, a key is taken, the company
 * is gone), writes the rest and marks it as taken back. */
MUST_CHECK bool change_restore_batch(struct ctx *ctx, struct change_batch *batch);

/* For the halves of the two entities, change_company.c and change_contact.c. */

/* Fills in item->unique of records that are not of this batch's own turn. */
MUST_CHECK bool change_company_unique(struct ctx *ctx, const struct change_batch *batch);
MUST_CHECK bool change_contact_unique(struct ctx *ctx, const struct change_batch *batch);

/* Settles the keys: fields whose key somebody else has by now stay; item->keys get what follows from
 * the rest, in the order of the entity's apply statement. *releases: see change_keys.h. */
struct change_releases;
MUST_CHECK bool change_company_settle(struct ctx *ctx, struct change_batch *batch,
                                      struct change_releases *releases);
MUST_CHECK bool change_contact_settle(struct ctx *ctx, struct change_batch *batch,
                                      struct change_releases *releases);

/* Keeps records that the undo would remove and something live refers to. */
MUST_CHECK bool change_restore_keep_referred(struct ctx *ctx, struct change_batch *batch);

/* The item of a record of the batch. */
struct change_item *change_restore_item(const struct change_batch *batch, int64_t record_id);

/* Runs a statement that shows the values after the undo: its rows as structs. */
MUST_CHECK bool change_restore_values(struct ctx *ctx, const struct change_batch *batch,
                                      const struct sql *sql, const struct field *map, size_t size,
                                      void **rows, size_t *n);

#endif
