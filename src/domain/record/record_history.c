/* Timeline and provenance. See record_history.h. */
#include "domain/record/record_history.h"

#include <string.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "statements.h"

struct row {
    int64_t change_set_id, kind, fields, voided, at_ms, undone_by;
    const char *set_kind, *source, *who, *field, *before;
};
static const struct field row_map[] = {
    FIELD_I64(struct row, change_set_id), FIELD_I64(struct row, kind),
    FIELD_I64(struct row, fields),        FIELD_I64(struct row, voided),
    FIELD_I64(struct row, at_ms),         FIELD_I64(struct row, undone_by),
    FIELD_STR(struct row, set_kind),      FIELD_STR(struct row, source),
    FIELD_STR(struct row, who),           FIELD_STR(struct row, field),
    FIELD_STR(struct row, before),        FIELD_END};

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

/* The present values as people read them: ids as names. */
static void
present(struct arena *arena, const struct record *record, const char **values)
{
    memcpy(values, record->values, sizeof record->values);
    bool company = record->entity == RECORD_COMPANY;
    values[company ? (int)COMPANY_OWNER_ID : (int)CONTACT_OWNER_ID] = record->owner_name;
    values[company ? (int)COMPANY_TAG_IDS : (int)CONTACT_TAG_IDS] =
        in_one_line(arena, record->tags);
    values[company ? (int)COMPANY_LIST_IDS : (int)CONTACT_LIST_IDS] =
        in_one_line(arena, record->lists);
    if (!company)
        values[CONTACT_COMPANY_ID] = record->company_name;
}

static const char *
before_of(const struct row *rows, size_t n, const char *field)
{
    for (size_t i = 0; i < n; i++)
        if (rows[i].field && !strcmp(rows[i].field, field))
            return rows[i].before;
    return NULL;
}

/* One change of `n` rows into an event; `values` are those after it and become those before it. */
static void
read_event(struct arena *arena, const struct record *record, const struct row *rows, size_t n,
           const char **values, struct record_event *event, struct record_origin *origins)
{
    size_t n_fields;
    const struct record_field *fields = record_fields(record->entity, &n_fields);
    *event = (struct record_event){.set_id = rows->change_set_id,
                                   .at_ms = rows->at_ms,
                                   .kind = rows->kind,
                                   .set_kind = rows->set_kind,
                                   .source = rows->source,
                                   .who = rows->who,
                                   .undone = rows->undone_by != 0};
    event->steps = ARENA_ARRAY(arena, n_fields, struct record_step);
    for (size_t i = 0; i < n_fields; i++) {
        int64_t bit = CHANGE_BIT(&fields[i]);
        if (!(rows->fields & bit))
            continue;
        const char *before = before_of(rows, n, fields[i].name);
        event->steps[event->n_steps++] =
            (struct record_step){.field = &fields[i], .before = before, .after = values[i]};
        values[i] = before;
        if (!origins[i].event && !(rows->voided & bit))
            origins[i] = (struct record_origin){.event = event, .before = before};
    }
}

bool
record_history_read(struct ctx *ctx, const struct record *record, struct record_history *out)
{
    struct row *rows;
    size_t n_rows;
    *out = (struct record_history){0};
    if (!DB_ALL(
            ctx, &SQL_RECORD_HISTORY,
            DB_ARGS(DB_I64(record->entity), DB_I64(record->record_id), DB_I64(RECORD_HISTORY_MOST)),
            row_map, &rows, &n_rows))
        return false;
    const char *values[RECORD_MOST_FIELDS];
    present(ctx->arena, record, values);
    out->events = ARENA_ARRAY(ctx->arena, n_rows + 1, struct record_event);
    for (size_t at = 0; at < n_rows;) {
        size_t n = 1;
        while (at + n < n_rows && rows[at + n].change_set_id == rows[at].change_set_id &&
               rows[at + n].at_ms == rows[at].at_ms && rows[at + n].kind == rows[at].kind)
            n++;
        read_event(ctx->arena, record, rows + at, n, values, &out->events[out->n++], out->origins);
        at += n;
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
