/* Counting by value. See snapshot_count.h. */
#include "domain/columns/snapshot_count.h"

#include "domain/snapshot/snapshot_posting.h"

/* What a row costs to count, with the list of rows there or to be made, in words read of a posting. */
enum { BANKS = 4, LISTED = 2, UNLISTED = 4 };
enum { AHEAD = 24 }; /* rows whose cells are asked for before their turn */

void
snapshot_count_begin(struct arena *arena, const struct snapshot_match *match, const uint64_t *base,
                     const uint64_t *delta, struct snapshot_counting *out)
{
    *out = (struct snapshot_counting){
        .arena = arena, .table = match->table, .base = base, .delta = delta};
    out->n_base = snapshot_bits_count(base, match->table->base.n);
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
    uint32_t *rows = ARENA_ARRAY(counting->arena, counting->n_rows + AHEAD + 1, uint32_t);
    uint64_t *bits = snapshot_bits_new(counting->arena, n, false);
    snapshot_bits_or(bits, counting->base, n);
    if (counting->outside)
        snapshot_bits_not(bits, n);
    snapshot_bits_rows(bits, n, rows);
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

static void
count_sets(const struct snapshot_segment *segment, size_t dimension, const uint32_t *rows, size_t n,
           uint32_t *counts)
{
    const uint32_t *from = segment->cells[SNAPSHOT_FIRST_DIMENSION + dimension].at;
    const uint32_t *places = segment->sets[dimension].at;
    for (size_t i = 0; i < n; i++) {
        __builtin_prefetch(&from[rows[i + AHEAD]]);
        __builtin_prefetch(&places[from[rows[i + AHEAD / 2]]]);
        uint32_t first = from[rows[i]], last = from[rows[i] + 1];
        counts[0] += first == last;
        for (uint32_t k = first; k < last; k++)
            counts[places[k]]++;
    }
}

static void
count_rows(const struct snapshot_segment *segment, enum snapshot_form form, size_t dimension,
           const uint32_t *rows, size_t n, uint32_t *counts, size_t n_places)
{
    const struct snapshot_cells *cells = &segment->cells[SNAPSHOT_FIRST_DIMENSION + dimension];
    if (form == SNAPSHOT_FORM_SETS) {
        count_sets(segment, dimension, rows, n, counts);
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

static void
count_base(struct snapshot_counting *counting, enum snapshot_form form, size_t dimension,
           uint32_t *counts, size_t n_places)
{
    const struct snapshot_segment *base = &counting->table->base;
    size_t n_postings = base->n_postings[dimension];
    size_t fewest = counting->n_base > base->n / 2 ? base->n - counting->n_base : counting->n_base;
    fewest *= counting->rows ? LISTED : UNLISTED;
    if (base->words[dimension] && snapshot_posting_cost(base, dimension, n_postings) < fewest) {
        for (size_t i = 0; i < n_postings; i++)
            if (base->postings[dimension][i].count)
                counts[i] = (uint32_t)snapshot_posting_count(base, dimension, i, counting->base);
        return;
    }
    need_rows(counting);
    count_rows(base, form, dimension, counting->rows, counting->n_rows, counts, n_places);
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

/* How many rows of the base lie before a time. */
static size_t
before(const struct snapshot_segment *base, const int64_t *times, enum snapshot_order order,
       int64_t time_us)
{
    size_t low = 0, high = base->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (times[base->orders[order][middle]] < time_us)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
snapshot_count_times(struct snapshot_counting *counting, enum snapshot_column column,
                     enum snapshot_order order, const int64_t *before_us, size_t n,
                     uint32_t *counts)
{
    const struct snapshot_segment *base = &counting->table->base, *delta = &counting->table->delta;
    const int64_t *times = base->cells[column].at;
    uint32_t inside[SNAPSHOT_BUCKETS] = {0};
    need_rows(counting);
    for (size_t i = 0; i < counting->n_rows; i++) {
        __builtin_prefetch(&times[counting->rows[i + AHEAD]]);
        count_time(times[counting->rows[i]], before_us, n, inside);
    }
    for (size_t i = 0; i < n; i++)
        counts[i] = inside[i];
    if (counting->outside)
        for (size_t i = 0; i < n; i++) {
            size_t older = before(base, times, order, before_us[i]);
            size_t oldest = i + 1 < n ? before(base, times, order, before_us[i + 1]) : 0;
            counts[i] = (uint32_t)(older - oldest) - inside[i];
        }
    for (size_t row = 0; row < delta->n; row++)
        if (snapshot_bits_has(counting->delta, row))
            count_time(snapshot_cell(delta, column, row), before_us, n, counts);
}
