/* Tags and static lists. See label.h. */
#include "domain/label/label.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/label/label_sweep.h"
#include "domain/change/change.h"
#include "statements.h"

const struct label_colour label_colours[] = {
    {"grey",   "Grey",   6},
    {"blue",   "Blue",   1},
    {"teal",   "Teal",   2},
    {"green",  "Green",  7},
    {"amber",  "Amber",  3},
    {"red",    "Red",    8},
    {"violet", "Violet", 4},
    {"pink",   "Pink",   5},
    {NULL,     NULL,     0},
};

/* What differs between the two, beside the colour. */
struct kind {
    const char *noun, *nouns, *title, *subject; /* the last two begin a sentence */
    const char *constraint;
    size_t most;
    const struct sql *all, *counts, *get, *hold, *share, *remove, *revive;
};

static const struct kind *
kind_of(enum label_kind kind)
{
    static const struct kind tag = {
        "tag",          "tags",          "Tag",           "The tag",    "tag_name_unique",
        LABEL_TAG_MOST, &SQL_TAG_ALL,    &SQL_TAG_COUNTS, &SQL_TAG_GET, &SQL_TAG_HOLD,
        &SQL_TAG_SHARE, &SQL_TAG_REMOVE, &SQL_TAG_REVIVE};
    static const struct kind list = {
        "list",          "lists",          "List",           "The list",    "list_name_unique",
        LABEL_LIST_MOST, &SQL_LIST_ALL,    &SQL_LIST_COUNTS, &SQL_LIST_GET, &SQL_LIST_HOLD,
        &SQL_LIST_SHARE, &SQL_LIST_REMOVE, &SQL_LIST_REVIVE};
    return kind == LABEL_TAG ? &tag : &list;
}

static const struct field label_map[] = {FIELD_I64(struct label, id), FIELD_STR(struct label, name),
                                         FIELD_STR(struct label, colour), FIELD_END};

int
label_colour_number(const char *name)
{
    for (const struct label_colour *colour = label_colours; colour->name; colour++)
        if (name && !strcmp(colour->name, name))
            return colour->number;
    return label_colours->number;
}

const char *
label_noun(enum label_kind kind)
{
    return kind_of(kind)->noun;
}

const char *
label_nouns(enum label_kind kind)
{
    return kind_of(kind)->nouns;
}

bool
label_all(struct ctx *ctx, enum label_kind kind, struct label **out, size_t *n)
{
    return DB_ALL(ctx, kind_of(kind)->all, DB_NO_ARGS, label_map, out, n);
}

void
label_of_record(struct arena *arena, const struct label *all, size_t n_all, const char *ids,
                struct label **out, size_t *n)
{
    *out = ARENA_ARRAY(arena, n_all + 1, struct label);
    *n = 0;
    for (size_t i = 0; ids && i < n_all; i++)
        for (const char *at = ids; *at == '{' || *at == ',';) {
            char *end;
            if (strtoll(at + 1, &end, 10) == all[i].id)
                (*out)[(*n)++] = all[i];
            at = end;
        }
}

bool
label_counts(struct ctx *ctx, enum label_kind kind, const char *search, int64_t limit,
             struct label_count **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct label_count, id),
                                       FIELD_I64(struct label_count, companies),
                                       FIELD_I64(struct label_count, contacts),
                                       FIELD_I64(struct label_count, created_ms),
                                       FIELD_STR(struct label_count, name),
                                       FIELD_STR(struct label_count, colour),
                                       FIELD_STR(struct label_count, created_by),
                                       FIELD_I64(struct label_count, total),
                                       FIELD_END};
    return DB_ALL(ctx, kind_of(kind)->counts,
                  DB_ARGS(DB_STR(text_fold(ctx->arena, search)), DB_I64(limit)), map, out, n);
}

static bool
gone(struct ctx *ctx, enum label_kind kind)
{
    return err_raise(ctx, ERR_NOT_FOUND, "%s is not there. It may have been deleted.",
                     kind_of(kind)->subject);
}

bool
label_get(struct ctx *ctx, enum label_kind kind, int64_t id, struct label *out)
{
    bool found;
    if (!db_maybe(ctx, kind_of(kind)->get, DB_ARGS(DB_I64(id)), label_map, out, &found))
        return false;
    return found || gone(ctx, kind);
}

