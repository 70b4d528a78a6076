/* Undo, the keys. See change_keys.h. */
#include "domain/change/change_keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "statements.h"

/* How far holders of holders are followed past the batch. Whoever stands beyond counts as giving
 * its key up; should it not in its turn, its field stays empty and that is noted. */
enum { MOST_LEVELS = 8 };

/* A record wants a key that another one has. */
struct claim {
    int64_t record_id, place, holder_id;
    bool lost;
};

/* The batch, then those who have its keys, then those who have theirs, and so on. */
struct level {
    struct change_batch batch;
    struct claim *claims;
    size_t n;
    int64_t *freed; /* of each record the fields whose key goes to the batch */
};

struct levels {
    struct level at[MOST_LEVELS];
    size_t n;
};

static const struct unique_key {
    const char *field;
    enum change_reason reason;
} company_keys[] =
    {
        {"domain", CHANGE_KEPT_DOMAIN}
},
  contact_keys[] = {{"email", CHANGE_KEPT_EMAIL}, {"linkedin_url", CHANGE_KEPT_LINKEDIN}};

static const struct unique_key *
keys_of(enum record_entity entity, size_t *n)
{
    *n = entity == RECORD_COMPANY ? sizeof company_keys / sizeof *company_keys
                                  : sizeof contact_keys / sizeof *contact_keys;
    return entity == RECORD_COMPANY ? company_keys : contact_keys;
}

static int64_t
bit_at(enum record_entity entity, size_t place)
{
    size_t n;
    return CHANGE_BIT(record_field_get(entity, keys_of(entity, &n)[place].field));
}

static bool
same_key(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

/* Whether the plan gives the record this key. */
static bool
wants(const struct change_item *item, size_t place)
{
    return item->unique[place] && !item->duplicate &&
           (item->act == CHANGE_REVIVE ||
            (item->act == CHANGE_REVERT && !same_key(item->unique[place], item->has[place])));
}

/* The field of a lost key stays as it is; a record that would come back without its key would not be
 * the same record and stays deleted. */
static void
lose(enum record_entity entity, struct change_item *item, size_t place)
{
    size_t n;
    int64_t bits = bit_at(entity, place) & item->bits;
    if (item->act == CHANGE_REVIVE)
        bits = CHANGE_EXISTS;
    else if (!bits) /* the address of a desk is a key by the lack of a name and a profile */
        bits = item->bits & (CHANGE_BIT(record_field_get(RECORD_CONTACT, "first_name")) |
                             CHANGE_BIT(record_field_get(RECORD_CONTACT, "last_name")) |
                             CHANGE_BIT(record_field_get(RECORD_CONTACT, "linkedin_url")));
    item->unique[place] = item->has[place];
    change_plan_keep(item, bits, keys_of(entity, &n)[place].reason);
}

struct wish {
    const char *key;
    struct change_item *item;
};

static int
compare_wish(const void *a, const void *b)
{
    const struct wish *one = a, *two = b;
    int order = strcmp(one->key, two->key);
    return order ? order : one->item->record_id < two->item->record_id ? -1 : 1;
}

/* Two that had the same key one after the other: the first gets it. */
static void
settle_rivals(struct arena *arena, struct change_batch *batch, size_t place)
{
    struct wish *wishes = ARENA_ARRAY(arena, batch->n_items, struct wish);
    size_t n = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        if (wants(&batch->items[i], place))
            wishes[n++] = (struct wish){batch->items[i].unique[place], &batch->items[i]};
    qsort(wishes, n, sizeof *wishes, compare_wish);
    for (size_t i = 1; i < n; i++)
        if (!strcmp(wishes[i - 1].key, wishes[i].key))
            lose(batch->entity, wishes[i].item, place);
}

/* Asks who has the keys that the records of a level want. */
static bool
ask_claims(struct ctx *ctx, struct level *level)
{
    static const struct field map[] = {FIELD_I64(struct claim, record_id),
                                       FIELD_I64(struct claim, place),
                                       FIELD_I64(struct claim, holder_id), FIELD_END};
    const struct change_batch *batch = &level->batch;
    size_t n_keys, n = 0;
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n_items + 1, int64_t);
    const char **keys[CHANGE_MOST_UNIQUE];
    keys_of(batch->entity, &n_keys);
    for (size_t place = 0; place < CHANGE_MOST_UNIQUE; place++)
        keys[place] = ARENA_ARRAY(ctx->arena, batch->n_items + 1, const char *);
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct change_item *item = &batch->items[i];
        bool any = false;
        for (size_t place = 0; place < n_keys; place++) {
            bool wanted = wants(item, place);
            keys[place][n] = wanted ? item->unique[place] : NULL;
            any |= wanted;
        }
        ids[n] = item->record_id;
        n += any;
    }
    level->n = 0;
    struct db_arg args[] = {DB_I64S(ids, n), DB_STRS(keys[0], n), DB_STRS(keys[1], n)};
    return !n ||
           db_all(ctx,
                  batch->entity == RECORD_COMPANY ? &SQL_COMPANY_UNDO_TAKEN
                                                  : &SQL_CONTACT_UNDO_TAKEN,
                  args, 1 + n_keys, map, sizeof *level->claims, (void **)&level->claims, &level->n);
}

