/* Writing an undo. See change_restore.h. */
#include "domain/change/change_restore.h"

#include <stdlib.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/change/change_keys.h"
#include "statements.h"

/* The statements of an entity. */
struct statements {
    const struct sql *lock, *log, *release, *apply, *remove, *referred;
};

static const struct statements *
statements_of(enum record_entity entity)
{
    static const struct statements company = {
        &SQL_COMPANY_UNDO_LOCK,  &SQL_COMPANY_LOG,    &SQL_COMPANY_UNDO_RELEASE,
        &SQL_COMPANY_UNDO_APPLY, &SQL_COMPANY_REMOVE, &SQL_COMPANY_UNDO_REFERRED};
    static const struct statements contact = {
        &SQL_CONTACT_UNDO_LOCK,  &SQL_CONTACT_LOG,    &SQL_CONTACT_UNDO_RELEASE,
        &SQL_CONTACT_UNDO_APPLY, &SQL_CONTACT_REMOVE, &SQL_CONTACT_UNDO_REFERRED};
    return entity == RECORD_COMPANY ? &company : &contact;
}

bool
change_restore_plan(struct ctx *ctx, struct change_batch *batch, const int64_t *ids, size_t n)
{
    static const struct field state_map[] = {FIELD_I64(struct change_item, record_id),
                                             FIELD_BOOL(struct change_item, deleted),
                                             FIELD_BOOL(struct change_item, duplicate), FIELD_END};
    static const struct field row_map[] = {FIELD_I64(struct change_row, record_id),
                                           FIELD_I64(struct change_row, change_set_id),
                                           FIELD_STR(struct change_row, at),
                                           FIELD_I64(struct change_row, kind),
                                           FIELD_I64(struct change_row, fields),
                                           FIELD_I64(struct change_row, voided),
                                           FIELD_END};
    struct change_row *rows;
    size_t n_rows, at = 0;
    if (!DB_ALL(ctx, statements_of(batch->entity)->lock, DB_ARGS(DB_I64S(ids, n)), state_map,
                &batch->items, &batch->n_items) ||
        !DB_ALL(ctx, &SQL_CHANGE_UNDO_ROWS,
                DB_ARGS(DB_I64(batch->entity), DB_I64S(ids, n),
                        DB_I64(batch->redo_of ? batch->redo_of : batch->set_id),
                        DB_I64(batch->undo_set_id)),
                row_map, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < batch->n_items; i++) {
        struct change_item *item = &batch->items[i];
        while (at < n_rows && rows[at].record_id < item->record_id)
            at++; /* of a record that privacy erased since */
        item->rows = rows + at;
        while (at < n_rows && rows[at].record_id == item->record_id) {
            at++;
            item->n_rows++;
        }
        change_plan_record(item, batch->set_id, batch->redo_of);
    }
    return true;
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

static bool
goes_back(const struct change_item *item)
{
    return item->act == CHANGE_REVIVE || item->act == CHANGE_REVERT;
}

/* Rows to restore from, one a place: a record may stand in several. */
struct steps {
    int64_t *ids, *bits;
    const char **ats;
    size_t n;
};

static struct steps
collect_steps(struct arena *arena, const struct change_batch *batch)
{
    size_t most = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        most += batch->items[i].n_rows;
    struct steps steps = {ARENA_ARRAY(arena, most + 1, int64_t),
                          ARENA_ARRAY(arena, most + 1, int64_t),
                          ARENA_ARRAY(arena, most + 1, const char *), 0};
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        for (size_t j = 0; goes_back(item) && j < item->n_rows; j++) {
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

bool
change_restore_keep_referred(struct ctx *ctx, struct change_batch *batch)
{
    /* a deletion that is done again after all was decided by a person: it does not ask, as it did not
     * the first time */
    size_t n_kept = !batch->redo_of || batch->merges;
    while (n_kept) /* what stays may refer to more */
        if (!keep_some_referred(ctx, batch, &n_kept))
            return false;
    return true;
}

bool
change_restore_values(struct ctx *ctx, const struct change_batch *batch, const struct sql *sql,
                      const struct field *map, size_t size, void **rows, size_t *n)
{
    struct steps steps = collect_steps(ctx->arena, batch);
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

/* Keys go free before others get them back: a unique index looks at every row by itself. What a
 * later batch would have logged of its records is logged now, where it still stands. */
static bool
release_keys(struct ctx *ctx, const struct change_batch *batch,
             const struct change_releases *releases)
{
    const struct statements *sql = statements_of(batch->entity);
    size_t n_names;
    const char *const *names = change_names(ctx->arena, batch->entity, &n_names);
    const char **kinds = ARENA_ARRAY(ctx->arena, releases->n_later + 1, const char *);
    for (size_t i = 0; i < releases->n_later; i++)
        kinds[i] = "u";
    return (!releases->n_later ||
            db_exec(
                ctx, sql->log,
                DB_ARGS(DB_I64(batch->undo_set_id), DB_I64S(releases->later_ids, releases->n_later),
                        DB_I64S(releases->later_bits, releases->n_later),
                        DB_STRS(kinds, releases->n_later), DB_STRS(names, n_names), DB_BOOL(true)),
                NULL)) &&
           (!releases->n || db_exec(ctx, sql->release,
                                    DB_ARGS(DB_I64S(releases->ids, releases->n),
                                            DB_I64S(releases->places, releases->n),
                                            DB_I64S(releases->whole, releases->n)),
                                    NULL));
}

static bool
apply(struct ctx *ctx, const struct change_batch *batch)
{
    struct steps steps = collect_steps(ctx->arena, batch);
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
    struct change_releases releases;
    if (!change_restore_keep_referred(ctx, batch))
        return false;
    bool settled = batch->entity == RECORD_COMPANY ? change_company_settle(ctx, batch, &releases)
                                                   : change_contact_settle(ctx, batch, &releases);
    return settled && write_log(ctx, batch) && remove_created(ctx, batch) &&
           release_keys(ctx, batch, &releases) && apply(ctx, batch) && mark_taken(ctx, batch);
}
