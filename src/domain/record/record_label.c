/* Tags, lists and custom fields of a record. See record_label.h. */
#include "domain/record/record_label.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/change/change.h"
#include "domain/label/custom_value.h"
#include "statements.h"

enum { IDS_MOST = 64 * 1024, TRIES = 3 };

static size_t
place_of(enum record_entity entity, enum label_kind kind)
{
    if (entity == RECORD_COMPANY)
        return kind == LABEL_TAG ? COMPANY_TAG_IDS : COMPANY_LIST_IDS;
    return kind == LABEL_TAG ? CONTACT_TAG_IDS : CONTACT_LIST_IDS;
}

static size_t
custom_place(enum record_entity entity)
{
    return entity == RECORD_COMPANY ? COMPANY_CUSTOM : CONTACT_CUSTOM;
}

bool
record_label_read(struct ctx *ctx, const struct record *record, struct record_label **out,
                  size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct record_label, kind), FIELD_I64(struct record_label, id),
        FIELD_STR(struct record_label, name), FIELD_STR(struct record_label, colour), FIELD_END};
    const char *tags = record->values[place_of(record->entity, LABEL_TAG)];
    const char *lists = record->values[place_of(record->entity, LABEL_LIST)];
    *n = 0;
    if (!tags && !lists)
        return true;
    return DB_ALL(ctx, &SQL_RECORD_LABELS, DB_ARGS(DB_STR(tags), DB_STR(lists)), map, out, n);
}

/* The ids as PostgreSQL writes them, without one, with another; *changed when that differs. NULL for
 * none. */
static const char *
edit_ids(struct arena *arena, const char *ids, int64_t remove, int64_t add, bool *changed)
{
    struct buf buf;
    bool there = false;
    buf_init(&buf, arena, IDS_MOST);
    *changed = false;
    for (const char *at = ids ? ids : ""; *at == '{' || *at == ',';) {
        char *end;
        int64_t id = strtoll(at + 1, &end, 10);
        at = end;
        there = there || id == add;
        if (id == remove)
            *changed = true;
        else
            buf_printf(&buf, "%c%" PRId64, *buf.data ? ',' : '{', id);
    }
    if (add && !there) {
        buf_printf(&buf, "%c%" PRId64, *buf.data ? ',' : '{', add);
        *changed = true;
    }
    if (!*buf.data)
        return NULL;
    buf_char(&buf, '}');
    return buf.data;
}

/* Somebody who changes the record at the same moment is no conflict here: what is there is read
 * again. */
static bool
change_ids(struct ctx *ctx, enum record_entity entity, int64_t record_id, enum label_kind kind,
           int64_t remove, int64_t add, int64_t *set_id)
{
    size_t n, place = place_of(entity, kind);
    int64_t bit = CHANGE_BIT(&record_fields(entity, &n)[place]);
    for (int i = 0; i < TRIES; i++) {
        struct record record;
        bool changes;
        int64_t changed;
        const char *values[RECORD_MOST_FIELDS] = {0};
        if (!record_get(ctx, entity, record_id, &record))
            return false;
        values[place] = edit_ids(ctx->arena, record.values[place], remove, add, &changes);
        if (!changes ||
            record_update(ctx, entity, set_id, record_id, record.version, bit, values, 0, &changed))
            return true;
        if (ctx->err.kind != ERR_CONFLICT || *ctx->err.field || i + 1 == TRIES)
            return false;
        err_clear(ctx);
    }
    return true;
}

/* New tags take the colours in turn, so that they can be told apart. */
static const char *
next_colour(size_t n)
{
    size_t n_colours = 0;
    while (label_colours[n_colours].name)
        n_colours++;
    return label_colours[n % n_colours].name;
}

