/* The snapshot as of a transaction. See snapshot_view.h. */
#include "domain/snapshot/snapshot_view.h"

#include <string.h>

#include "base/conf.h"
#include "base/db.h"
#include "domain/snapshot/snapshot_delta.h"
#include "statements.h"

enum {
    TENANTS = 64,          /* mapped by one process at a time */
    BACKLOG_MOST = 200000, /* ids taken up at a time; more: SQL answers until there is a new base */
    DELTA_MOST = 400000,   /* rows with those that were replaced */
    XID_SIZE = 24,
    SLUG_SIZE = 64,
};
/* Touches are kept for a day: what was seen longer ago than this is not caught up with. */
#define SEEN_MOST_US (INT64_C(12) * 3600 * 1000000)

/* One tenant in one process. */
struct kept {
    int64_t tenant, used;
    char slug[SLUG_SIZE];                   /* under which it was asked for last */
    struct arena *base_arena, *delta_arena; /* NULL: no base */
    struct snapshot_tables tables;
    const struct snapshot_header *header;
    struct mapped_stamp stamp; /* of the base, or of the file that would not do */
    struct snapshot_delta delta;
    const char *seen; /* in delta_arena, as xmin */
    char xmin[XID_SIZE];
    char *seen_text;
    size_t seen_room;
    int64_t seen_us;
    struct snapshot_ids own_companies, own_contacts; /* touched by a transaction still open then */
};
struct keeper {
    struct arena *arena;
    int64_t clock;
    char asked[SLUG_SIZE]; /* by the request in hand, see snapshot_view_ahead */
    struct kept tenants[TENANTS];
};

struct now {
    int64_t tenant, now_us, today_us;
    bool moving;
};
static const struct field now_fields[] = {
    FIELD_I64(struct now, tenant),
    FIELD_I64(struct now, now_us),
    FIELD_I64(struct now, today_us),
    FIELD_BOOL(struct now, moving),
    FIELD_END,
};

struct touch {
    const char *seen, *xmin, *ids;
    bool forward, own;
    int64_t entity, total;
};
static const struct field touch_fields[] = {
    FIELD_STR(struct touch, seen),  FIELD_STR(struct touch, xmin),
    FIELD_STR(struct touch, ids),   FIELD_BOOL(struct touch, forward),
    FIELD_BOOL(struct touch, own),  FIELD_I64(struct touch, entity),
    FIELD_I64(struct touch, total), FIELD_END,
};

static void
drop_base(struct kept *kept)
{
    arena_free(kept->delta_arena);
    arena_free(kept->base_arena);
    kept->base_arena = kept->delta_arena = NULL;
}

static void
end_keeper(void *arg)
{
    struct keeper *keeper = arg;
    for (size_t i = 0; i < TENANTS; i++)
        drop_base(&keeper->tenants[i]);
    arena_free(keeper->arena);
}

static struct keeper *
keeper_of(struct ctx *ctx)
{
    struct keeper *keeper = db_kept(ctx);
    if (keeper)
        return keeper;
    struct arena *arena = arena_new();
    keeper = ARENA_NEW(arena, struct keeper);
    keeper->arena = arena;
    db_keep(ctx, keeper, end_keeper);
    return keeper;
}

/* The place of a tenant; the one unused for longest makes way. */
static struct kept *
kept_of(struct keeper *keeper, int64_t tenant)
{
    struct kept *oldest = &keeper->tenants[0];
    for (size_t i = 0; i < TENANTS; i++) {
        struct kept *kept = &keeper->tenants[i];
        if (kept->tenant == tenant) {
            kept->used = ++keeper->clock;
            return kept;
        }
        if (kept->used < oldest->used)
            oldest = kept;
    }
    drop_base(oldest);
    *oldest = (struct kept){.tenant = tenant, .used = ++keeper->clock};
    return oldest;
}

/* The moment of the base, or a later one, is what the delta has taken up. */
static void
set_seen(struct kept *kept, const char *seen, int64_t seen_us)
{
    size_t size = strlen(seen) + 1;
    if (size > kept->seen_room) {
        kept->seen_room = 2 * size;
        kept->seen_text = arena_alloc(kept->delta_arena, kept->seen_room);
    }
    memcpy(kept->seen_text, seen, size);
    kept->seen = kept->seen_text;
    kept->seen_us = seen_us;
    size_t digits = strcspn(seen, ":");
    memset(kept->xmin, 0, sizeof kept->xmin);
    memcpy(kept->xmin, seen, digits < sizeof kept->xmin ? digits : sizeof kept->xmin - 1);
}

static void
start_delta(struct kept *kept)
{
    arena_free(kept->delta_arena);
    kept->delta_arena = arena_new();
    kept->seen_text = NULL;
    kept->seen_room = 0;
    kept->own_companies = kept->own_contacts = (struct snapshot_ids){NULL, 0, 0};
    snapshot_delta_open(&kept->delta, kept->delta_arena, &kept->tables);
    set_seen(kept, kept->header->seen, kept->header->built_us);
}

/* Maps the file that stands there now, unless it is known to be no use. */
static bool
take_base(struct ctx *ctx, struct kept *kept, const char *path)
{
    const char *incarnation;
    drop_base(kept);
    if (!db_str(ctx, &SQL_SNAPSHOT_INCARNATION, DB_NO_ARGS, &incarnation))
        return false;
    struct arena *arena = arena_new();
    if (!snapshot_file_open(arena, path, kept->tenant, &kept->tables, &kept->header,
                            &kept->stamp) ||
        strcmp(kept->header->incarnation, incarnation) != 0) {
        arena_free(arena);
        return true;
    }
    kept->base_arena = arena;
    start_delta(kept);
    return true;
}

