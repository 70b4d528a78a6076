/* Merging. See merge.h. The one that goes is deleted first, so that its keys are free. */
#include "domain/bulk/merge.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/text.h"
#include "domain/change/change.h"
#include "statements.h"

enum { JOINED_MAX = 64 * 1024, WORDS_MOST = 6 };

/* Fields that keep what both say. */
static bool
keeps_both(const struct record_field *field)
{
    return field->type == RECORD_IDS || field->type == RECORD_CUSTOM ||
           !strcmp(field->name, "other_emails") || !strcmp(field->name, "other_phones") ||
           !strcmp(field->name, "notes");
}

static bool
same(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

bool
merge_read(struct ctx *ctx, enum record_entity entity, int64_t stays, int64_t goes,
           struct merge *out)
{
    size_t n;
    *out = (struct merge){0};
    if (stays == goes)
        return err_raise(ctx, ERR_INPUT, "These are the same record.");
    if (!record_get(ctx, entity, stays, &out->stays) || !record_get(ctx, entity, goes, &out->goes))
        return false;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++) {
        const char *left = out->stays.values[i], *right = out->goes.values[i];
        if (keeps_both(&fields[i])) {
            out->joined |= right ? CHANGE_BIT(&fields[i]) : 0;
            continue;
        }
        if (same(left, right))
            continue;
        out->differing |= CHANGE_BIT(&fields[i]);
        if (!left)
            out->proposed |= CHANGE_BIT(&fields[i]);
    }
    return true;
}

/* The next part of a list, blanks around it aside; false at the end. */
static bool
next_part(const char **at, const char *apart, const char **part, size_t *length)
{
    while (*at && **at) {
        *at += strspn(*at, apart);
        *at += strspn(*at, " ");
        *part = *at;
        *at += *length = strcspn(*at, apart);
        while (*length && (*part)[*length - 1] == ' ')
            --*length;
        if (*length)
            return true;
    }
    return false;
}

static bool
holds(const char *text, const char *part, size_t length, const char *apart)
{
    const char *own;
    size_t n;
    for (const char *at = text; next_part(&at, apart, &own, &n);)
        if (n == length && !strncmp(own, part, n))
            return true;
    return false;
}

/* Adds the parts of `more` that are not yet there and are not among `but`. */
static void
join(struct buf *buf, const char *more, const char *but, const char *apart, const char *between)
{
    const char *part;
    size_t n;
    for (const char *at = more; next_part(&at, apart, &part, &n);) {
        if (holds(buf->data, part, n, apart) || holds(but, part, n, apart))
            continue;
        buf_text(buf, buf->length ? between : "");
        buf_add(buf, part, n);
    }
}

static const char *
joined(struct arena *arena, const char *first, const char *second, const char *third,
       const char *fourth, const char *but, const char *apart)
{
    struct buf buf;
    const char *all[] = {first, second, third, fourth};
    buf_init(&buf, arena, JOINED_MAX);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        join(&buf, all[i], but, apart, ", ");
    return buf.length ? buf.data : NULL;
}

/* "{1,2}" and "{2,3}": "{1,2,3}". */
static const char *
joined_ids(struct arena *arena, const char *stays, const char *goes)
{
    struct buf buf;
    buf_init(&buf, arena, JOINED_MAX);
    join(&buf, stays, NULL, "{,}", ",");
    join(&buf, goes, NULL, "{,}", ",");
    return buf.length ? arena_printf(arena, "{%s}", buf.data) : NULL;
}

/* Addresses and numbers that are not the main ones become further ones. */
static void
join_contact(struct arena *arena, const struct merge *merge, const char **values)
{
    const char *const *stays = merge->stays.values, *const *goes = merge->goes.values;
    const char *email = values[CONTACT_EMAIL];
    values[CONTACT_OTHER_EMAILS] =
        joined(arena, stays[CONTACT_OTHER_EMAILS], goes[CONTACT_OTHER_EMAILS], stays[CONTACT_EMAIL],
               goes[CONTACT_EMAIL], email, ",; ");
    const char *main =
        arena_printf(arena, "%s,%s", values[CONTACT_PHONE] ? values[CONTACT_PHONE] : "",
                     values[CONTACT_MOBILE_PHONE] ? values[CONTACT_MOBILE_PHONE] : "");
    const char *others = joined(arena, stays[CONTACT_OTHER_PHONES], goes[CONTACT_OTHER_PHONES],
                                stays[CONTACT_PHONE], goes[CONTACT_PHONE], main, ",;");
    values[CONTACT_OTHER_PHONES] = joined(arena, others, stays[CONTACT_MOBILE_PHONE],
                                          goes[CONTACT_MOBILE_PHONE], NULL, main, ",;");
}