static bool
label_named(struct ctx *ctx, enum label_kind kind, const char *name, const char *field, int64_t *id)
{
    struct label *all;
    size_t n;
    const char *key = text_fold(ctx->arena, name);
    if (!label_all(ctx, kind, &all, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(text_fold(ctx->arena, all[i].name), key)) {
            *id = all[i].id;
            return label_hold(ctx, kind, id, 1);
        }
    if (label_add(ctx, kind, name, kind == LABEL_TAG ? next_colour(n) : NULL, id))
        return true;
    if (ctx->err.kind != ERR_INPUT)
        return false;
    const char *message = arena_strdup(ctx->arena, ctx->err.message);
    err_clear(ctx);
    return err_field(ctx, ERR_INPUT, field, "%s", message);
}

bool
record_label_add(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                 enum label_kind kind, const char *name, int64_t *set_id)
{
    int64_t id = 0;
    *set_id = 0;
    return label_named(ctx, kind, name, "add", &id) &&
           change_ids(ctx, entity, record_id, kind, 0, id, set_id);
}

bool
record_label_ids(struct ctx *ctx, enum label_kind kind, const char *const *names, size_t n,
                 const char *now, const char **ids)
{
    int64_t *wanted = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    bool changed;
    *ids = now;
    for (size_t i = 0; i < n; i++)
        if (!label_named(ctx, kind, names[i], label_nouns(kind), &wanted[i]))
            return false;
    for (const char *at = now ? now : ""; *at == '{' || *at == ',';) {
        char *end;
        int64_t id = strtoll(at + 1, &end, 10);
        bool stays = false;
        at = end;
        for (size_t i = 0; i < n; i++)
            stays = stays || wanted[i] == id;
        if (!stays)
            *ids = edit_ids(ctx->arena, *ids, id, 0, &changed);
    }
    for (size_t i = 0; i < n; i++) {
        const char *more = edit_ids(ctx->arena, *ids, 0, wanted[i], &changed);
        *ids = changed ? more : *ids;
    }
    return true;
}

bool
record_label_remove(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                    enum label_kind kind, int64_t id, int64_t *set_id)
{
    *set_id = 0;
    return change_ids(ctx, entity, record_id, kind, id, 0, set_id);
}

static bool
read_values(struct ctx *ctx, const struct record *record, struct jsn **out)
{
    const char *text = record->values[custom_place(record->entity)];
    *out = jsn_object(ctx->arena);
    return !text || jsn_read(ctx, ctx->arena, text, strlen(text), out);
}

static bool
add_origins(struct ctx *ctx, const struct record *record, struct record_custom_value *values,
            size_t n)
{
    static const struct field map[] = {
        FIELD_STR(struct record_origin, field),  FIELD_I64(struct record_origin, set_id),
        FIELD_I64(struct record_origin, at_ms),  FIELD_STR(struct record_origin, set_kind),
        FIELD_STR(struct record_origin, source), FIELD_STR(struct record_origin, who),
        FIELD_STR(struct record_origin, before), FIELD_END};
    struct record_origin *origins;
    size_t n_origins, n_fields, place = custom_place(record->entity);
    const struct record_field *fields = record_fields(record->entity, &n_fields);
    if (!record->values[place])
        return true;
    if (!DB_ALL(ctx, &SQL_RECORD_CUSTOM_ORIGIN,
                DB_ARGS(DB_I64(record->entity), DB_I64(record->record_id),
                        DB_STR(record->values[place]), DB_I64(CHANGE_BIT(&fields[place]))),
                map, &origins, &n_origins))
        return false;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n_origins; j++)
            if (!strcmp(values[i].field->key, origins[j].field))
                values[i].origin = origins[j];
    return true;
}

bool
record_label_custom(struct ctx *ctx, const struct record *record, struct record_custom_value **out,
                    size_t *n)
{
    struct custom_field *fields;
    struct jsn *values;
    if (!custom_field_all(ctx, record->entity, false, &fields, n) ||
        !read_values(ctx, record, &values))
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n + 1, struct record_custom_value);
    for (size_t i = 0; i < *n; i++) {
        const char *value = jsn_as_text(jsn_get(values, fields[i].key), NULL);
        (*out)[i] = (struct record_custom_value){
            .field = &fields[i],
            .value = value,
            .shown = value ? custom_value_shown(ctx->arena, &fields[i], value) : NULL};
    }
    return add_origins(ctx, record, *out, *n);
}

/* The values with one of them replaced, or NULL when none is left. */
static const char *
replace(struct arena *arena, const struct jsn *values, const char *key, const char *value)
{
    struct jsn *out = jsn_object(arena), *member;
    const void *at = NULL;
    const char *name;
    bool any = value != NULL;
    while (jsn_member(values, &at, &name, &member))
        if (strcmp(name, key) != 0) {
            jsn_set_text(out, name, jsn_as_text(member, NULL));
            any = true;
        }
    if (value)
        jsn_set_text(out, key, value);
    return any ? jsn_write(arena, out) : NULL;
}

bool
record_label_custom_write(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                          const char *key, const char *text, int64_t version, int64_t *set_id)
{
    struct record record;
    struct custom_field *fields;
    struct jsn *values;
    size_t n, n_fields, place = custom_place(entity);
    int64_t changed;
    *set_id = 0;
    if (!record_get(ctx, entity, record_id, &record) ||
        !custom_field_all(ctx, entity, false, &fields, &n) || !read_values(ctx, &record, &values))
        return false;
    const struct custom_field *field = custom_field_named(fields, n, entity, key);
    if (!field)
        return err_raise(ctx, ERR_NOT_FOUND, "no such field");
    const char *value, *now = jsn_as_text(jsn_get(values, key), NULL);
    if (!custom_value_normalise(ctx, field, CUSTOM_TYPED, text, &value)) {
        const char *message = arena_strdup(ctx->arena, ctx->err.message);
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "value", "%s", message);
    }
    if (value == now || (value && now && !strcmp(value, now)))
        return true;
    const char *facts[RECORD_MOST_FIELDS] = {0};
    facts[place] = replace(ctx->arena, values, key, value);
    return record_update(ctx, entity, set_id, record_id, version ? version : record.version,
                         CHANGE_BIT(&record_fields(entity, &n_fields)[place]), facts, 0, &changed);
}
