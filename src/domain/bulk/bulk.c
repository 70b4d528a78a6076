/* Asking about bulk actions and confirming them. See bulk.h. */
#include "domain/bulk/bulk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/text.h"
#include "domain/bulk/bulk_run.h"
#include "domain/label/label.h"
#include "domain/record/record.h"
#include "domain/query/record_query.h"
#include "statements.h"

#define BOTH true, true
#define NO_CHOICES                                                                                 \
    {NULL, NULL, NULL},                                                                            \
    {                                                                                              \
        -1, -1, -1                                                                                 \
    }

/* clang-format off */
static const struct bulk_act acts[] = {
    {"tag", "Tag %s", "tag_ids", BULK_NEEDS_TAGS, true, NO_CHOICES, BOTH},
    {"untag", "Take tags off %s", "tag_ids", BULK_NEEDS_TAGS, false, NO_CHOICES, BOTH},
    {"list", "Add %s to a list", "list_ids", BULK_NEEDS_LISTS, true, NO_CHOICES, BOTH},
    {"unlist", "Take %s off a list", "list_ids", BULK_NEEDS_LISTS, false, NO_CHOICES, BOTH},
    {"owner", "Set the owner of %s", "owner_id", BULK_NEEDS_OWNER, false, NO_CHOICES, BOTH},
    {"status", "Set the status of %s", "status", BULK_NEEDS_CHOICE, false,
        {NULL, &record_company_statuses, &record_contact_statuses},
        {-1, COMPANY_CODE_STATUS, CONTACT_CODE_STATUS}, BOTH},
    {"tier", "Set the tier of %s", "tier", BULK_NEEDS_CHOICE, false,
        {NULL, &record_tiers, NULL}, {-1, COMPANY_CODE_TIER, -1}, true, false},
    {"check", "Confirm the facts of %s", NULL, BULK_NEEDS_NOTHING, false, NO_CHOICES, BOTH},
    {"delete", "Delete %s", NULL, BULK_NEEDS_NOTHING, false, NO_CHOICES, BOTH},
};
/* clang-format on */

enum { WORDS_MAX = 4000 };

const struct bulk_act *
bulk_act_get(enum record_entity entity, const char *name)
{
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (!strcmp(acts[i].name, name))
            return (entity == RECORD_COMPANY ? acts[i].companies : acts[i].contacts) ? &acts[i]
                                                                                     : NULL;
    return NULL;
}

/* A text with one %s. */
static const char *
fill(struct arena *arena, const char *format, const char *text)
{
    size_t plain = strcspn(format, "%");
    return format[plain]
               ? arena_printf(arena, "%.*s%s%s", (int)plain, format, text, format + plain + 2)
               : format;
}

const char *
bulk_act_title(struct arena *arena, const struct bulk_act *act, const char *what)
{
    return fill(arena, act->title, what);
}

static int
compare_ids(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return left < right ? -1 : left > right;
}

/* Ascending, each once. */
static int64_t *
sorted(struct arena *arena, const int64_t *ids, size_t *n)
{
    int64_t *out = ARENA_ARRAY(arena, *n + 1, int64_t);
    size_t kept = 0;
    if (*n)
        memcpy(out, ids, *n * sizeof *ids);
    qsort(out, *n, sizeof *out, compare_ids);
    for (size_t i = 0; i < *n; i++)
        if (!kept || out[kept - 1] != out[i])
            out[kept++] = out[i];
    *n = kept;
    return out;
}

bool
bulk_ask(struct ctx *ctx, enum record_entity entity, const char *act, const char *filter,
         bool everything, const int64_t *ids, size_t n, int64_t *bulk_id)
{
    struct record_filter read;
    int64_t counted = 0;
    int64_t *chosen = sorted(ctx->arena, ids, &n);
    if (!bulk_act_get(entity, act))
        return err_raise(ctx, ERR_NOT_FOUND, "There is no such action.");
    if (!record_filter_read_text(ctx, entity, filter, &read))
        return false;
    if (everything) {
        if (!record_query_count(ctx, &read, &counted))
            return false;
    } else if (!db_i64(ctx,
                       entity == RECORD_COMPANY ? &SQL_BULK_LIVE_COMPANY : &SQL_BULK_LIVE_CONTACT,
                       DB_ARGS(DB_I64S(chosen, n)), &counted)) {
        return false;
    }
    if (!everything && !n)
        return err_raise(ctx, ERR_INPUT, "Nothing is selected.");
    return db_i64(ctx, &SQL_BULK_ADD,
                  DB_ARGS(DB_I64(entity), DB_STR(act),
                          DB_STR(record_filter_text(ctx->arena, &read)), DB_BOOL(everything),
                          DB_I64(counted), DB_I64(everything ? 0 : (int64_t)n - counted),
                          everything ? DB_NULL : DB_I64S(chosen, n)),
                  bulk_id);
}

