/* Counting by value. See snapshot_count.h. */
#include "domain/columns/snapshot_count.h"

#include <string.h>

#include "domain/snapshot/snapshot_packs.h"
#include "domain/snapshot/snapshot_posting.h"
#include "domain/snapshot/snapshot_rungs.h"

/* What a row costs to count, with the list of rows there or to be made, in words read of a posting. */
enum { BANKS = 4, LISTED = 3, UNLISTED = 6 };
enum { AHEAD = 24 }; /* rows whose cells are asked for before their turn */
/* Rows that are counted pack after pack while they are near, and so few that packs are not worth it. */
enum { NEAR = 256, PACKED_LEAST = 512 };
enum { AT_ONCE = 4 }; /* places of a set that are counted whether they are there or not */
/* Times of so few rows are looked at: one in so many. */
enum { TIMES_FEW = 32 };

static void
begin(struct arena *arena, const struct snapshot_table *table, const uint64_t *base,
      const uint64_t *delta, struct snapshot_counting *out)
{
    *out = (struct snapshot_counting){.arena = arena, .table = table, .base = base, .delta = delta};
    out->n_base = snapshot_bits_count(base, table->base.n);
}

void
snapshot_count_begin(struct arena *arena, const struct snapshot_match *match, bool many,
                     struct snapshot_counting *out)
{
    begin(arena, match->table, match->base.all, match->delta.all, out);
    out->many = many;
}

/* What passes all is counted anyway: of the rest there may be few. */
void
snapshot_count_without(struct snapshot_counting *of_all, const struct snapshot_match *match,
                       size_t clause, struct snapshot_counting *out)
{
    const uint64_t *base = match->base.without[clause], *delta = match->delta.without[clause];
    const struct snapshot_table *table = match->table;
    struct arena *arena = of_all->arena;
    begin(arena, table, base, delta, out);
    if (table->base.n - out->n_base < out->n_base - of_all->n_base)
        return;
    begin(arena, table, snapshot_bits_less(arena, base, match->base.all, table->base.n),
          snapshot_bits_less(arena, delta, match->delta.all, table->delta.n), out);
    out->beside = of_all;
}

/* The rows to walk over: few even when the set is nearly everything. */
static void
need_rows(struct snapshot_counting *counting)
{
    size_t n = counting->table->base.n;
    if (counting->rows)
        return;
    counting->outside = counting->n_base > n / 2;
    counting->n_rows = counting->outside ? n - counting->n_base : counting->n_base;
    size_t n_slack = AHEAD + SNAPSHOT_BITS_SLACK;
    uint32_t *rows = arena_raw(counting->arena, (counting->n_rows + n_slack) * sizeof *rows);
    const uint64_t *bits = counting->base;
    if (counting->outside) {
        uint64_t *others = snapshot_bits_copy(counting->arena, bits, n);
        snapshot_bits_not(others, n);
        bits = others;
    }
    snapshot_bits_rows(bits, n, rows);
    memset(rows + counting->n_rows, 0, n_slack * sizeof *rows);
    counting->rows = rows;
}

/* Neighbours often have the same code: in one row of counters each step would wait for the last. */
static void
count_bytes(const uint8_t *codes, const uint32_t *rows, size_t n, uint32_t *counts, size_t n_places)
{
    uint32_t banks[BANKS][UINT8_MAX + 1] = {{0}};
    size_t i = 0;
    for (; i + BANKS <= n; i += BANKS)
        for (size_t k = 0; k < BANKS; k++) {
            __builtin_prefetch(&codes[rows[i + k + AHEAD]]);
            banks[k][codes[rows[i + k]]]++;
        }
    for (; i < n; i++)
        banks[0][codes[rows[i]]]++;
    for (size_t place = 0; place < n_places && place <= UINT8_MAX; place++)
        for (size_t k = 0; k < BANKS; k++)
            counts[place] += banks[k][place];
}

