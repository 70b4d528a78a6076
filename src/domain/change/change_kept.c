/* What an undo left, and why. See change_kept.h. */
#include "domain/change/change_kept.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "domain/change/change.h"
#include "statements.h"

enum { FIELDS_MAX = 2000 };

/* By enum change_reason. */
static const struct {
    const char *code, *words;
} reasons[CHANGE_N_REASONS] = {
    {"changed",    "Somebody changed it later"                               },
    {"deleted",    "The record was deleted later"                            },
    {"people",     "Contacts that stay work there"                           },
    {"duplicates", "A duplicate that was kept on purpose points at it"       },
    {"domain",     "Another company has this domain by now"                  },
    {"email",      "Another contact has this e-mail address by now"          },
    {"linkedin",   "Another contact has this LinkedIn profile by now"        },
    {"company",    "The company it belonged to before was deleted in between"},
};

bool
change_kept_write(struct ctx *ctx, const struct change_batch *batch)
{
    size_t most = batch->n_items * CHANGE_N_REASONS, n = 0;
    int64_t *ids = ARENA_ARRAY(ctx->arena, most, int64_t);
    int64_t *fields = ARENA_ARRAY(ctx->arena, most, int64_t);
    const char **codes = ARENA_ARRAY(ctx->arena, most, const char *);
    const char **details = ARENA_ARRAY(ctx->arena, most, const char *);
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        for (size_t r = 0; r < CHANGE_N_REASONS; r++) {
            if (!item->kept[r])
                continue;
            ids[n] = item->record_id;
            fields[n] = item->kept[r] & CHANGE_EXISTS ? 0 : item->kept[r];
            details[n] = item->count ? arena_printf(ctx->arena, "%" PRId64, item->count) : NULL;
            codes[n++] = reasons[r].code;
        }
    }
    return !n || db_exec(ctx, &SQL_CHANGE_UNDO_KEEP,
                         DB_ARGS(DB_I64(batch->undo_set_id), DB_I64(batch->entity), DB_I64S(ids, n),
                                 DB_I64S(fields, n), DB_STRS(codes, n), DB_STRS(details, n)),
                         NULL);
}

static const char *
words_of(const char *code)
{
    for (size_t r = 0; r < CHANGE_N_REASONS; r++)
        if (!strcmp(reasons[r].code, code))
            return reasons[r].words;
    return code;
}

static const char *
labels_of(struct arena *arena, enum record_entity entity, int64_t bits)
{
    if (!bits)
        return "The record";
    struct buf buf;
    buf_init(&buf, arena, FIELDS_MAX);
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (bits & CHANGE_BIT(&fields[i]))
            buf_printf(&buf, buf.length ? ", %s" : "%s", fields[i].label);
    return buf.data;
}

bool
change_kept_list(struct ctx *ctx, int64_t undo_set_id, int64_t limit, struct change_kept **out,
                 size_t *n, int64_t *total)
{
    struct row {
        int64_t entity, record_id, fields, total;
        const char *label, *reason;
        bool deleted;
    } * rows;
    static const struct field map[] = {
        FIELD_I64(struct row, entity),   FIELD_I64(struct row, record_id),
        FIELD_I64(struct row, fields),   FIELD_I64(struct row, total),
        FIELD_STR(struct row, label),    FIELD_STR(struct row, reason),
        FIELD_BOOL(struct row, deleted), FIELD_END};
    if (!DB_ALL(ctx, &SQL_CHANGE_KEPT_LIST, DB_ARGS(DB_I64(undo_set_id), DB_I64(limit)), map, &rows,
                n))
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n, struct change_kept);
    *total = *n ? rows[0].total : 0;
    for (size_t i = 0; i < *n; i++) {
        enum record_entity entity =
            rows[i].entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
        (*out)[i] = (struct change_kept){.entity = rows[i].entity,
                                         .record_id = rows[i].record_id,
                                         .label = rows[i].label,
                                         .fields = labels_of(ctx->arena, entity, rows[i].fields),
                                         .reason = words_of(rows[i].reason),
                                         .deleted = rows[i].deleted};
    }
    return true;
}
