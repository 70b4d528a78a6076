/* Pages. See snapshot_page.h. Base and delta each give their next rows; the two are merged. Rows
 * without a value come behind the others in either direction, so a list has two parts. */
#include "domain/columns/snapshot_page.h"

#include <stdlib.h>
#include <string.h>

#include "domain/query/query_cursor.h"
#include "domain/query/query_sql.h"
#include "domain/columns/snapshot_key.h"
#include "domain/columns/snapshot_named.h"
#include "domain/snapshot/snapshot_posting.h"

enum {
    FEW = 512,   /* so few rows are sorted instead of looked for along a permutation */
    NAMED = 5000 /* so many ids are named to SQL instead of the filter */
};

struct reading {
    struct snapshot_keys keys;
    const struct snapshot_match *match;
    bool descending, back; /* the way of reading; back: those without a value first */
    bool begins;           /* from an item on */
    struct snapshot_item from;
    size_t most;
};

/* What is read so far. */
struct items {
    struct snapshot_item *of;
    size_t n;
};

static int
in_reading(const struct reading *reading, const struct snapshot_item *a,
           const struct snapshot_item *b)
{
    if (a->known != b->known)
        return a->known != reading->back ? -1 : 1;
    int order = snapshot_item_compare(a, b);
    return reading->descending ? -order : order;
}

static int
compare_items(const void *a, const void *b, void *reading)
{
    return in_reading(reading, a, b);
}

static void
sink(const struct reading *reading, struct items *heap, size_t at)
{
    for (;;) {
        size_t worst = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < heap->n; child++)
            if (in_reading(reading, &heap->of[child], &heap->of[worst]) > 0)
                worst = child;
        if (worst == at)
            return;
        struct snapshot_item kept = heap->of[at];
        heap->of[at] = heap->of[worst];
        heap->of[worst] = kept;
        at = worst;
    }
}

/* The first rows of a segment, by looking at all of them. */
static struct items
select_rows(struct arena *arena, const struct reading *reading, const struct snapshot_rows *rows)
{
    const struct snapshot_segment *segment = rows->segment;
    size_t most = rows->n < reading->most ? rows->n : reading->most;
    struct items out = {ARENA_ARRAY(arena, most + 1, struct snapshot_item), 0};
    struct snapshot_item item;
    for (size_t i = 0; most && i <= segment->n / 64; i++)
        for (uint64_t rest = rows->all[i]; rest; rest &= rest - 1) {
            snapshot_item_read(&reading->keys, segment, i * 64 + (size_t)__builtin_ctzll(rest),
                               &item);
            if (reading->begins && in_reading(reading, &item, &reading->from) <= 0)
                continue;
            if (out.n < most) {
                out.of[out.n++] = item;
                for (size_t k = out.n == most ? most : 0; k-- > 0;)
                    sink(reading, &out, k);
            } else if (in_reading(reading, &item, &out.of[0]) < 0) {
                out.of[0] = item;
                sink(reading, &out, 0);
            }
        }
    struct reading way = *reading;
    qsort_r(out.of, out.n, sizeof *out.of, compare_items, &way);
    return out;
}

static size_t
row_at(const struct reading *reading, size_t position)
{
    return reading->keys.order < 0
               ? position
               : reading->match->table->base.orders[reading->keys.order][position];
}