/* Most rows have a few places and no one could foresee how many: what a row does not have is counted
 * as nothing. The first, second and so on are counted apart, as many rows have the same. */
static void
count_sets(struct arena *arena, const struct snapshot_segment *segment, size_t dimension,
           const uint32_t *rows, size_t n, uint32_t *counts, size_t n_places)
{
    const uint32_t *from = segment->cells[SNAPSHOT_FIRST_DIMENSION + dimension].at;
    const uint32_t *places = segment->sets[dimension].at;
    uint32_t *banks = ARENA_ARRAY(arena, AT_ONCE * n_places, uint32_t);
    uint32_t end = from[segment->n], empty = 0;
    for (size_t i = 0; i < n; i++) {
        __builtin_prefetch(&from[rows[i + AHEAD]]);
        __builtin_prefetch(&places[from[rows[i + AHEAD / 2]]]);
        uint32_t k = from[rows[i]], last = from[rows[i] + 1], held = last - k;
        empty += !held;
        if (end - k >= AT_ONCE) {
            banks[places[k]] += 0 < held;
            banks[n_places + places[k + 1]] += 1 < held;
            banks[2 * n_places + places[k + 2]] += 2 < held;
            banks[3 * n_places + places[k + 3]] += 3 < held;
            k += AT_ONCE;
        }
        for (; k < last; k++)
            counts[places[k]]++;
    }
    counts[0] += empty;
    for (size_t place = 0; place < n_places; place++)
        for (size_t k = 0; k < AT_ONCE; k++)
            counts[place] += banks[k * n_places + place];
}

static void
count_rows(struct arena *arena, const struct snapshot_segment *segment, enum snapshot_form form,
           size_t dimension, const uint32_t *rows, size_t n, uint32_t *counts, size_t n_places)
{
    const struct snapshot_cells *cells = &segment->cells[SNAPSHOT_FIRST_DIMENSION + dimension];
    if (form == SNAPSHOT_FORM_SETS) {
        count_sets(arena, segment, dimension, rows, n, counts, n_places);
    } else if (cells->width == 1) {
        count_bytes(cells->at, rows, n, counts, n_places);
    } else if (cells->width == 2) {
        const uint16_t *codes = cells->at;
        for (size_t i = 0; i < n; i++) {
            __builtin_prefetch(&codes[rows[i + AHEAD]]);
            counts[codes[rows[i]]]++;
        }
    } else {
        const uint32_t *codes = cells->at;
        for (size_t i = 0; i < n; i++) {
            __builtin_prefetch(&codes[rows[i + AHEAD]]);
            counts[codes[rows[i]]]++;
        }
    }
}

/* The counters of a pack into counts of its digits: those of the first are sums of what lies next to
 * each other, and what is left are the counters of the others. */
static void
unpack(const struct snapshot_pack *pack, uint32_t *counters, uint32_t **counts)
{
    for (size_t k = 0; k < pack->n; k++) {
        const struct snapshot_digit *digit = &pack->digits[k];
        for (uint32_t value = 0; value < digit->n; value++) {
            const uint32_t *own = counters + (size_t)value * digit->unit;
            uint32_t sum = 0;
            for (uint32_t i = 0; i < digit->unit; i++)
                sum += own[i];
            for (uint32_t i = 0; value && i < digit->unit; i++)
                counters[i] += own[i];
            /* of a set the first place says that there is none */
            if (counts[digit->dimension] && (value || !digit->slot))
                counts[digit->dimension][digit->places[value]] += sum;
        }
    }
}

/* What sets hold beyond their slots. */
static void
count_spill(const struct snapshot_counting *counting, size_t dimension, uint32_t *counts)
{
    const struct snapshot_segment *base = &counting->table->base;
    const uint32_t *spill = base->spill[dimension];
    for (size_t i = 0; i < base->n_spill[dimension]; i += 2)
        counts[spill[i + 1]] += snapshot_bits_has(counting->base, spill[i]) != counting->outside;
}

