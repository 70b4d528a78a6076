/* Timeline and provenance. See record_history.h. */
#include "domain/record/record_history.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "domain/change/change.h"
#include "statements.h"

enum { CUSTOM_MOST = 64 * 1024 };

struct row {
    int64_t us, id, kind, fields, actor, undone_by, edited_ms;
    const char *set_kind, *source, *who, *field, *before, *after;
    bool later;
};
static const struct field row_map[] = {FIELD_I64(struct row, us),
                                       FIELD_I64(struct row, id),
                                       FIELD_I64(struct row, kind),
                                       FIELD_I64(struct row, fields),
                                       FIELD_I64(struct row, actor),
                                       FIELD_I64(struct row, undone_by),
                                       FIELD_I64(struct row, edited_ms),
                                       FIELD_STR(struct row, set_kind),
                                       FIELD_STR(struct row, source),
                                       FIELD_STR(struct row, who),
                                       FIELD_STR(struct row, field),
                                       FIELD_STR(struct row, before),
                                       FIELD_STR(struct row, after),
                                       FIELD_BOOL(struct row, later),
                                       FIELD_END};

/* Names that stand one a line, in one line. */
static const char *
in_one_line(struct arena *arena, const char *names)
{
    if (!names)
        return NULL;
    size_t lines = 1;
    for (const char *c = names; *c; c++)
        lines += *c == '\n';
    char *out = arena_alloc(arena, strlen(names) + lines + 1), *to = out;
    for (const char *c = names; *c; c++) {
        if (*c == '\n') {
            *to++ = ',';
            *to++ = ' ';
        } else {
            *to++ = *c;
        }
    }
    *to = '\0';
    return out;
}

/* The custom fields as one text. */
static bool
custom_text(struct ctx *ctx, const struct record *record, const char **out)
{
    struct record_custom_fact *custom;
    size_t n;
    struct buf buf;
    if (!record_history_custom(ctx, record, &custom, &n))
        return false;
    buf_init(&buf, ctx->arena, CUSTOM_MOST);
    for (size_t i = 0; i < n; i++)
        buf_printf(&buf, "%s%s: %s", i ? ", " : "", custom[i].label, custom[i].value);
    *out = n ? buf.data : NULL;
    return true;
}

/* The present values as people read them: ids as names. */
static bool
present(struct ctx *ctx, const struct record *record, const char **values)
{
    memcpy(values, record->values, sizeof record->values);
    bool company = record->entity == RECORD_COMPANY;
    values[company ? (int)COMPANY_OWNER_ID : (int)CONTACT_OWNER_ID] = record->owner_name;
    values[company ? (int)COMPANY_TAG_IDS : (int)CONTACT_TAG_IDS] =
        in_one_line(ctx->arena, record->tags);
    values[company ? (int)COMPANY_LIST_IDS : (int)CONTACT_LIST_IDS] =
        in_one_line(ctx->arena, record->lists);
    if (!company)
        values[CONTACT_COMPANY_ID] = record->company_name;
    return custom_text(ctx, record, &values[company ? (int)COMPANY_CUSTOM : (int)CONTACT_CUSTOM]);
}

