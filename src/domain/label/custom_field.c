/* Custom fields and their definitions. See custom_field.h. */
#include "domain/label/custom_field.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/label/custom_retype.h"
#include "domain/label/label_sweep.h"
#include "domain/mapping/mapping_plan.h"
#include "domain/change/change.h"
#include "statements.h"

const struct custom_type_info custom_types[] = {
    {"text",   "Text",        "Anything, up to 2,000 characters."        },
    {"number", "Number",      "1200 or 12.5: can be compared and sorted."},
    {"date",   "Date",        "A day, such as 2026-11-19."               },
    {"choice", "Choice",      "One of the options that you list."        },
    {"url",    "Web address", "A link, such as https://example.com."     },
    {"yesno",  "Yes or no",   "Nothing between."                         },
    {NULL,     NULL,          NULL                                       },
};

enum custom_type
custom_type_of(const char *name)
{
    for (int i = 0; custom_types[i].name; i++)
        if (name && !strcmp(custom_types[i].name, name))
            return (enum custom_type)i;
    return CUSTOM_TEXT;
}

struct row {
    int64_t id, entity;
    const char *key, *label, *type, *options_text;
    bool archived;
};
static const struct field row_map[] = {
    FIELD_I64(struct row, id),        FIELD_I64(struct row, entity),
    FIELD_STR(struct row, key),       FIELD_STR(struct row, label),
    FIELD_STR(struct row, type),      FIELD_STR(struct row, options_text),
    FIELD_BOOL(struct row, archived), FIELD_END};

static bool
read_row(struct ctx *ctx, const struct row *row, struct custom_field *out)
{
    struct db_strs options;
    if (!db_strs(ctx, row->options_text, &options))
        return false;
    *out = (struct custom_field){.id = row->id,
                                 .entity = row->entity,
                                 .key = row->key,
                                 .label = row->label,
                                 .type = row->type,
                                 .options = options.values,
                                 .n_options = options.n,
                                 .archived = row->archived};
    return true;
}

bool
custom_field_all(struct ctx *ctx, int64_t entity, bool archived, struct custom_field **out,
                 size_t *n)
{
    struct row *rows;
    if (!DB_ALL(ctx, &SQL_CUSTOM_FIELD_ALL, DB_ARGS(DB_I64(entity), DB_BOOL(archived)), row_map,
                &rows, n))
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n + 1, struct custom_field);
    for (size_t i = 0; i < *n; i++)
        if (!read_row(ctx, &rows[i], &(*out)[i]))
            return false;
    return true;
}

bool
custom_field_counts(struct ctx *ctx, struct custom_field **out, size_t *n)
{
    struct count {
        int64_t entity, records;
        const char *key;
    } * counts;
    static const struct field map[] = {FIELD_I64(struct count, entity),
                                       FIELD_I64(struct count, records),
                                       FIELD_STR(struct count, key), FIELD_END};
    size_t n_counts;
    if (!custom_field_all(ctx, 0, true, out, n) ||
        !DB_ALL(ctx, &SQL_CUSTOM_FIELD_COUNTS, DB_NO_ARGS, map, &counts, &n_counts))
        return false;
    for (size_t i = 0; i < *n; i++)
        for (size_t j = 0; j < n_counts; j++)
            if (counts[j].entity == (*out)[i].entity && !strcmp(counts[j].key, (*out)[i].key))
                (*out)[i].records = counts[j].records;
    return true;
}

const struct custom_field *
custom_field_named(const struct custom_field *fields, size_t n, int64_t entity, const char *key)
{
    for (size_t i = 0; i < n; i++)
        if (fields[i].entity == entity && !strcmp(fields[i].key, key))
            return &fields[i];
    return NULL;
}

static bool
read_one(struct ctx *ctx, const struct sql *sql, int64_t id, struct custom_field *out)
{
    struct row row;
    bool found;
    if (!db_maybe(ctx, sql, DB_ARGS(DB_I64(id)), row_map, &row, &found))
        return false;
    if (!found)
        return err_raise(ctx, ERR_NOT_FOUND,
                         "The custom field is not there. It may have been deleted.");
    return read_row(ctx, &row, out);
}

bool
custom_field_get(struct ctx *ctx, int64_t id, struct custom_field *out)
{
    return read_one(ctx, &SQL_CUSTOM_FIELD_GET, id, out);
}