static bool
is_in(const struct snapshot_pack *pack, size_t dimension)
{
    for (size_t k = 0; k < pack->n; k++)
        if (pack->digits[k].dimension == dimension)
            return true;
    return false;
}

/* Two counters for each number, in turn: neighbours often are alike. */
static void
count_pack(const uint16_t *pack, size_t step, const uint32_t *rows, size_t n, uint32_t *counters)
{
    size_t k = 0;
    for (; k + 2 <= n; k += 2) {
        counters[2 * (size_t)pack[rows[k] * step]]++;
        counters[2 * (size_t)pack[rows[k + 1] * step] + 1]++;
    }
    if (k < n)
        counters[2 * (size_t)pack[rows[k] * step]]++;
}

/* Counts the packs that hold a dimension, or all of them. */
static void
count_packs(struct snapshot_counting *counting, size_t dimension, bool all)
{
    const struct snapshot_segment *base = &counting->table->base;
    const struct snapshot_plan *plan = base->plan;
    const uint32_t *rows = counting->rows;
    const uint16_t *packs = base->packs;
    uint32_t *counters[SNAPSHOT_DIGITS];
    size_t wanted[SNAPSHOT_DIGITS], n = 0;
    for (size_t i = 0; i < plan->n; i++)
        if (all || is_in(&plan->packs[i], dimension)) {
            counters[n] = ARENA_ARRAY(counting->arena, 2 * plan->packs[i].size, uint32_t);
            wanted[n++] = i;
        }
    for (size_t first = 0; first < counting->n_rows; first += NEAR) {
        size_t last = first + NEAR < counting->n_rows ? first + NEAR : counting->n_rows;
        for (size_t k = first; k < last; k++)
            __builtin_prefetch(&packs[rows[k] * plan->n]);
        for (size_t i = 0; i < n; i++)
            count_pack(packs + wanted[i], plan->n, rows + first, last - first, counters[i]);
    }
    for (size_t i = 0; i < counting->table->n_dimensions; i++)
        if (plan->has[i] && (all || i == dimension)) {
            counting->packed[i] = ARENA_ARRAY(counting->arena, base->n_postings[i], uint32_t);
            count_spill(counting, i, counting->packed[i]);
        }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < plan->packs[wanted[i]].size; k++)
            counters[i][k] = counters[i][2 * k] + counters[i][2 * k + 1];
        unpack(&plan->packs[wanted[i]], counters[i], counting->packed);
    }
}

/* Whether the packs were counted, which they are once it pays: always for all of them, and for one
 * dimension with sets. */
static bool
has_packs(struct snapshot_counting *counting, size_t dimension, enum snapshot_form form)
{
    const struct snapshot_plan *plan = counting->table->base.plan;
    if (!plan || !plan->has[dimension] || (!counting->many && form != SNAPSHOT_FORM_SETS))
        return false;
    need_rows(counting);
    if (counting->n_rows < PACKED_LEAST)
        return false;
    if (!counting->packed[dimension])
        count_packs(counting, dimension, counting->many);
    return true;
}

static void
count_base(struct snapshot_counting *counting, enum snapshot_form form, size_t dimension,
           uint32_t *counts, size_t n_places)
{
    const struct snapshot_segment *base = &counting->table->base;
    size_t n_postings = base->n_postings[dimension];
    size_t fewest = counting->n_base > base->n / 2 ? base->n - counting->n_base : counting->n_base;
    if (has_packs(counting, dimension, form)) {
        memcpy(counts, counting->packed[dimension], n_postings * sizeof *counts);
    } else {
        fewest *= counting->rows ? LISTED : UNLISTED;
        if (base->words[dimension] && snapshot_posting_cost(base, dimension, n_postings) < fewest) {
            for (size_t i = 0; i < n_postings; i++)
                if (base->postings[dimension][i].count)
                    counts[i] =
                        (uint32_t)snapshot_posting_count(base, dimension, i, counting->base);
            return;
        }
        need_rows(counting);
        count_rows(counting->arena, base, form, dimension, counting->rows, counting->n_rows, counts,
                   n_places);
    }
    if (counting->outside)
        for (size_t i = 0; i < n_postings; i++)
            counts[i] = base->postings[dimension][i].count - counts[i];
}