static int64_t
count_bits(int64_t bits)
{
    int64_t n = 0;
    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

/* `n` rows of one change, or the one of a note, into an event. */
static void
read_event(struct arena *arena, const struct record *record, const struct row *rows, size_t n,
           const char *const *values, struct record_event *event)
{
    size_t n_fields;
    const struct record_field *fields = record_fields(record->entity, &n_fields);
    *event = (struct record_event){.id = rows->id,
                                   .kind = rows->kind,
                                   .at_ms = rows->us / 1000,
                                   .edited_ms = rows->edited_ms,
                                   .actor = rows->actor,
                                   .set_kind = rows->set_kind,
                                   .source = rows->source,
                                   .who = rows->who,
                                   .undone = rows->undone_by != 0,
                                   .facts = count_bits(rows->fields)};
    event->steps = ARENA_ARRAY(arena, n, struct record_step);
    for (size_t i = 0; i < n; i++) {
        const struct record_field *field =
            rows[i].field ? record_field_get(record->entity, rows[i].field) : NULL;
        if (field)
            event->steps[event->n_steps++] = (struct record_step){
                .field = field,
                .before = rows[i].before,
                .after = rows[i].later ? rows[i].after : values[field - fields]};
    }
}

/* "1763731234567890.812": time in microseconds and id of the last event shown. */
static bool
read_cursor(struct ctx *ctx, const char *text, int64_t *us, int64_t *id)
{
    char *end;
    *us = *id = 0;
    if (!*text)
        return true;
    *us = strtoll(text, &end, 10);
    if (*us > 0 && *end == '.' && end[1] >= '0' && end[1] <= '9') {
        *id = strtoll(end + 1, &end, 10);
        if (!*end)
            return true;
    }
    return err_field(ctx, ERR_INPUT, "older", "This is no place in a timeline.");
}

bool
record_history_read(struct ctx *ctx, const struct record *record,
                    const struct record_history_ask *ask, struct record_history *out)
{
    struct row *rows;
    size_t n_rows, n_names;
    int64_t us, id;
    const char *const *names = change_names(ctx->arena, record->entity, &n_names);
    const char *values[RECORD_MOST_FIELDS];
    *out = (struct record_history){0};
    if (!read_cursor(ctx, ask->older, &us, &id) ||
        !DB_ALL(ctx, &SQL_RECORD_HISTORY,
                DB_ARGS(DB_I64(record->entity), DB_I64(record->record_id), DB_STR(ask->show),
                        DB_I64(us), DB_I64(id), DB_I64(ask->limit + 1), DB_STRS(names, n_names)),
                row_map, &rows, &n_rows) ||
        !present(ctx, record, values))
        return false;
    out->events = ARENA_ARRAY(ctx->arena, n_rows + 1, struct record_event);
    for (size_t at = 0; at < n_rows;) {
        size_t n = 1;
        while (at + n < n_rows && rows[at + n].us == rows[at].us &&
               rows[at + n].id == rows[at].id && rows[at + n].kind == rows[at].kind)
            n++;
        if ((int64_t)out->n == ask->limit) {
            out->older =
                arena_printf(ctx->arena, "%" PRId64 ".%" PRId64, rows[at - 1].us, rows[at - 1].id);
            break;
        }
        read_event(ctx->arena, record, rows + at, n, values, &out->events[out->n++]);
        at += n;
    }
    return true;
}

bool
record_history_count(struct ctx *ctx, const struct record *record,
                     struct record_history_numbers *out)
{
    static const struct field map[] = {FIELD_I64(struct record_history_numbers, changes),
                                       FIELD_I64(struct record_history_numbers, notes), FIELD_END};
    return db_one(ctx, &SQL_RECORD_HISTORY_COUNT,
                  DB_ARGS(DB_I64(record->entity), DB_I64(record->record_id)), map, out);
}

bool
record_history_origins(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                       struct record_origin origins[RECORD_MOST_FIELDS])
{
    static const struct field map[] = {
        FIELD_STR(struct record_origin, field),  FIELD_I64(struct record_origin, set_id),
        FIELD_I64(struct record_origin, at_ms),  FIELD_STR(struct record_origin, set_kind),
        FIELD_STR(struct record_origin, source), FIELD_STR(struct record_origin, who),
        FIELD_STR(struct record_origin, before), FIELD_END};
    struct record_origin *rows;
    size_t n_rows, n_names, n_fields;
    const struct record_field *fields = record_fields(entity, &n_fields);
    const char *const *names = change_names(ctx->arena, entity, &n_names);
    memset(origins, 0, RECORD_MOST_FIELDS * sizeof *origins);
    if (!DB_ALL(ctx, &SQL_RECORD_ORIGIN,
                DB_ARGS(DB_I64(entity), DB_I64(record_id), DB_STRS(names, n_names)), map, &rows,
                &n_rows))
        return false;
    for (size_t i = 0; i < n_rows; i++) {
        const struct record_field *field = record_field_get(entity, rows[i].field);
        if (field)
            origins[field - fields] = rows[i];
    }
    return true;
}

bool
record_history_custom(struct ctx *ctx, const struct record *record, struct record_custom_fact **out,
                      size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct record_custom_fact, label),
                                       FIELD_STR(struct record_custom_fact, value), FIELD_END};
    bool company = record->entity == RECORD_COMPANY;
    const char *custom = record->values[company ? (int)COMPANY_CUSTOM : (int)CONTACT_CUSTOM];
    *n = 0;
    if (!custom)
        return true;
    return DB_ALL(ctx, &SQL_RECORD_CUSTOM, DB_ARGS(DB_I64(record->entity), DB_STR(custom)), map,
                  out, n);
}