bool
bulk_get(struct ctx *ctx, int64_t bulk_id, struct bulk *out)
{
    static const struct field map[] = {
        FIELD_I64(struct bulk, bulk_id),       FIELD_I64(struct bulk, entity),
        FIELD_STR(struct bulk, act),           FIELD_STR(struct bulk, filter),
        FIELD_BOOL(struct bulk, everything),   FIELD_I64(struct bulk, counted),
        FIELD_I64(struct bulk, absent),        FIELD_STR(struct bulk, state),
        FIELD_STR(struct bulk, what),          FIELD_I64(struct bulk, owner_id),
        FIELD_STR(struct bulk, choice),        FIELD_STR(struct bulk, label_ids),
        FIELD_I64(struct bulk, n_ids),         FIELD_I64(struct bulk, matched),
        FIELD_I64(struct bulk, done),          FIELD_I64(struct bulk, changed),
        FIELD_I64(struct bulk, change_set_id), FIELD_I64(struct bulk, job_id),
        FIELD_STR(struct bulk, error),         FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_BULK_GET, DB_ARGS(DB_I64(bulk_id)), map, out, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND, "There is no such action.");
}

bool
bulk_of_change(struct ctx *ctx, int64_t set_id, int64_t undoes, int64_t undoes_an_undo,
               int64_t *entity, const char **filter, bool *found)
{
    static const struct field map[] = {FIELD_I64(struct bulk, entity),
                                       FIELD_STR(struct bulk, filter), FIELD_END};
    struct bulk row = {0};
    if (!db_maybe(ctx, &SQL_BULK_OF_CHANGE,
                  DB_ARGS(DB_I64(set_id), DB_I64(undoes), DB_I64(undoes_an_undo)), map, &row,
                  found))
        return false;
    *entity = row.entity;
    *filter = row.filter;
    return true;
}

bool
bulk_people(struct ctx *ctx, const struct bulk *bulk, int64_t *n)
{
    int64_t *ids;
    size_t n_ids;
    *n = 0;
    if (bulk->entity != RECORD_COMPANY)
        return true;
    return bulk_run_ids(ctx, bulk, &ids, &n_ids) &&
           db_i64(ctx, &SQL_BULK_PEOPLE, DB_ARGS(DB_I64S(ids, n_ids)), n);
}

/* What a bulk action puts on records, as its row wants it. */
struct settled {
    int64_t labels[2 * BULK_LABELS_MOST], owner;
    size_t n_labels;
    const char *choice;
    const char *names; /* in words */
};

static enum label_kind
kind_of(const struct bulk_act *act)
{
    return act->need == BULK_NEEDS_TAGS ? LABEL_TAG : LABEL_LIST;
}

static void
put_label(struct settled *out, struct buf *names, int64_t id, const char *name)
{
    buf_printf(names, names->length ? ", %s" : "%s", name);
    out->labels[out->n_labels++] = id;
}

/* Those that are ticked: each must be one of this workspace, and stay it. */
static bool
settle_ticked(struct ctx *ctx, const struct bulk_act *act, const struct bulk_choice *choice,
              const struct label *all, size_t n, struct settled *out, struct buf *names)
{
    size_t most = choice->n_labels < BULK_LABELS_MOST ? choice->n_labels : BULK_LABELS_MOST;
    if (!label_hold(ctx, kind_of(act), choice->labels, most)) {
        if (ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "label", "One of them was deleted meanwhile.");
    }
    for (size_t i = 0; i < most; i++)
        for (size_t at = 0; at < n; at++)
            if (all[at].id == choice->labels[i])
                put_label(out, names, all[at].id, all[at].name);
    return true;
}

/* One that is typed: made when it is new. */
static bool
settle_name(struct ctx *ctx, const struct bulk_act *act, const char *name, const struct label *all,
            size_t n, struct settled *out, struct buf *names)
{
    int64_t id;
    const char *key = text_fold(ctx->arena, name);
    if (out->n_labels == BULK_LABELS_MOST)
        return err_field(ctx, ERR_INPUT, "more", "Take at most %d at a time.", BULK_LABELS_MOST);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(text_fold(ctx->arena, all[i].name), key)) {
            put_label(out, names, all[i].id, all[i].name);
            return label_hold(ctx, kind_of(act), &all[i].id, 1);
        }
    if (!label_add(ctx, kind_of(act), name,
                   kind_of(act) == LABEL_TAG ? label_colours[0].name : NULL, &id)) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        const char *message = arena_strdup(ctx->arena, ctx->err.message);
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "more", "%s", message);
    }
    put_label(out, names, id, name);
    return true;
}

static bool
settle_typed(struct ctx *ctx, const struct bulk_act *act, const char *more, const struct label *all,
             size_t n, struct settled *out, struct buf *names)
{
    while (*more) {
        size_t length = strcspn(more, ",");
        const char *name = text_squeeze(ctx->arena, arena_strndup(ctx->arena, more, length));
        more += length + (more[length] == ',');
        if (*name && !settle_name(ctx, act, name, all, n, out, names))
            return false;
    }
    return true;
}

static bool
settle_labels(struct ctx *ctx, const struct bulk_act *act, const struct bulk_choice *choice,
              struct settled *out)
{
    struct buf names;
    struct label *all;
    size_t n;
    buf_init(&names, ctx->arena, WORDS_MAX);
    if (!label_all(ctx, kind_of(act), &all, &n) ||
        !settle_ticked(ctx, act, choice, all, n, out, &names) ||
        (act->adds && !settle_typed(ctx, act, choice->more, all, n, out, &names)))
        return false;
    out->names = names.data;
    return out->n_labels ||
           err_field(ctx, ERR_INPUT, "label", "Choose at least one %s.", label_noun(kind_of(act)));
}

