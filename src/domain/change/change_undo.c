/* Undo of a change set, batch by batch. See change_undo.h. */
#include "domain/change/change_undo.h"

#include <string.h>

#include "base/db.h"
#include "domain/change/change_kept.h"
#include "domain/change/change_restore.h"
#include "domain/label/label.h"
#include "domain/label/label_sweep.h"
#include "statements.h"

enum { ALL_BATCH = 1000, BATCH_MAX = 10000 };

struct undo_set {
    const char *kind, *source, *undoes_kind;
    int64_t undoes, undone_by;
};

static bool
read_set(struct ctx *ctx, int64_t set_id, struct undo_set *set)
{
    static const struct field map[] = {
        FIELD_STR(struct undo_set, kind),        FIELD_STR(struct undo_set, source),
        FIELD_STR(struct undo_set, undoes_kind), FIELD_I64(struct undo_set, undoes),
        FIELD_I64(struct undo_set, undone_by),   FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_CHANGE_UNDO_SET, DB_ARGS(DB_I64(set_id)), map, set, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND, "There is no such change.");
}

static bool
mark(struct ctx *ctx, int64_t set_id, int64_t undone_by)
{
    return db_exec(ctx, &SQL_CHANGE_UNDO_MARK, DB_ARGS(DB_I64(set_id), DB_ID(undone_by)), NULL);
}

bool
change_undo_start(struct ctx *ctx, int64_t set_id, int64_t *undo_set_id)
{
    struct undo_set set;
    bool busy;
    if (!read_set(ctx, set_id, &set))
        return false;
    if (set.undone_by)
        return err_raise(ctx, ERR_CONFLICT, "This is undone already.");
    if (!strcmp(set.undoes_kind, "undo"))
        return err_raise(ctx, ERR_CONFLICT,
                         "This brought a change back. Undo that change itself instead.");
    if (!label_sweep_busy(ctx, set_id, &busy))
        return false;
    if (busy)
        return err_raise(ctx, ERR_CONFLICT,
                         "This change is still being made. Stop its job, or wait for it.");
    if (!db_i64(ctx, &SQL_CHANGE_SET_OPEN,
                DB_ARGS(DB_STR("undo"), DB_STR(set.source), DB_I64(set_id)), undo_set_id))
        return false;
    /* what a deletion of a tag or field took away, or the undo of an import with its records, comes back
     * before them; see also `finish` */
    if (!label_revive(ctx, set_id))
        return false;
    /* a redo lets the first set stand again, so that it can be undone once more */
    return mark(ctx, set_id, *undo_set_id) && (!set.undoes || mark(ctx, set.undoes, 0));
}

bool
change_undo_total(struct ctx *ctx, int64_t set_id, int64_t *total, int64_t *taken)
{
    struct sums {
        int64_t total, taken;
    } sums;
    static const struct field map[] = {FIELD_I64(struct sums, total), FIELD_I64(struct sums, taken),
                                       FIELD_END};
    if (!db_one(ctx, &SQL_CHANGE_UNDO_TOTAL, DB_ARGS(DB_I64(set_id)), map, &sums))
        return false;
    *total = sums.total;
    *taken = sums.taken;
    return true;
}

/* The next records of the set; moves the mark, to the other entity at the end of one. */
static bool
next_ids(struct ctx *ctx, const struct change_batch *batch, enum record_entity first,
         struct change_mark *after, int64_t limit, enum record_entity *entity, int64_t **ids,
         size_t *n, int64_t *seen)
{
    struct record {
        int64_t record_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct record, record_id), FIELD_END};
    size_t n_rows;
    if (!after->entity)
        after->entity = first;
    *entity = after->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    if (!DB_ALL(ctx, &SQL_CHANGE_UNDO_IDS,
                DB_ARGS(DB_I64(batch->set_id), DB_I64(after->entity),
                        DB_I64(after->record_id ? after->record_id : INT64_MAX), DB_I64(limit),
                        DB_BOOL(batch->redo_of != 0)),
                map, &rows, &n_rows))
        return false;
    *ids = ARENA_ARRAY(ctx->arena, n_rows + 1, int64_t);
    *n = 0;
    for (size_t i = 0; i < n_rows; i++)
        if (!*n || (*ids)[*n - 1] != rows[i].record_id)
            (*ids)[(*n)++] = rows[i].record_id;
    *seen = (int64_t)n_rows;
    if (n_rows)
        after->record_id = rows[n_rows - 1].record_id;
    if ((int64_t)n_rows < limit) {
        after->done = after->entity != (int64_t)first;
        after->entity = first == RECORD_CONTACT ? RECORD_COMPANY : RECORD_CONTACT;
        after->record_id = after->done ? after->record_id : 0;
    }
    return true;
}