/* How many positions of a part hold rows before the item, or the item itself if `with`. */
static size_t
position_of(const struct reading *reading, size_t low, size_t high, bool with)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct snapshot_item item;
        snapshot_item_read(&reading->keys, &reading->match->table->base, row_at(reading, middle),
                           &item);
        if (snapshot_item_compare(&item, &reading->from) < (with ? 1 : 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds the rows of a part of the permutation that match. */
static void
walk_part(const struct reading *reading, bool known, struct items *out)
{
    const struct snapshot_segment *base = &reading->match->table->base;
    const uint64_t *all = reading->match->base.all;
    size_t middle = reading->keys.order < 0 ? base->n : base->known[reading->keys.order];
    size_t low = known ? 0 : middle, high = known ? middle : base->n;
    if (reading->begins && reading->from.known == known) {
        if (reading->descending)
            high = position_of(reading, low, high, false);
        else
            low = position_of(reading, low, high, true);
    }
    while (low < high && out->n < reading->most) {
        size_t row = row_at(reading, reading->descending ? --high : low++);
        if (snapshot_bits_has(all, row))
            snapshot_item_read(&reading->keys, base, row, &out->of[out->n++]);
    }
}

/* Rows of one code in order of their ids. */
static void
walk_code(struct arena *arena, const struct reading *reading, size_t code, struct items *out)
{
    const struct snapshot_segment *base = &reading->match->table->base;
    const struct snapshot_posting *posting = &base->postings[reading->keys.dimension][code];
    size_t n = base->n;
    if (!posting->count || out->n >= reading->most)
        return;
    uint64_t *bits = snapshot_bits_new(arena, n, false);
    snapshot_posting_add(base, reading->keys.dimension, code, bits);
    snapshot_bits_and(bits, reading->match->base.all, n);
    for (size_t i = 0; i <= n / 64 && out->n < reading->most; i++) {
        size_t at = reading->descending ? n / 64 - i : i;
        for (uint64_t rest = bits[at]; rest && out->n < reading->most;) {
            size_t bit = reading->descending ? 63 - (size_t)__builtin_clzll(rest)
                                             : (size_t)__builtin_ctzll(rest);
            rest &= ~(UINT64_C(1) << bit);
            struct snapshot_item *item = &out->of[out->n];
            snapshot_item_read(&reading->keys, base, at * 64 + bit, item);
            if (!reading->begins || in_reading(reading, item, &reading->from) > 0)
                out->n++;
        }
    }
}

static void
walk_codes(struct arena *arena, const struct reading *reading, bool known, struct items *out)
{
    size_t n = reading->match->table->base.n_postings[reading->keys.dimension];
    bool begins = reading->begins && reading->from.known;
    size_t from = begins ? (size_t)reading->from.number : 0;
    if (!known) {
        walk_code(arena, reading, 0, out);
        return;
    }
    for (size_t i = 1; i < n; i++) {
        size_t code = reading->descending ? n - i : i;
        if (!begins || (reading->descending ? code <= from : code >= from))
            walk_code(arena, reading, code, out);
    }
}

/* The first rows of the base, along its permutation. */
static struct items
walk_base(struct arena *arena, const struct reading *reading)
{
    const struct snapshot_rows *rows = &reading->match->base;
    size_t most = rows->n < reading->most ? rows->n : reading->most;
    struct items out = {ARENA_ARRAY(arena, most + 2, struct snapshot_item), 0};
    bool first = !reading->back; /* known ones first */
    struct reading way = *reading;
    way.most = most;
    for (size_t i = 0; i < 2; i++) {
        bool known = i == 0 ? first : !first;
        if (reading->begins && i == 0 && reading->from.known != known)
            continue; /* the cursor stands behind this part */
        if (reading->keys.kind == RECORD_ORDER_CODE)
            walk_codes(arena, &way, known, &out);
        else
            walk_part(&way, known, &out);
    }
    return out;
}

static struct items
read_items(struct arena *arena, const struct reading *reading)
{
    struct items base = reading->match->base.n <= FEW || reading->keys.named
                            ? select_rows(arena, reading, &reading->match->base)
                            : walk_base(arena, reading);
    struct items delta = select_rows(arena, reading, &reading->match->delta);
    struct items out = {ARENA_ARRAY(arena, base.n + delta.n + 1, struct snapshot_item), 0};
    for (size_t i = 0, k = 0; out.n < reading->most && (i < base.n || k < delta.n);) {
        bool from_base =
            i < base.n && (k == delta.n || in_reading(reading, &base.of[i], &delta.of[k]) < 0);
        out.of[out.n++] = from_base ? base.of[i++] : delta.of[k++];
    }
    return out;
}

static bool
is_small(const struct snapshot_match *match)
{
    return match->base.n + match->delta.n <= NAMED;
}

/* Whether columns give the order; of a few contacts SQL finds the companies sooner. */
static bool
by_columns(const struct snapshot_match *match, const struct record_order *order,
           struct snapshot_keys *out)
{
    return snapshot_keys_of(match->table, order, out) &&
           (out->named != SNAPSHOT_NAMED_EMPLOYER || !is_small(match));
}

/* The ids that match when they are few, for SQL; else it goes by the filter. */
static const int64_t *
among(struct arena *arena, const struct snapshot_match *match, size_t *n)
{
    int64_t *ids = NULL;
    *n = 0;
    if (is_small(match))
        snapshot_page_ids(arena, match, &ids, n);
    return ids;
}

bool
snapshot_page_read(struct ctx *ctx, const struct snapshot_tables *tables,
                   const struct snapshot_match *match, const struct record_query *query,
                   struct record_found *out)
{
    struct query_cursor cursor;
    size_t n_ids;
    bool back = *query->before, further = back || *query->after;
    struct reading reading = {.match = match,
                              .descending = query->descending != back,
                              .back = back,
                              .begins = further,
                              .most = query->limit + 1};
    if (!by_columns(match, query->order, &reading.keys)) {
        const int64_t *ids = among(ctx->arena, match, &n_ids);
        return query_sql_rows_among(ctx, query, ids, n_ids, out);
    }
    if (!snapshot_named_fill(ctx, tables, query->order, &reading.keys))
        return false;
    if (further && !query_cursor_read(ctx, back ? "before" : "after",
                                      back ? query->before : query->after, query->order, &cursor))
        return false;
    if (further)
        reading.from = snapshot_item_of(&reading.keys, &cursor);
    struct items items = read_items(ctx->arena, &reading);
    bool more = items.n > query->limit;
    size_t n = more ? query->limit : items.n;
    out->ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    out->n = n;
    out->previous = out->next = NULL;
    for (size_t i = 0; i < n; i++)
        out->ids[back ? n - 1 - i : i] = items.of[i].id;
    if (!n)
        return true;
    const struct snapshot_item *first = &items.of[back ? n - 1 : 0];
    const struct snapshot_item *last = &items.of[back ? 0 : n - 1];
    if (back ? more : further)
        out->previous = query_cursor_write(ctx->arena, first->id,
                                           snapshot_item_text(ctx->arena, &reading.keys, first));
    if (back || more)
        out->next = query_cursor_write(ctx->arena, last->id,
                                       snapshot_item_text(ctx->arena, &reading.keys, last));
    return true;
}

bool
snapshot_page_all(struct ctx *ctx, const struct snapshot_tables *tables,
                  const struct snapshot_match *match, const struct record_query *query,
                  int64_t **ids, size_t *n)
{
    size_t n_few;
    struct reading reading = {
        .match = match, .descending = query->descending, .most = match->base.n + match->delta.n};
    if (!by_columns(match, query->order, &reading.keys)) {
        const int64_t *few = among(ctx->arena, match, &n_few);
        return query_sql_ordered_among(ctx, query, few, n_few, ids, n);
    }
    if (!snapshot_named_fill(ctx, tables, query->order, &reading.keys))
        return false;
    struct items items = read_items(ctx->arena, &reading);
    *ids = ARENA_ARRAY(ctx->arena, items.n + 1, int64_t);
    *n = items.n;
    for (size_t i = 0; i < items.n; i++)
        (*ids)[i] = items.of[i].id;
    return true;
}

static int
compare_ids(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

void
snapshot_page_ids(struct arena *arena, const struct snapshot_match *match, int64_t **ids, size_t *n)
{
    const struct snapshot_rows *both[] = {&match->base, &match->delta};
    *n = 0;
    *ids = ARENA_ARRAY(arena, match->base.n + match->delta.n + 1, int64_t);
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k <= both[i]->segment->n / 64; k++)
            for (uint64_t rest = both[i]->all[k]; rest; rest &= rest - 1)
                (*ids)[(*n)++] = snapshot_cell(both[i]->segment, SNAPSHOT_ID,
                                               k * 64 + (size_t)__builtin_ctzll(rest));
    if (match->delta.n)
        qsort(*ids, *n, sizeof **ids, compare_ids);
}