/* The label as stored; no other living field of the entity may be called so. */
static bool
read_label(struct ctx *ctx, int64_t entity, int64_t but, const char *text, const char **label)
{
    *label = text_squeeze(ctx->arena, text_nfc(ctx->arena, text));
    if (!**label)
        return err_field(ctx, ERR_INPUT, "label", "A field needs a name.");
    if (text_count(*label) > CUSTOM_LABEL_MOST)
        return err_field(ctx, ERR_INPUT, "label", "At most %d characters fit here.",
                         CUSTOM_LABEL_MOST);
    struct custom_field *fields;
    size_t n;
    if (!custom_field_all(ctx, entity, true, &fields, &n))
        return false;
    if (n >= CUSTOM_FIELDS_MOST && !but)
        return err_field(ctx, ERR_INPUT, "label", "There are %d custom fields, and no more fit.",
                         CUSTOM_FIELDS_MOST);
    for (size_t i = 0; i < n; i++)
        if (fields[i].id != but &&
            !strcmp(text_fold(ctx->arena, fields[i].label), text_fold(ctx->arena, *label)))
            return err_field(ctx, ERR_INPUT, "label", "There is a field with this name already%s.",
                             fields[i].archived ? ", among the archived ones" : "");
    return true;
}

static bool
check_type(struct ctx *ctx, const char *type)
{
    for (const struct custom_type_info *known = custom_types; known->name; known++)
        if (type && !strcmp(known->name, type))
            return true;
    return err_field(ctx, ERR_INPUT, "type", "Choose one of the types.");
}

/* A key that no field of the entity has: import makes the same from a header, so that a column with
 * the field's name finds it. */
static bool
make_key(struct ctx *ctx, enum record_entity entity, const char *label, const char **key)
{
    struct custom_field *fields;
    size_t n;
    if (!custom_field_all(ctx, entity, true, &fields, &n))
        return false;
    const char *wanted = mapping_assign_key(ctx->arena, label, n);
    *key = wanted;
    for (int number = 2; custom_field_named(fields, n, entity, *key); number++)
        *key = arena_printf(ctx->arena, "%s_%d", wanted, number);
    return true;
}

/* An option of this name in any capitals, or n. */
static size_t
option_at(struct arena *arena, const char *const *options, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(text_fold(arena, options[i]), text_fold(arena, name)))
            return i;
    return n;
}

static bool
add_option(struct ctx *ctx, struct custom_field *field, const char **options, const char *text,
           const char *at_field)
{
    const char *option = text_squeeze(ctx->arena, text_nfc(ctx->arena, text));
    if (!*option || option_at(ctx->arena, options, field->n_options, option) < field->n_options)
        return true;
    if (text_count(option) > CUSTOM_LABEL_MOST)
        return err_field(ctx, ERR_INPUT, at_field, "An option has at most %d characters.",
                         CUSTOM_LABEL_MOST);
    if (field->n_options == CUSTOM_OPTIONS_MOST)
        return err_field(ctx, ERR_INPUT, at_field, "At most %d options fit.", CUSTOM_OPTIONS_MOST);
    options[field->n_options++] = option;
    return true;
}

/* The options that the form asks for: renamed, taken out, added. */
static bool
read_options(struct ctx *ctx, const struct custom_field_form *form, struct custom_field *field)
{
    const char **options = ARENA_ARRAY(ctx->arena, CUSTOM_OPTIONS_MOST, const char *);
    field->options = options;
    field->n_options = 0;
    if (custom_type_of(field->type) != CUSTOM_CHOICE)
        return true;
    for (size_t i = 0; i < form->n_options; i++)
        if (!add_option(ctx, field, options, form->options[i],
                        arena_printf(ctx->arena, "options.%zu", i)))
            return false;
    for (const char *line = form->added ? form->added : ""; *line;) {
        size_t length = strcspn(line, "\n");
        if (!add_option(ctx, field, options, arena_strndup(ctx->arena, line, length), "added"))
            return false;
        line += length + (line[length] == '\n');
    }
    return true;
}

bool
custom_field_add(struct ctx *ctx, enum record_entity entity, const struct custom_field_form *form,
                 int64_t *id)
{
    struct custom_field field = {.entity = entity, .type = form->type};
    if (!read_label(ctx, entity, 0, form->label, &field.label) || !check_type(ctx, form->type) ||
        !read_options(ctx, form, &field))
        return false;
    if (custom_type_of(field.type) == CUSTOM_CHOICE && !field.n_options)
        return err_field(ctx, ERR_INPUT, "added", "A choice needs options, one a line.");
    return make_key(ctx, entity, field.label, &field.key) &&
           db_i64(ctx, &SQL_CUSTOM_FIELD_ADD,
                  DB_ARGS(DB_I64(entity), DB_STR(field.key), DB_STR(field.label),
                          DB_STR(field.type), DB_STRS(field.options, field.n_options)),
                  id) &&
           audit_add(ctx, "custom_field_add", field.label, NULL);
}

/* {"old option": "new one" or null} for those that are no longer called so. */
static const char *
renamed_options(struct arena *arena, const struct custom_field *before,
                const struct custom_field_form *form, const struct custom_field *after)
{
    struct jsn *json = jsn_object(arena);
    bool any = false;
    for (size_t i = 0; i < before->n_options; i++) {
        const char *name = i < form->n_options ? form->options[i] : before->options[i];
        size_t at = option_at(arena, after->options, after->n_options, name);
        const char *now = *name && at < after->n_options ? after->options[at] : NULL;
        if (now && !strcmp(now, before->options[i]))
            continue;
        jsn_set_text(json, before->options[i], now);
        any = true;
    }
    return any ? jsn_write(arena, json) : NULL;
}