/* Locks in the order of the ids, so that two people who merge both ways do not wait for each other. */
static bool
hold(struct ctx *ctx, enum label_kind kind, const int64_t *ids, size_t n_ids, struct label **out,
     size_t *n)
{
    return DB_ALL(ctx, kind_of(kind)->hold, DB_ARGS(DB_I64S(ids, n_ids)), label_map, out, n);
}

static const struct label *
among(const struct label *labels, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (labels[i].id == id)
            return &labels[i];
    return NULL;
}

bool
label_hold(struct ctx *ctx, enum label_kind kind, const int64_t *ids, size_t n_ids)
{
    struct label *held;
    size_t n;
    if (!DB_ALL(ctx, kind_of(kind)->share, DB_ARGS(DB_I64S(ids, n_ids)), label_map, &held, &n))
        return false;
    for (size_t i = 0; i < n_ids; i++)
        if (!among(held, n, ids[i]))
            return gone(ctx, kind);
    return true;
}

/* The name as it is stored, and its key. */
static bool
read_name(struct ctx *ctx, enum label_kind kind, const char *text, const char **name,
          const char **key)
{
    *name = text_squeeze(ctx->arena, text_nfc(ctx->arena, text));
    if (!**name)
        return err_field(ctx, ERR_INPUT, "name", "A %s needs a name.", kind_of(kind)->noun);
    if (text_count(*name) > kind_of(kind)->most)
        return err_field(ctx, ERR_INPUT, "name", "At most %zu characters fit here.",
                         kind_of(kind)->most);
    *key = text_fold(ctx->arena, *name);
    if (!**key)
        *key = *name;
    return true;
}

static bool
check_colour(struct ctx *ctx, enum label_kind kind, const char *colour)
{
    if (kind == LABEL_LIST)
        return true;
    for (const struct label_colour *known = label_colours; known->name; known++)
        if (colour && !strcmp(known->name, colour))
            return true;
    return err_field(ctx, ERR_INPUT, "colour", "Choose one of the colours.");
}

/* A name that is taken, in words; the transaction is lost by then. */
static bool
explain_taken(struct ctx *ctx, enum label_kind kind)
{
    if (ctx->err.kind != ERR_CONFLICT || strcmp(db_constraint(ctx), kind_of(kind)->constraint) != 0)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_INPUT, "name",
                     "There is a %s with this name already; capitals and accents do not tell names "
                     "apart. To join two, use Merge.",
                     kind_of(kind)->noun);
}

static bool
audit(struct ctx *ctx, enum label_kind kind, const char *act, const char *name)
{
    return audit_add(ctx, arena_printf(ctx->arena, "%s_%s", kind_of(kind)->noun, act), name, NULL);
}

bool
label_add(struct ctx *ctx, enum label_kind kind, const char *name, const char *colour, int64_t *id)
{
    const char *key;
    if (!read_name(ctx, kind, name, &name, &key) || !check_colour(ctx, kind, colour))
        return false;
    bool ok =
        kind == LABEL_TAG
            ? db_i64(ctx, &SQL_TAG_ADD, DB_ARGS(DB_STR(name), DB_STR(key), DB_STR(colour)), id)
            : db_i64(ctx, &SQL_LIST_ADD, DB_ARGS(DB_STR(name), DB_STR(key)), id);
    return ok || explain_taken(ctx, kind);
}

bool
label_change(struct ctx *ctx, enum label_kind kind, int64_t id, const char *name,
             const char *colour)
{
    const char *key;
    struct label before;
    if (!label_get(ctx, kind, id, &before) || !read_name(ctx, kind, name, &name, &key) ||
        !check_colour(ctx, kind, colour))
        return false;
    bool ok =
        kind == LABEL_TAG
            ? db_exec(ctx, &SQL_TAG_CHANGE,
                      DB_ARGS(DB_I64(id), DB_STR(name), DB_STR(key), DB_STR(colour)), NULL)
            : db_exec(ctx, &SQL_LIST_CHANGE, DB_ARGS(DB_I64(id), DB_STR(name), DB_STR(key)), NULL);
    if (!ok)
        return explain_taken(ctx, kind);
    if (!strcmp(before.name, name))
        return true;
    return audit(ctx, kind, "rename", arena_printf(ctx->arena, "%s to %s", before.name, name));
}

