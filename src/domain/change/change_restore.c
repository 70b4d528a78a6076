/* Writing an undo. See change_restore.h. */
#include "domain/change/change_restore.h"

#include <stdlib.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "statements.h"

/* The statements of an entity. */
struct statements {
    const struct sql *log, *apply, *remove, *referred;
};

static const struct statements *
statements_of(enum record_entity entity)
{
    static const struct statements company = {&SQL_COMPANY_LOG, &SQL_COMPANY_UNDO_APPLY,
                                              &SQL_COMPANY_REMOVE, &SQL_COMPANY_UNDO_REFERRED};
    static const struct statements contact = {&SQL_CONTACT_LOG, &SQL_CONTACT_UNDO_APPLY,
                                              &SQL_CONTACT_REMOVE, &SQL_CONTACT_UNDO_REFERRED};
    return entity == RECORD_COMPANY ? &company : &contact;
}

static int
compare_item(const void *key, const void *item)
{
    int64_t a = *(const int64_t *)key, b = ((const struct change_item *)item)->record_id;
    return a < b ? -1 : a > b;
}

struct change_item *
change_restore_item(const struct change_batch *batch, int64_t record_id)
{
    struct change_item *item =
        bsearch(&record_id, batch->items, batch->n_items, sizeof *batch->items, compare_item);
    if (!item)
        abort(); /* a statement named a record that it was not asked about */
    return item;
}

/* Rows to restore from, one a place: a record may stand in several. */
struct steps {
    int64_t *ids, *bits;
    const char **ats;
    size_t n;
};

static struct steps
collect_steps(struct arena *arena, const struct change_batch *batch, bool reverts, bool revives)
{
    size_t most = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        most += batch->items[i].n_rows;
    struct steps steps = {ARENA_ARRAY(arena, most + 1, int64_t),
                          ARENA_ARRAY(arena, most + 1, int64_t),
                          ARENA_ARRAY(arena, most + 1, const char *), 0};
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        if (!(reverts && item->act == CHANGE_REVERT) && !(revives && item->act == CHANGE_REVIVE))
            continue;
        for (size_t j = 0; j < item->n_rows; j++) {
            const struct change_row *row = &item->rows[j];
            if (!row->source)
                continue;
            steps.ids[steps.n] = item->record_id;
            steps.ats[steps.n] = row->at;
            steps.bits[steps.n++] = row->source;
        }
    }
    return steps;
}

/* Keeps records that the undo would remove and something live refers to; *n_kept counts them. */
static bool
keep_some_referred(struct ctx *ctx, struct change_batch *batch, size_t *n_kept)
{
    struct referred {
        int64_t record_id, people, duplicates;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct referred, record_id),
                                       FIELD_I64(struct referred, people),
                                       FIELD_I64(struct referred, duplicates), FIELD_END};
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    int64_t *others = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    size_t n = 0, n_others = 0, n_rows = 0;
    *n_kept = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        if (batch->items[i].act == CHANGE_REMOVE)
            ids[n++] = batch->items[i].record_id;
        else if (batch->merges) /* what one part of a merge is to the other goes with it */
            others[n_others++] = batch->items[i].record_id;
    if (n && !DB_ALL(ctx, statements_of(batch->entity)->referred,
                     DB_ARGS(DB_I64S(ids, n), DB_I64S(others, n_others)), map, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < n_rows; i++) {
        struct change_item *item = change_restore_item(batch, rows[i].record_id);
        item->count = rows[i].people ? rows[i].people : rows[i].duplicates;
        change_plan_keep(item, CHANGE_EXISTS,
                         rows[i].people ? CHANGE_KEPT_PEOPLE : CHANGE_KEPT_DUPLICATES);
    }
    *n_kept = n_rows;
    return true;
}

/* What stays may refer to more: until nothing is added. A deletion that is done again after all was
 * decided by a person: it does not ask, as it did not the first time. */
static bool
keep_referred(struct ctx *ctx, struct change_batch *batch)
{
    size_t n_kept = !batch->redo_of || batch->merges;
    while (n_kept)
        if (!keep_some_referred(ctx, batch, &n_kept))
            return false;
    return true;
}

const int64_t *
change_restore_released(struct arena *arena, const struct change_batch *batch,
                        const struct record_field *field, size_t *n)
{
    int64_t *ids = ARENA_ARRAY(arena, batch->n_items + 1, int64_t);
    *n = 0;
    for (size_t i = 0; batch->merges && i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        if (item->act == CHANGE_REMOVE ||
            (item->act == CHANGE_REVERT && (item->bits & CHANGE_BIT(field))))
            ids[(*n)++] = item->record_id;
    }
    return ids;
}

const struct field change_taken_map[] = {FIELD_I64(struct change_taken, record_id),
                                         FIELD_BOOL(struct change_taken, first_taken),
                                         FIELD_BOOL(struct change_taken, second_taken), FIELD_END};

void
change_restore_keep_key(struct change_item *item, const struct record_field *field,
                        enum change_reason reason)
{
    /* a record that would come back without its key would not be the same record */
    change_plan_keep(item, item->act == CHANGE_REVIVE ? CHANGE_EXISTS : CHANGE_BIT(field), reason);
}

