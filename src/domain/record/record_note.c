/* Notes. See record_note.h. */
#include "domain/record/record_note.h"

#include "base/db.h"
#include "domain/record/record_value.h"
#include "statements.h"

/* Cleaned as the field of the same kind is. */
static bool
clean(struct ctx *ctx, const char *body, const char **out)
{
    const struct record_field *field = record_field_get(RECORD_CONTACT, "notes");
    if (!record_value_normalise(ctx, field, body, NULL, out)) {
        const char *message = arena_strdup(ctx->arena, ctx->err.message);
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "body", "%s", message);
    }
    return *out || err_field(ctx, ERR_INPUT, "body", "Write something first.");
}

bool
record_note_add(struct ctx *ctx, enum record_entity entity, int64_t record_id, const char *body,
                int64_t *note_id)
{
    const char *text;
    if (!clean(ctx, body, &text))
        return false;
    return db_i64(ctx, &SQL_RECORD_NOTE_ADD,
                  DB_ARGS(DB_I64(entity), DB_I64(record_id), DB_STR(text)), note_id);
}

bool
record_note_get(struct ctx *ctx, enum record_entity entity, int64_t record_id, int64_t note_id,
                struct record_note *out)
{
    static const struct field map[] = {FIELD_I64(struct record_note, note_id),
                                       FIELD_I64(struct record_note, author),
                                       FIELD_STR(struct record_note, body), FIELD_END};
    return db_one(ctx, &SQL_RECORD_NOTE_GET,
                  DB_ARGS(DB_I64(entity), DB_I64(record_id), DB_I64(note_id)), map, out);
}

bool
record_note_edit(struct ctx *ctx, int64_t note_id, const char *body)
{
    const char *text;
    int64_t n;
    if (!clean(ctx, body, &text) ||
        !db_exec(ctx, &SQL_RECORD_NOTE_EDIT, DB_ARGS(DB_I64(note_id), DB_STR(text)), &n))
        return false;
    return n || err_raise(ctx, ERR_DENIED, "Only its author edits a note.");
}

bool
record_note_delete(struct ctx *ctx, int64_t note_id, bool any)
{
    int64_t n;
    if (!db_exec(ctx, &SQL_RECORD_NOTE_DELETE, DB_ARGS(DB_I64(note_id), DB_BOOL(any)), &n))
        return false;
    return n || err_raise(ctx, ERR_DENIED, "Only its author or an admin deletes a note.");
}
