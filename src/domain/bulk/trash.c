/* The trash. See trash.h. */
#include "domain/bulk/trash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/account/tenant.h"
#include "domain/change/change.h"
#include "domain/privacy/privacy.h"
#include "statements.h"

enum { WORDS_MOST = 6, ERASE_BATCH = 500, ASKED_DAYS = 2 };

static const char **
words_of(struct arena *arena, const char *search, size_t *n)
{
    const char **words = ARENA_ARRAY(arena, WORDS_MOST, const char *);
    const char *at = text_fold(arena, search);
    *n = 0;
    while (*n < WORDS_MOST) {
        at += strspn(at, " ");
        size_t length = strcspn(at, " ");
        if (!length)
            break;
        words[(*n)++] = arena_strndup(arena, at, length);
        at += length;
    }
    return words;
}

bool
trash_list(struct ctx *ctx, enum record_entity entity, const char *search, int64_t set_id,
           const struct trash_mark *after, int64_t limit, struct trash_row **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct trash_row, record_id),
                                       FIELD_STR(struct trash_row, label),
                                       FIELD_STR(struct trash_row, detail),
                                       FIELD_I64(struct trash_row, deleted_us),
                                       FIELD_I64(struct trash_row, change_set_id),
                                       FIELD_STR(struct trash_row, kind),
                                       FIELD_STR(struct trash_row, source),
                                       FIELD_STR(struct trash_row, who),
                                       FIELD_I64(struct trash_row, holder_id),
                                       FIELD_STR(struct trash_row, holder),
                                       FIELD_END};
    static const struct trash_mark newest = {INT64_MAX / 1000, INT64_MAX};
    size_t n_words;
    const char **words = words_of(ctx->arena, search, &n_words);
    if (!after->record_id)
        after = &newest;
    return DB_ALL(ctx, entity == RECORD_COMPANY ? &SQL_TRASH_LIST_COMPANY : &SQL_TRASH_LIST_CONTACT,
                  DB_ARGS(DB_STRS(words, n_words), DB_I64(set_id), DB_I64(after->deleted_us),
                          DB_I64(after->record_id), DB_I64(limit)),
                  map, out, n);
}

bool
trash_count(struct ctx *ctx, enum record_entity entity, int64_t *n)
{
    return db_i64(ctx,
                  entity == RECORD_COMPANY ? &SQL_TRASH_COUNT_COMPANY : &SQL_TRASH_COUNT_CONTACT,
                  DB_NO_ARGS, n);
}

bool
trash_restore(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n, bool beside,
              int64_t *set_id, int64_t *restored, int64_t *kept)
{
    struct counts {
        int64_t restored, kept;
    } counts;
    static const struct field map[] = {FIELD_I64(struct counts, restored),
                                       FIELD_I64(struct counts, kept), FIELD_END};
    const struct sql *sql =
        entity == RECORD_COMPANY ? &SQL_TRASH_RESTORE_COMPANY : &SQL_TRASH_RESTORE_CONTACT;
    if (!change_set_open(ctx, "restore", "Trash", set_id) ||
        !db_one(ctx, sql, DB_ARGS(DB_I64(*set_id), DB_I64S(ids, n), DB_BOOL(beside)), map, &counts))
        return false;
    *restored = counts.restored;
    *kept = counts.kept;
    if (counts.restored)
        return true;
    int64_t none = *set_id;
    *set_id = 0;
    return db_exec(ctx, &SQL_TRASH_NO_SET, DB_ARGS(DB_I64(none)), NULL);
}

/* What is due of one entity, a few hundred to a transaction. */
static bool
erase_due(struct ctx *ctx, struct task_run *run, enum record_entity entity, int64_t *total)
{
    struct row {
        int64_t record_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, record_id), FIELD_END};
    const struct sql *due =
        entity == RECORD_COMPANY ? &SQL_TRASH_DUE_COMPANY : &SQL_TRASH_DUE_CONTACT;
    for (;;) {
        size_t n;
        int64_t erased = 0;
        if (!db_begin(ctx, false) || !tenant_enter(ctx, run->tenant_id) ||
            !DB_ALL(ctx, due, DB_ARGS(DB_I64(TRASH_DAYS), DB_I64(ERASE_BATCH)), map, &rows, &n))
            return false;
        int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
        for (size_t i = 0; i < n; i++)
            ids[i] = rows[i].record_id;
        if ((n && !privacy_erase(ctx, entity, ids, n, &erased)) || !db_commit(ctx))
            return false;
        *total += erased;
        arena_reset(ctx->arena);
        if (n < ERASE_BATCH)
            return true;
    }
}

bool
trash_task(struct ctx *ctx, struct task_run *run)
{
    int64_t total = 0;
    if (!erase_due(ctx, run, RECORD_CONTACT, &total) ||
        !erase_due(ctx, run, RECORD_COMPANY, &total) || !db_begin(ctx, false) ||
        !tenant_enter(ctx, run->tenant_id) ||
        !db_exec(ctx, &SQL_BULK_FORGET, DB_ARGS(DB_I64(ASKED_DAYS)), NULL) || !privacy_sweep(ctx) ||
        !db_commit(ctx))
        return false;
    snprintf(run->message, sizeof run->message, "%" PRId64 " records", total);
    return true;
}