bool
change_restore_values(struct ctx *ctx, const struct change_batch *batch, const struct sql *sql,
                      const struct field *map, size_t size, void **rows, size_t *n)
{
    struct steps steps = collect_steps(ctx->arena, batch, true, true);
    size_t n_names;
    const char *const *names = change_names(ctx->arena, batch->entity, &n_names);
    return db_all(ctx, sql,
                  DB_ARGS(DB_I64(batch->set_id), DB_I64S(steps.ids, steps.n),
                          DB_STRS(steps.ats, steps.n), DB_I64S(steps.bits, steps.n),
                          DB_STRS(names, n_names)),
                  map, size, rows, n);
}

/* What the undo is about to change goes into the log first, as it still stands. */
static bool
write_log(struct ctx *ctx, const struct change_batch *batch)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    int64_t *bits = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    const char **kinds = ARENA_ARRAY(ctx->arena, batch->n_items, const char *);
    size_t n = 0, n_names;
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        if (item->act == CHANGE_LEAVE)
            continue;
        ids[n] = item->record_id;
        bits[n] = item->act == CHANGE_REMOVE ? 0 : item->bits;
        kinds[n++] = item->act == CHANGE_REMOVE ? "d" : item->act == CHANGE_REVIVE ? "r" : "u";
    }
    const char *const *names = change_names(ctx->arena, batch->entity, &n_names);
    return !n || db_exec(ctx, statements_of(batch->entity)->log,
                         DB_ARGS(DB_I64(batch->undo_set_id), DB_I64S(ids, n), DB_I64S(bits, n),
                                 DB_STRS(kinds, n), DB_STRS(names, n_names), DB_BOOL(true)),
                         NULL);
}

static bool
apply(struct ctx *ctx, const struct change_batch *batch, bool revives)
{
    struct steps steps = collect_steps(ctx->arena, batch, !revives, revives);
    if (!steps.n)
        return true;
    size_t n_keys = batch->entity == RECORD_COMPANY ? CHANGE_COMPANY_KEYS : CHANGE_MOST_KEYS;
    struct db_arg args[5 + CHANGE_MOST_KEYS];
    size_t n_names;
    const char *const *names = change_names(ctx->arena, batch->entity, &n_names);
    args[0] = DB_I64(batch->set_id);
    args[1] = DB_I64S(steps.ids, steps.n);
    args[2] = DB_STRS(steps.ats, steps.n);
    args[3] = DB_I64S(steps.bits, steps.n);
    args[4] = DB_STRS(names, n_names);
    for (size_t k = 0; k < n_keys; k++) {
        const char **keys = ARENA_ARRAY(ctx->arena, steps.n, const char *);
        for (size_t i = 0; i < steps.n; i++)
            keys[i] = change_restore_item(batch, steps.ids[i])->keys[k];
        args[5 + k] = DB_STRS(keys, steps.n);
    }
    return db_exec(ctx, statements_of(batch->entity)->apply, args, 5 + n_keys, NULL);
}

static bool
remove_created(struct ctx *ctx, const struct change_batch *batch)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    size_t n = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        if (batch->items[i].act == CHANGE_REMOVE)
            ids[n++] = batch->items[i].record_id;
    return !n || db_exec(ctx, statements_of(batch->entity)->remove, DB_ARGS(DB_I64S(ids, n)), NULL);
}

/* The set's rows do not count any more where they were taken back; of a redo, those of the set that
 * was undone count again. */
static bool
mark_taken(struct ctx *ctx, const struct change_batch *batch)
{
    size_t most = 0, n = 0, m = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        most += batch->items[i].n_rows;
    int64_t *ids = ARENA_ARRAY(ctx->arena, most + 1, int64_t);
    int64_t *bits = ARENA_ARRAY(ctx->arena, most + 1, int64_t);
    const char **ats = ARENA_ARRAY(ctx->arena, most + 1, const char *);
    int64_t *again = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    int64_t *again_bits = ARENA_ARRAY(ctx->arena, batch->n_items, int64_t);
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        if (item->act == CHANGE_LEAVE)
            continue;
        again[m] = item->record_id;
        again_bits[m++] = item->act == CHANGE_REVERT ? item->bits : -1;
        for (size_t j = 0; j < item->n_rows; j++) {
            if (!item->rows[j].taken)
                continue;
            ids[n] = item->record_id;
            ats[n] = item->rows[j].at;
            bits[n++] = item->rows[j].taken;
        }
    }
    if (batch->redo_of)
        return !m || db_exec(ctx, &SQL_CHANGE_UNDO_UNVOID,
                             DB_ARGS(DB_I64(batch->entity), DB_I64(batch->redo_of),
                                     DB_I64S(again, m), DB_I64S(again_bits, m)),
                             NULL);
    return !n || db_exec(ctx, &SQL_CHANGE_UNDO_VOID,
                         DB_ARGS(DB_I64(batch->entity), DB_I64(batch->set_id), DB_I64S(ids, n),
                                 DB_STRS(ats, n), DB_I64S(bits, n)),
                         NULL);
}

bool
change_restore_batch(struct ctx *ctx, struct change_batch *batch)
{
    if (!keep_referred(ctx, batch))
        return false;
    bool settled = batch->entity == RECORD_COMPANY ? change_company_settle(ctx, batch)
                                                   : change_contact_settle(ctx, batch);
    /* who gives up a key comes before who gets it */
    return settled && write_log(ctx, batch) && remove_created(ctx, batch) &&
           apply(ctx, batch, false) && apply(ctx, batch, true) && mark_taken(ctx, batch);
}