uint32_t *
snapshot_count_places(struct snapshot_counting *counting, size_t dimension)
{
    const struct snapshot_table *table = counting->table;
    enum snapshot_form form = snapshot_form(&table->dimensions[dimension]);
    size_t n_places = snapshot_places(table, dimension);
    uint32_t *counts = ARENA_ARRAY(counting->arena, n_places + 1, uint32_t);
    if (table->base.n)
        count_base(counting, form, dimension, counts, n_places);
    for (size_t i = 0; i <= table->delta.n / 64; i++)
        for (uint64_t rest = counting->delta[i]; rest; rest &= rest - 1) {
            uint32_t row = (uint32_t)(i * 64 + (size_t)__builtin_ctzll(rest));
            size_t n = 1;
            uint32_t one = form == SNAPSHOT_FORM_SETS
                               ? 0
                               : (uint32_t)snapshot_cell(&table->delta,
                                                         SNAPSHOT_FIRST_DIMENSION + dimension, row);
            const uint32_t *places = &one;
            if (form == SNAPSHOT_FORM_SETS)
                places = snapshot_set(&table->delta, dimension, row, &n);
            if (!n)
                counts[0]++;
            for (size_t k = 0; k < n; k++)
                counts[places[k]]++;
        }
    const uint32_t *more =
        counting->beside ? snapshot_count_places(counting->beside, dimension) : NULL;
    for (size_t i = 0; more && i < n_places; i++)
        counts[i] += more[i];
    return counts;
}

/* The first bound is the end of time; without branches, as no one could foresee them. */
static void
count_time(int64_t time, const int64_t *before_us, size_t n, uint32_t *counts)
{
    size_t bucket = 0;
    for (size_t i = 1; i < n; i++)
        bucket += time < before_us[i];
    counts[bucket]++;
}

/* Rows of the base in the order of times, from the nearest rung on. */
static void
count_ranges(const struct snapshot_counting *counting, enum snapshot_column column,
             const int64_t *before_us, size_t n, uint32_t *counts)
{
    const struct snapshot_segment *base = &counting->table->base;
    size_t older = counting->n_base;
    for (size_t i = 0; i < n; i++) {
        size_t oldest = 0;
        if (i + 1 < n)
            oldest = snapshot_rungs_count(base, snapshot_rungs_order(column),
                                          snapshot_rungs_before(base, column, before_us[i + 1]),
                                          counting->base);
        counts[i] = (uint32_t)(older - oldest);
        older = oldest;
    }
}

void
snapshot_count_times(struct snapshot_counting *counting, enum snapshot_column column,
                     const int64_t *before_us, size_t n, uint32_t *counts)
{
    const struct snapshot_segment *base = &counting->table->base, *delta = &counting->table->delta;
    const int64_t *times = base->cells[column].at;
    enum snapshot_order order = snapshot_rungs_order(column);
    if (order != SNAPSHOT_ORDERS && counting->n_base > base->n / TIMES_FEW) {
        count_ranges(counting, column, before_us, n, counts);
    } else {
        need_rows(counting);
        for (size_t i = 0; i < counting->n_rows; i++) {
            __builtin_prefetch(&times[counting->rows[i + AHEAD]]);
            count_time(times[counting->rows[i]], before_us, n, counts);
        }
    }
    for (size_t row = 0; row < delta->n; row++)
        if (snapshot_bits_has(counting->delta, row))
            count_time(snapshot_cell(delta, column, row), before_us, n, counts);
    uint32_t more[SNAPSHOT_BUCKETS] = {0};
    if (counting->beside)
        snapshot_count_times(counting->beside, column, before_us, n, more);
    for (size_t i = 0; counting->beside && i < n; i++)
        counts[i] += more[i];
}