/* The values of the one that stays. */
static bool
result_of(struct ctx *ctx, const struct merge *merge, int64_t take, const char **values)
{
    size_t n;
    enum record_entity entity = merge->stays.entity;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++) {
        const char *stays = merge->stays.values[i], *goes = merge->goes.values[i];
        values[i] = take & CHANGE_BIT(&fields[i]) ? goes : stays;
        if (fields[i].type == RECORD_IDS)
            values[i] = joined_ids(ctx->arena, stays, goes);
        else if (fields[i].type == RECORD_CUSTOM && goes &&
                 !db_str(ctx, &SQL_MERGE_CUSTOM, DB_ARGS(DB_STR(goes), DB_STR(stays)), &values[i]))
            return false;
        else if (!strcmp(fields[i].name, "notes") && stays && goes && strcmp(stays, goes) != 0)
            values[i] = arena_printf(ctx->arena, "%s\n\n%s", stays, goes);
        else if (!strcmp(fields[i].name, "notes"))
            values[i] = stays ? stays : goes;
    }
    if (entity == RECORD_CONTACT)
        join_contact(ctx->arena, merge, values);
    return true;
}

static bool
lock(struct ctx *ctx, enum record_entity entity, int64_t record_id)
{
    int64_t version;
    if (db_i64(ctx, entity == RECORD_COMPANY ? &SQL_COMPANY_LOCK : &SQL_CONTACT_LOCK,
               DB_ARGS(DB_I64(record_id)), &version))
        return true;
    if (ctx->err.kind != ERR_NOT_FOUND)
        return false;
    err_clear(ctx);
    return err_raise(ctx, ERR_CONFLICT, "Somebody deleted one of the two meanwhile.");
}

bool
merge_do(struct ctx *ctx, const struct merge *merge, int64_t take, int64_t *set_id, int64_t *moved)
{
    enum record_entity entity = merge->stays.entity;
    bool company = entity == RECORD_COMPANY;
    int64_t stays = merge->stays.record_id, goes = merge->goes.record_id, checked, changed;
    const char *values[RECORD_MOST_FIELDS] = {0};
    *moved = 0;
    /* in the order of the ids, as everybody locks */
    if (!lock(ctx, entity, stays < goes ? stays : goes) ||
        !lock(ctx, entity, stays < goes ? goes : stays) ||
        !db_i64(ctx, &SQL_MERGE_CHECKED, DB_ARGS(DB_I64(entity), DB_I64(stays)), &checked) ||
        !result_of(ctx, merge, take, values) ||
        !change_set_open(ctx, "merge", merge->goes.label, set_id) ||
        !db_exec(ctx, company ? &SQL_MERGE_REMOVE_COMPANY : &SQL_MERGE_REMOVE_CONTACT,
                 DB_ARGS(DB_I64(*set_id), DB_I64(goes), DB_I64(stays)), NULL))
        return false;
    int64_t bit = CHANGE_BIT(record_field_get(RECORD_CONTACT, "company_id"));
    if (company &&
        !db_i64(ctx, &SQL_MERGE_PEOPLE,
                DB_ARGS(DB_I64(*set_id), DB_I64(goes), DB_I64(stays), DB_I64(bit)), moved))
        return false;
    return record_update(ctx, entity, set_id, stays, merge->stays.version, -1, values, 0,
                         &changed) &&
           db_exec(ctx, company ? &SQL_MERGE_SETTLE_COMPANY : &SQL_MERGE_SETTLE_CONTACT,
                   DB_ARGS(DB_I64(*set_id), DB_I64(stays), DB_I64(goes), DB_I64(checked)), NULL);
}

bool
merge_into(struct ctx *ctx, enum record_entity entity, int64_t record_id, int64_t *into,
           bool *found)
{
    struct row {
        int64_t record_id;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, record_id), FIELD_END};
    if (!db_maybe(ctx, entity == RECORD_COMPANY ? &SQL_MERGE_INTO_COMPANY : &SQL_MERGE_INTO_CONTACT,
                  DB_ARGS(DB_I64(record_id)), map, &row, found))
        return false;
    *into = *found ? row.record_id : 0;
    return true;
}

bool
merge_find(struct ctx *ctx, enum record_entity entity, int64_t record_id, const char *search,
           int64_t limit, struct record_twin **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct record_twin, record_id),
                                       FIELD_STR(struct record_twin, label),
                                       FIELD_STR(struct record_twin, detail), FIELD_END};
    const char *words[WORDS_MOST];
    size_t n_words = 0;
    for (const char *at = text_fold(ctx->arena, search); *at && n_words < WORDS_MOST;) {
        at += strspn(at, " ");
        size_t length = strcspn(at, " ");
        if (length)
            words[n_words++] = arena_strndup(ctx->arena, at, length);
        at += length;
    }
    return DB_ALL(ctx, entity == RECORD_COMPANY ? &SQL_MERGE_FIND_COMPANY : &SQL_MERGE_FIND_CONTACT,
                  DB_ARGS(DB_STRS(words, n_words), DB_I64(record_id), DB_I64(limit)), map, out, n);
}