static struct label_sweep
sweep_of(enum label_kind kind, int64_t id, int64_t into)
{
    return (struct label_sweep){.what = kind_of(kind)->noun, .from = id, .to = into};
}

bool
label_reach(struct ctx *ctx, enum label_kind kind, int64_t id, struct label_reach *out)
{
    const struct label_sweep sweep = sweep_of(kind, id, 0);
    struct label_sweep_count count;
    if (!label_sweep_count(ctx, &sweep, &count))
        return false;
    *out = (struct label_reach){count.companies, count.contacts, count.trashed};
    return true;
}

/* An import reads at its start which tags and lists it sets: it would go on setting one that is gone. */
static bool
refuse_during_import(struct ctx *ctx)
{
    int64_t n;
    if (!db_i64(ctx, &SQL_LABEL_IMPORTING, DB_NO_ARGS, &n))
        return false;
    return !n || err_raise(ctx, ERR_CONFLICT,
                           "An import is running and may use this. Try again when it is done.");
}

/* The rows of both are locked. */
static bool
sweep_away(struct ctx *ctx, enum label_kind kind, const struct label *label,
           const struct label *into, struct label_done *out)
{
    const struct kind *known = kind_of(kind);
    const struct label_sweep sweep = sweep_of(kind, label->id, into ? into->id : 0);
    const char *source = into
                             ? arena_printf(ctx->arena, "%s %s merged into %s", known->title,
                                            label->name, into->name)
                             : arena_printf(ctx->arena, "%s %s deleted", known->title, label->name);
    *out = (struct label_done){.name = label->name, .into = into ? into->name : NULL};
    return change_set_open(ctx, "bulk", source, &out->set_id) &&
           db_exec(ctx, known->remove, DB_ARGS(DB_I64(label->id), DB_I64(out->set_id)), NULL) &&
           audit(ctx, kind, into ? "merge" : "delete",
                 into ? arena_printf(ctx->arena, "%s into %s", label->name, into->name)
                      : label->name) &&
           label_sweep_start(ctx, &sweep, out->set_id, &out->job_id);
}

bool
label_delete(struct ctx *ctx, enum label_kind kind, int64_t id, struct label_done *out)
{
    struct label *held;
    size_t n;
    if (!hold(ctx, kind, &id, 1, &held, &n))
        return false;
    if (!n)
        return gone(ctx, kind);
    return refuse_during_import(ctx) && sweep_away(ctx, kind, held, NULL, out);
}

bool
label_merge(struct ctx *ctx, enum label_kind kind, int64_t id, int64_t into, struct label_done *out)
{
    struct label *held;
    size_t n;
    if (id == into)
        return err_field(ctx, ERR_INPUT, "into", "Choose another %s.", kind_of(kind)->noun);
    if (!hold(ctx, kind, (const int64_t[]){id, into}, 2, &held, &n))
        return false;
    const struct label *from = among(held, n, id), *to = among(held, n, into);
    if (!from)
        return gone(ctx, kind);
    if (!to)
        return err_field(ctx, ERR_INPUT, "into",
                         "This %s is not there any more. Choose another one.", kind_of(kind)->noun);
    return refuse_during_import(ctx) && sweep_away(ctx, kind, from, to, out);
}

bool
label_revive(struct ctx *ctx, int64_t set_id)
{
    return db_exec(ctx, &SQL_TAG_REVIVE, DB_ARGS(DB_I64(set_id)), NULL) &&
           db_exec(ctx, &SQL_LIST_REVIVE, DB_ARGS(DB_I64(set_id)), NULL) &&
           db_exec(ctx, &SQL_CUSTOM_FIELD_REVIVE, DB_ARGS(DB_I64(set_id)), NULL);
}

bool
label_forsake(struct ctx *ctx, int64_t set_id)
{
    int64_t n;
    if (!db_i64(ctx, &SQL_LABEL_FORSAKE_HOLD, DB_ARGS(DB_I64(set_id)), &n))
        return false;
    return !n || (db_exec(ctx, &SQL_TAG_FORSAKE, DB_ARGS(DB_I64(set_id)), NULL) &&
                  db_exec(ctx, &SQL_LIST_FORSAKE, DB_ARGS(DB_I64(set_id)), NULL) &&
                  db_exec(ctx, &SQL_CUSTOM_FIELD_FORSAKE, DB_ARGS(DB_I64(set_id)), NULL));
}