/* A record of any level, or NULL. */
static struct change_item *
item_of(const struct levels *levels, int64_t record_id, size_t *level)
{
    for (*level = 0; *level < levels->n; ++*level) {
        const struct change_batch *batch = &levels->at[*level].batch;
        size_t low = 0, high = batch->n_items;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (batch->items[middle].record_id < record_id)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < batch->n_items && batch->items[low].record_id == record_id)
            return &batch->items[low];
    }
    return NULL;
}

/* Holders that stand in no level yet make the next one. */
static bool
add_level(struct ctx *ctx, struct levels *levels, bool *added)
{
    const struct level *last = &levels->at[levels->n - 1];
    struct level *next = &levels->at[levels->n];
    int64_t *ids = ARENA_ARRAY(ctx->arena, last->n + 1, int64_t);
    size_t n = 0, at;
    for (size_t i = 0; i < last->n; i++)
        if (!item_of(levels, last->claims[i].holder_id, &at))
            ids[n++] = last->claims[i].holder_id;
    *added = n > 0;
    if (!n)
        return true;
    *next = (struct level){.batch = last->batch};
    levels->n++;
    return change_restore_plan(ctx, &next->batch, ids, n) &&
           change_restore_keep_referred(ctx, &next->batch) &&
           (next->batch.entity == RECORD_COMPANY ? change_company_unique(ctx, &next->batch)
                                                 : change_contact_unique(ctx, &next->batch)) &&
           ask_claims(ctx, next);
}

/* Whether the holder of a key gives it up by its own undo. */
static bool
gives_up(const struct levels *levels, const struct claim *claim, const char *key)
{
    size_t level;
    const struct change_item *holder = item_of(levels, claim->holder_id, &level);
    size_t place = (size_t)claim->place;
    if (!holder)
        return false;
    if (holder->act == CHANGE_REMOVE)
        return true;
    return holder->act == CHANGE_REVERT && !same_key(holder->unique[place], key);
}

/* One look at the claims of a level: who loses keeps a key that others may have counted on. */
static bool
lose_claims(struct levels *levels, struct level *level, bool backwards)
{
    bool changed = false;
    for (size_t i = 0; i < level->n; i++) {
        struct claim *claim = &level->claims[backwards ? level->n - 1 - i : i];
        size_t place = (size_t)claim->place;
        struct change_item *item = change_restore_item(&level->batch, claim->record_id);
        if (claim->lost || !wants(item, place) || gives_up(levels, claim, item->unique[place]))
            continue;
        lose(level->batch.entity, item, place);
        changed = claim->lost = true;
    }
    return changed;
}

/* What the batch's records get and others still have. */
static void
collect_releases(struct arena *arena, struct levels *levels, struct change_releases *out)
{
    const struct level *own = &levels->at[0];
    out->ids = ARENA_ARRAY(arena, own->n + 1, int64_t);
    out->places = ARENA_ARRAY(arena, own->n + 1, int64_t);
    out->whole = ARENA_ARRAY(arena, own->n + 1, int64_t);
    out->later_ids = ARENA_ARRAY(arena, own->n + 1, int64_t);
    out->later_bits = ARENA_ARRAY(arena, own->n + 1, int64_t);
    for (size_t l = 0; l < levels->n; l++)
        levels->at[l].freed = ARENA_ARRAY(arena, levels->at[l].batch.n_items, int64_t);
    for (size_t i = 0; i < own->n; i++) {
        const struct claim *claim = &own->claims[i];
        size_t place = (size_t)claim->place, at;
        if (!wants(change_restore_item(&own->batch, claim->record_id), place))
            continue;
        const struct change_item *holder = item_of(levels, claim->holder_id, &at);
        if (!holder || (!at && holder->act == CHANGE_REMOVE))
            continue; /* the batch's own are gone before the keys are written */
        int64_t bit = bit_at(own->batch.entity, place) & holder->bits;
        out->ids[out->n] = claim->holder_id;
        out->places[out->n] = claim->place;
        out->whole[out->n++] = at && bit;
        levels->at[at].freed[holder - levels->at[at].batch.items] |= bit;
    }
    for (size_t l = 1; l < levels->n; l++)
        for (size_t i = 0; i < levels->at[l].batch.n_items; i++) {
            if (!levels->at[l].freed[i])
                continue;
            out->later_ids[out->n_later] = levels->at[l].batch.items[i].record_id;
            out->later_bits[out->n_later++] = levels->at[l].freed[i];
        }
}

bool
change_keys_settle(struct ctx *ctx, struct change_batch *batch, struct change_releases *releases)
{
    struct levels *levels = ARENA_NEW(ctx->arena, struct levels);
    size_t n_keys;
    *releases = (struct change_releases){0};
    keys_of(batch->entity, &n_keys);
    for (size_t place = 0; place < n_keys; place++)
        settle_rivals(ctx->arena, batch, place);
    levels->n = 1;
    levels->at[0].batch = *batch; /* the items are the batch's own */
    if (!ask_claims(ctx, &levels->at[0]))
        return false;
    bool more = true;
    while (more && levels->n < MOST_LEVELS)
        if (!add_level(ctx, levels, &more))
            return false;
    if (more)
        levels->at[levels->n - 1].n = 0;
    more = true;
    for (bool backwards = false; more; backwards = !backwards) {
        more = false;
        for (size_t i = levels->n; i-- > 0;)
            more |= lose_claims(levels, &levels->at[i], backwards);
    }
    collect_releases(ctx->arena, levels, releases);
    return true;
}