/* Sees to it that the base is that of the file, as far as the transaction may see it. */
static bool
ensure_base(struct ctx *ctx, struct kept *kept, const struct now *now)
{
    struct mapped_stamp stamp;
    const char *path = snapshot_file_path(ctx, kept->tenant);
    if (!path || !mapped_stamp(path, &stamp)) {
        if (now->moving) {
            drop_base(kept);
            kept->stamp = (struct mapped_stamp){0};
        }
        return true;
    }
    /* a transaction that stays at one moment must not see a base built after it */
    if (now->moving && !mapped_same(&stamp, &kept->stamp)) {
        kept->stamp = stamp;
        if (!take_base(ctx, kept, path))
            return false;
    }
    if (!kept->base_arena)
        return true;
    if (kept->tables.companies.delta.n + kept->tables.contacts.delta.n > DELTA_MOST ||
        now->now_us - kept->seen_us > SEEN_MOST_US)
        start_delta(kept);
    if (now->now_us - kept->seen_us > SEEN_MOST_US)
        drop_base(kept);
    return true;
}

/* What this transaction touched itself may yet be rolled back: it is read again next time. */
static void
sort_touches(struct ctx *ctx, struct kept *kept, const struct touch *touches, size_t n,
             struct snapshot_ids *companies, struct snapshot_ids *contacts)
{
    const struct snapshot_ids *before[] = {&kept->own_companies, &kept->own_contacts};
    struct snapshot_ids *into[] = {companies, contacts};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < before[i]->n; k++)
            snapshot_ids_add(ctx->arena, into[i], before[i]->of[k]);
    for (size_t i = 0; i < n; i++)
        if (touches[i].entity)
            snapshot_ids_read(ctx->arena, touches[i].entity == 1 ? companies : contacts,
                              touches[i].ids);
}

static void
keep_own(struct kept *kept, const struct touch *touches, size_t n)
{
    kept->own_companies.n = kept->own_contacts.n = 0;
    for (size_t i = 0; i < n; i++)
        if (touches[i].own)
            snapshot_ids_read(kept->delta_arena,
                              touches[i].entity == 1 ? &kept->own_companies : &kept->own_contacts,
                              touches[i].ids);
}

/* The place of the tenant that the request in hand has asked for by its slug, which no other keeps. */
static void
name_kept(struct keeper *keeper, struct kept *kept)
{
    if (!*keeper->asked)
        return;
    for (size_t i = 0; i < TENANTS; i++)
        if (!strcmp(keeper->tenants[i].slug, keeper->asked))
            *keeper->tenants[i].slug = '\0';
    memcpy(kept->slug, keeper->asked, SLUG_SIZE);
    *keeper->asked = '\0';
}

bool
snapshot_view_ahead(struct ctx *ctx, const char *slug)
{
    if (!ctx->conf || !ctx->conf->snapshots || strlen(slug) >= SLUG_SIZE)
        return true;
    struct keeper *keeper = keeper_of(ctx);
    memcpy(keeper->asked, slug, strlen(slug) + 1);
    if (!db_ahead(ctx, &SQL_SNAPSHOT_NOW, DB_NO_ARGS))
        return false;
    for (size_t i = 0; i < TENANTS; i++) {
        const struct kept *kept = &keeper->tenants[i];
        /* Copies: what was seen is written anew in its place. */
        if (kept->base_arena && !strcmp(kept->slug, slug))
            return db_ahead(ctx, &SQL_SNAPSHOT_TOUCHES,
                            DB_ARGS(DB_STR(arena_strdup(ctx->arena, kept->xmin)),
                                    DB_STR(arena_strdup(ctx->arena, kept->seen)),
                                    DB_I64(BACKLOG_MOST)));
    }
    return true;
}

static bool
catch_up(struct ctx *ctx, struct kept *kept, const struct now *now, bool *found)
{
    struct touch *touches;
    size_t n;
    struct snapshot_ids companies = {NULL, 0, 0}, contacts = {NULL, 0, 0};
    if (!DB_ALL(ctx, &SQL_SNAPSHOT_TOUCHES,
                DB_ARGS(DB_STR(kept->xmin), DB_STR(kept->seen), DB_I64(BACKLOG_MOST)), touch_fields,
                &touches, &n))
        return false;
    if (!touches->forward) {
        drop_base(kept);
        return true;
    }
    if (touches->total > BACKLOG_MOST)
        return true;
    sort_touches(ctx, kept, touches, n, &companies, &contacts);
    if ((companies.n || contacts.n) &&
        !snapshot_delta_take(ctx, &kept->delta, &companies, &contacts))
        return false;
    keep_own(kept, touches, n);
    set_seen(kept, touches->seen, now->now_us);
    *found = true;
    return true;
}

bool
snapshot_view_open(struct ctx *ctx, struct snapshot_view *out, bool *found)
{
    struct now now;
    *found = false;
    if (!ctx->conf || !ctx->conf->snapshots || !db_in_transaction(ctx))
        return true;
    if (!db_one(ctx, &SQL_SNAPSHOT_NOW, DB_NO_ARGS, now_fields, &now))
        return false;
    if (!now.tenant)
        return true;
    struct keeper *keeper = keeper_of(ctx);
    struct kept *kept = kept_of(keeper, now.tenant);
    name_kept(keeper, kept);
    if (!ensure_base(ctx, kept, &now))
        return false;
    if (kept->base_arena && !catch_up(ctx, kept, &now, found))
        return false;
    out->tables = &kept->tables;
    out->today_us = now.today_us;
    return true;
}