static bool
refuse_during_import(struct ctx *ctx)
{
    int64_t n;
    if (!db_i64(ctx, &SQL_LABEL_IMPORTING, DB_NO_ARGS, &n))
        return false;
    return !n || err_raise(ctx, ERR_CONFLICT,
                           "An import is running and may fill this field. Try again when it is "
                           "done.");
}

/* Rewrites values in a set of its own. values NULL: all of them go. */
static bool
sweep(struct ctx *ctx, const struct custom_field *field, const char *values, const char *act,
      struct custom_field_done *out)
{
    const struct label_sweep wanted = {
        .what = "custom", .entity = field->entity, .key = field->key, .values = values};
    return label_sweep_start(ctx, &wanted, out->set_id, &out->job_id) &&
           audit_add(ctx, act, field->label, NULL);
}

bool
custom_field_change(struct ctx *ctx, int64_t id, const struct custom_field_form *form,
                    struct custom_field_done *out)
{
    struct custom_field before, after;
    const char *values = NULL;
    if (!read_one(ctx, &SQL_CUSTOM_FIELD_HOLD, id, &before))
        return false;
    after = before;
    after.type = form->type;
    if (!read_label(ctx, before.entity, id, form->label, &after.label) ||
        !check_type(ctx, form->type) || !read_options(ctx, form, &after))
        return false;
    *out = (struct custom_field_done){.label = after.label};
    if (!strcmp(before.type, after.type))
        values = renamed_options(ctx->arena, &before, form, &after);
    else if (!refuse_during_import(ctx) || !custom_retype(ctx, &after, &values))
        return false;
    if (custom_type_of(after.type) == CUSTOM_CHOICE && !after.n_options)
        return err_field(ctx, ERR_INPUT, "added", "A choice needs options, one a line.");
    if (!db_exec(ctx, &SQL_CUSTOM_FIELD_CHANGE,
                 DB_ARGS(DB_I64(id), DB_STR(after.label), DB_STR(after.type),
                         DB_STRS(after.options, after.n_options)),
                 NULL))
        return false;
    if (!values)
        return audit_add(ctx, "custom_field_change", after.label, NULL);
    return refuse_during_import(ctx) &&
           change_set_open(ctx, "bulk",
                           arena_printf(ctx->arena, "Custom field %s changed", after.label),
                           &out->set_id) &&
           sweep(ctx, &after, values, "custom_field_change", out);
}

bool
custom_field_move(struct ctx *ctx, int64_t id, int by)
{
    struct custom_field field, *fields;
    size_t n, at = 0;
    if (!custom_field_get(ctx, id, &field) ||
        !custom_field_all(ctx, field.entity, false, &fields, &n))
        return false;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++) {
        ids[i] = fields[i].id;
        if (fields[i].id == id)
            at = i;
    }
    if (field.archived || (by < 0 && at == 0) || (by > 0 && at + 1 >= n))
        return true;
    size_t with = by < 0 ? at - 1 : at + 1;
    ids[at] = ids[with];
    ids[with] = id;
    return db_exec(ctx, &SQL_CUSTOM_FIELD_ORDER, DB_ARGS(DB_I64S(ids, n)), NULL);
}

bool
custom_field_archive(struct ctx *ctx, int64_t id, bool archive)
{
    struct custom_field field;
    return read_one(ctx, &SQL_CUSTOM_FIELD_HOLD, id, &field) &&
           db_exec(ctx, &SQL_CUSTOM_FIELD_ARCHIVE, DB_ARGS(DB_I64(id), DB_BOOL(archive)), NULL) &&
           audit_add(ctx, archive ? "custom_field_archive" : "custom_field_restore", field.label,
                     NULL);
}

bool
custom_field_reach(struct ctx *ctx, const struct custom_field *field, int64_t *live,
                   int64_t *trashed)
{
    const struct label_sweep wanted = {
        .what = "custom", .entity = field->entity, .key = field->key};
    struct label_sweep_count count;
    if (!label_sweep_count(ctx, &wanted, &count))
        return false;
    *live = count.companies + count.contacts;
    *trashed = count.trashed;
    return true;
}

bool
custom_field_delete(struct ctx *ctx, int64_t id, struct custom_field_done *out)
{
    struct custom_field field;
    if (!read_one(ctx, &SQL_CUSTOM_FIELD_HOLD, id, &field) || !refuse_during_import(ctx))
        return false;
    *out = (struct custom_field_done){.label = field.label};
    return change_set_open(ctx, "bulk",
                           arena_printf(ctx->arena, "Custom field %s deleted", field.label),
                           &out->set_id) &&
           db_exec(ctx, &SQL_CUSTOM_FIELD_REMOVE, DB_ARGS(DB_I64(id), DB_I64(out->set_id)), NULL) &&
           sweep(ctx, &field, NULL, "custom_field_delete", out);
}