static void
count(const struct change_batch *batch, struct change_counts *counts)
{
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        int64_t kept = 0;
        for (size_t r = 0; r < CHANGE_N_REASONS; r++)
            kept |= item->kept[r];
        counts->removed[batch->entity] += item->act == CHANGE_REMOVE;
        counts->restored[batch->entity] += item->act == CHANGE_REVIVE;
        counts->reverted[batch->entity] += item->act == CHANGE_REVERT;
        counts->kept[batch->entity] += kept != 0;
    }
}

/* What the set did beside the fields: told by the kind of the set, or of the one that it undid. */
static const char *
act_of(const struct undo_set *set)
{
    return set->undoes ? set->undoes_kind : set->kind;
}

/* Gives it back: what makes a record nobody's duplicate at the end, when its key is free. */
static bool
restore_beside(struct ctx *ctx, const struct change_batch *batch, const int64_t *ids, size_t n,
               bool last)
{
    const struct sql *sql =
        batch->entity == RECORD_COMPANY ? &SQL_COMPANY_UNDO_BESIDE : &SQL_CONTACT_UNDO_BESIDE;
    if (!db_exec(ctx, sql, DB_ARGS(DB_I64(batch->set_id), DB_I64S(ids, n), DB_BOOL(last)), NULL))
        return false;
    if (!last)
        return true;
    if (batch->merges &&
        !db_exec(ctx, &SQL_CHANGE_UNDO_NOTES,
                 DB_ARGS(DB_I64(batch->set_id), DB_I64(batch->entity), DB_I64S(ids, n)), NULL))
        return false;
    return db_exec(ctx, &SQL_CHANGE_UNDO_BESIDE,
                   DB_ARGS(DB_I64(batch->entity), DB_I64(batch->set_id), DB_I64(batch->undo_set_id),
                           DB_I64S(ids, n)),
                   NULL);
}

/* After the last batch: what a deletion took away goes again when its undo is undone. */
static bool
finish(struct ctx *ctx, const struct undo_set *set, const struct change_mark *after)
{
    return !after->done || !set->undoes || label_forsake(ctx, set->undoes);
}

bool
change_undo_batch(struct ctx *ctx, int64_t set_id, int64_t undo_set_id, struct change_mark *after,
                  int64_t limit, struct change_counts *counts)
{
    struct undo_set set;
    if (!read_set(ctx, set_id, &set))
        return false;
    struct change_batch batch = {
        .set_id = set_id, .undo_set_id = undo_set_id, .redo_of = set.undoes};
    batch.merges = !strcmp(act_of(&set), "merge");
    bool beside = batch.merges || !strcmp(act_of(&set), "bulk") || !strcmp(act_of(&set), "restore");
    /* contacts come back to a company that must be there; otherwise they leave it before it goes */
    enum record_entity first = batch.merges && !set.undoes ? RECORD_COMPANY : RECORD_CONTACT;
    int64_t *ids, seen;
    size_t n;
    if (!next_ids(ctx, &batch, first, after, limit > BATCH_MAX ? BATCH_MAX : limit, &batch.entity,
                  &ids, &n, &seen))
        return false;
    counts->seen += seen;
    if (!n)
        return finish(ctx, &set, after);
    if (!change_restore_plan(ctx, &batch, ids, n) ||
        (beside && !restore_beside(ctx, &batch, ids, n, false)) ||
        !change_restore_batch(ctx, &batch) ||
        (beside && !restore_beside(ctx, &batch, ids, n, true)) || !change_kept_write(ctx, &batch))
        return false;
    count(&batch, counts);
    return finish(ctx, &set, after);
}

bool
change_undo_all(struct ctx *ctx, int64_t set_id, int64_t *undo_set_id, struct change_counts *counts)
{
    struct change_mark after = {0};
    memset(counts, 0, sizeof *counts);
    if (!change_undo_start(ctx, set_id, undo_set_id))
        return false;
    while (!after.done)
        if (!change_undo_batch(ctx, set_id, *undo_set_id, &after, ALL_BATCH, counts))
            return false;
    return true;
}