static bool
settle_owner(struct ctx *ctx, const struct bulk_choice *choice, struct settled *out)
{
    struct record_owner *owners;
    size_t n;
    out->names = "nobody";
    if (choice->wipe)
        return true;
    if (!choice->owner)
        return err_field(ctx, ERR_INPUT, "owner", "Choose who owns them first.");
    out->owner = choice->owner;
    if (!record_owners(ctx, &owners, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (owners[i].user_id == choice->owner) {
            out->names = owners[i].name;
            return true;
        }
    return err_field(ctx, ERR_INPUT, "owner", "The owner is no member of this workspace.");
}

static bool
settle_choice(struct ctx *ctx, enum record_entity entity, const struct bulk_act *act,
              const struct bulk_choice *choice, struct settled *out)
{
    out->names = "none";
    if (choice->wipe)
        return true;
    if (!*choice->choice)
        return err_field(ctx, ERR_INPUT, "choice", "Choose the %s first.", act->name);
    const struct record_choice *entry = record_code_named(act->choices[entity], choice->choice);
    if (!entry)
        return err_field(ctx, ERR_INPUT, "choice", "Choose one of the list.");
    out->choice = entry->name;
    out->names = entry->label;
    return true;
}

/* In words: what stands in the change log as the source. */
static const char *
words(struct arena *arena, const struct bulk_act *act, const char *names)
{
    static const struct {
        const char *name, *format;
    } formats[] = {
        {"tag",    "Tagged %s"        },
        {"untag",  "Took off tag %s"  },
        {"list",   "Put on list %s"   },
        {"unlist", "Taken off list %s"},
        {"owner",  "Owner: %s"        },
        {"status", "Status: %s"       },
        {"tier",   "Tier: %s"         },
        {"check",  "Facts confirmed"  },
        {"delete", "Deleted"          },
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!strcmp(formats[i].name, act->name))
            return fill(arena, formats[i].format, names);
    return act->name;
}

static bool
settle(struct ctx *ctx, const struct bulk *bulk, const struct bulk_act *act,
       const struct bulk_choice *choice, struct settled *out)
{
    enum record_entity entity = bulk->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    *out = (struct settled){.names = ""};
    switch (act->need) {
    case BULK_NEEDS_NOTHING:
        return true;
    case BULK_NEEDS_TAGS:
    case BULK_NEEDS_LISTS:
        return settle_labels(ctx, act, choice, out);
    case BULK_NEEDS_OWNER:
        return settle_owner(ctx, choice, out);
    case BULK_NEEDS_CHOICE:
        return settle_choice(ctx, entity, act, choice, out);
    }
    return true;
}

bool
bulk_confirm(struct ctx *ctx, int64_t bulk_id, const struct bulk_choice *choice)
{
    struct bulk bulk;
    struct settled settled;
    int64_t locked, job_id;
    if (!db_i64(ctx, &SQL_BULK_LOCK, DB_ARGS(DB_I64(bulk_id)), &locked) ||
        !bulk_get(ctx, bulk_id, &bulk))
        return false;
    if (strcmp(bulk.state, "asked") != 0)
        return err_raise(ctx, ERR_CONFLICT, "This has begun already.");
    enum record_entity entity = bulk.entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    const struct bulk_act *act = bulk_act_get(entity, bulk.act);
    if (!act)
        return err_raise(ctx, ERR_BUG, "no act %s", bulk.act);
    if (!settle(ctx, &bulk, act, choice, &settled) ||
        !db_exec(ctx, &SQL_BULK_CHOOSE,
                 DB_ARGS(DB_I64(bulk_id), DB_I64S(settled.labels, settled.n_labels),
                         DB_ID(settled.owner), DB_STR(settled.choice),
                         DB_STR(words(ctx->arena, act, settled.names))),
                 NULL))
        return false;
    if (bulk.counted <= BULK_AT_ONCE) {
        bool ended;
        if (!bulk_run_at_once(ctx, bulk_id, &ended) || ended)
            return ended;
    }
    return job_enqueue(ctx, "bulk", bulk_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_BULK_WAIT, DB_ARGS(DB_I64(bulk_id), DB_I64(job_id)), NULL);
}

bool
bulk_cancel(struct ctx *ctx, int64_t bulk_id)
{
    struct bulk bulk;
    if (!bulk_get(ctx, bulk_id, &bulk))
        return false;
    if (!strcmp(bulk.state, "asked"))
        return db_exec(ctx, &SQL_BULK_DROP, DB_ARGS(DB_I64(bulk_id)), NULL);
    if (!bulk.job_id || (strcmp(bulk.state, "waiting") != 0 && strcmp(bulk.state, "running") != 0))
        return err_raise(ctx, ERR_CONFLICT, "It has ended already.");
    return job_cancel(ctx, bulk.job_id);
}
