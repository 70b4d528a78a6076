/* Ranges of time. See snapshot_rungs.h. */
#include "domain/snapshot/snapshot_rungs.h"

#include "domain/snapshot/snapshot_bits.h"

enum { RUNGS = 16 };

enum snapshot_order
snapshot_rungs_order(enum snapshot_column column)
{
    return column == SNAPSHOT_CHECKED   ? SNAPSHOT_BY_CHECKED
           : column == SNAPSHOT_UPDATED ? SNAPSHOT_BY_UPDATED
                                        : SNAPSHOT_ORDERS;
}

size_t
snapshot_rungs_words(size_t n_rows)
{
    return (RUNGS - 1) * snapshot_bits_words(n_rows);
}

static size_t
place_of(const struct snapshot_segment *base, size_t rung)
{
    return rung * base->n / RUNGS;
}

void
snapshot_rungs_make(struct arena *arena, struct snapshot_segment *base, enum snapshot_order order)
{
    size_t words = snapshot_bits_words(base->n);
    uint64_t *rungs = ARENA_ARRAY(arena, snapshot_rungs_words(base->n), uint64_t);
    for (size_t rung = 1; rung < RUNGS; rung++) {
        uint64_t *bits = rungs + (rung - 1) * words;
        if (rung > 1)
            snapshot_bits_or(bits, bits - words, base->n);
        for (size_t i = place_of(base, rung - 1); i < place_of(base, rung); i++)
            snapshot_bits_set(bits, base->orders[order][i]);
    }
    base->rungs[order] = rungs;
}

size_t
snapshot_rungs_before(const struct snapshot_segment *base, enum snapshot_column column,
                      int64_t time_us)
{
    const int64_t *times = base->cells[column].at;
    const uint32_t *rows = base->orders[snapshot_rungs_order(column)];
    size_t low = 0, high = base->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (times[rows[middle]] < time_us)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The rung next to a place; *set gets its rows, NULL for none of them and for all of them. */
static size_t
nearest(const struct snapshot_segment *base, enum snapshot_order order, size_t n,
        const uint64_t **set)
{
    size_t rung = base->n ? (n * RUNGS + base->n / 2) / base->n : 0;
    *set = NULL;
    if (rung > 0 && rung < RUNGS)
        *set = base->rungs[order] + (rung - 1) * snapshot_bits_words(base->n);
    return place_of(base, rung);
}

void
snapshot_rungs_first(const struct snapshot_segment *base, enum snapshot_order order, size_t n,
                     uint64_t *bits)
{
    const uint32_t *rows = base->orders[order];
    const uint64_t *set;
    size_t at = nearest(base, order, n, &set);
    if (set)
        snapshot_bits_or(bits, set, base->n);
    else if (at)
        snapshot_bits_not(bits, base->n);
    for (; at < n; at++)
        snapshot_bits_set(bits, rows[at]);
    while (at-- > n)
        bits[rows[at] / 64] &= ~(UINT64_C(1) << rows[at] % 64);
}

size_t
snapshot_rungs_count(const struct snapshot_segment *base, enum snapshot_order order, size_t n,
                     const uint64_t *bits)
{
    const uint32_t *rows = base->orders[order];
    const uint64_t *set;
    size_t at = nearest(base, order, n, &set), count = 0;
    if (set)
        count = snapshot_bits_count_both(set, bits, base->n);
    else if (at)
        count = snapshot_bits_count(bits, base->n);
    for (; at < n; at++)
        count += snapshot_bits_has(bits, rows[at]);
    while (at-- > n)
        count -= snapshot_bits_has(bits, rows[at]);
    return count;
}
