/* Undo of a change set: an import, an edit, a deletion, a bulk action, or an undo itself (redo).
 * Field by field where the set is still the newest change; what stays is noted with the reason in
 * change_kept. Suppressions are never undone: they stand in no change set. Called by pages for small
 * sets and by a job, batch by batch, for large ones. */
#ifndef LEADGEN_DOMAIN_CHANGE_UNDO_H
#define LEADGEN_DOMAIN_CHANGE_UNDO_H

#include "base/err.h"
#include "domain/record/record_field.h"

/* How far an undo is; zeroed at the start, kept by the caller between batches. */
struct change_mark {
    int64_t entity, record_id;
    bool done;
};

/* What an undo did, in records, by entity (places RECORD_COMPANY and RECORD_CONTACT). */
struct change_counts {
    int64_t seen;        /* change rows looked at: against change_undo_total for progress */
    int64_t removed[3];  /* created by the set, gone now */
    int64_t restored[3]; /* deleted by the set, back now */
    int64_t reverted[3]; /* some or all of its fields have their old values */
    int64_t kept[3];     /* something of it stays, see change_kept */
};

/* Opens the undo's own set and marks `set_id` as undone by it. NOT_FOUND; CONFLICT when it is undone
 * already or is itself the undo of an undo. An import that still runs is the caller's to refuse. */
MUST_CHECK bool change_undo_start(struct ctx *ctx, int64_t set_id, int64_t *undo_set_id);

/* Change rows of the set: the measure of progress. *taken: those of them that are taken back whole, which a
 * batch passes over. */
MUST_CHECK bool change_undo_total(struct ctx *ctx, int64_t set_id, int64_t *total, int64_t *taken);

/* Takes back up to `limit` records (at most 10,000), contacts before companies (of a
 * merge the other way round); after->done when no
 * more are left. Adds to *counts. Runs in the caller's transaction, one a batch; a batch that is run
 * again finds nothing to do. CONFLICT: somebody took a key in this moment; run the batch again. */
MUST_CHECK bool change_undo_batch(struct ctx *ctx, int64_t set_id, int64_t undo_set_id,
                                  struct change_mark *after, int64_t limit,
                                  struct change_counts *counts);

/* All of it in the present transaction: for acts of one person on one record. */
MUST_CHECK bool change_undo_all(struct ctx *ctx, int64_t set_id, int64_t *undo_set_id,
                                struct change_counts *counts);

/* The same as a job, kind "change_undo": for sets of any size. CONFLICT and NOT_FOUND as
 * change_undo_start. */
MUST_CHECK bool change_undo_enqueue(struct ctx *ctx, int64_t set_id, int64_t *undo_set_id);

/* That job; its subject is the undo's own set. */
struct job;
bool change_undo_job(struct ctx *ctx, struct job *job);

#endif
