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

/* Finds what must stay because the world moved on (someone refers to it, a key is taken, the company
 * is gone), writes the rest and marks it as taken back. */
MUST_CHECK bool change_restore_batch(struct ctx *ctx, struct change_batch *batch);

/* For the halves of the two entities, change_company.c and change_contact.c. */

/* Settles the keys: fields whose key somebody else has by now stay; item->keys get what follows from
 * the rest, in the order of the entity's apply statement. */
MUST_CHECK bool change_company_settle(struct ctx *ctx, struct change_batch *batch);
MUST_CHECK bool change_contact_settle(struct ctx *ctx, struct change_batch *batch);

/* The item of a record of the batch. */
struct change_item *change_restore_item(const struct change_batch *batch, int64_t record_id);

/* Runs a statement that shows the values after the undo: its rows as structs. */
MUST_CHECK bool change_restore_values(struct ctx *ctx, const struct change_batch *batch,
                                      const struct sql *sql, const struct field *map, size_t size,
                                      void **rows, size_t *n);

/* Records of a merge that give up a key in this very batch, so that another one may have it: those that
 * go, and those whose field goes back. */
const int64_t *change_restore_released(struct arena *arena, const struct change_batch *batch,
                                       const struct record_field *field, size_t *n);

/* A key that somebody else has by now: by record. */
struct change_taken {
    int64_t record_id;
    bool first_taken, second_taken;
};
extern const struct field change_taken_map[];

/* The field of a taken key stays as it is; a record that would come back stays deleted. */
void change_restore_keep_key(struct change_item *item, const struct record_field *field,
                             enum change_reason reason);

#endif
