/* Rows by value. See snapshot_posting.h. */
#include "domain/snapshot/snapshot_posting.h"

#include "domain/snapshot/snapshot_bits.h"

enum { DENSE = 32 }; /* a bit a row is smaller than a list from one row in so many */

static size_t
words_of(size_t n, const struct snapshot_posting *posting)
{
    return posting->dense ? snapshot_bits_words(n) : ((size_t)posting->count + 1) / 2;
}

/* What the rows have: any number of places, or one each in a column. */
struct holding {
    const struct snapshot_segment *base;
    const uint32_t *from, *places; /* NULL: the column */
    size_t column;
};

/* Calls for each row and place. */
#define EACH_PLACE(holding, row, place, body)                                                      \
    do {                                                                                           \
        const uint32_t none_ = 0, *from_ = (holding)->from;                                        \
        for (size_t row = 0; row < (holding)->base->n; row++) {                                    \
            size_t n_ = 1;                                                                         \
            uint32_t one_;                                                                         \
            const uint32_t *places_ = &one_;                                                       \
            if (!from_)                                                                            \
                one_ = (uint32_t)snapshot_cell((holding)->base, (holding)->column, row);           \
            else if (from_[row] == from_[row + 1])                                                 \
                places_ = &none_;                                                                  \
            else                                                                                   \
                places_ = (holding)->places + from_[row], n_ = from_[row + 1] - from_[row];        \
            for (size_t i_ = 0; i_ < n_; i_++) {                                                   \
                size_t place = places_[i_];                                                        \
                body;                                                                              \
            }                                                                                      \
        }                                                                                          \
    } while (0)

static struct snapshot_posting *
count_places(struct arena *arena, struct snapshot_segment *base, size_t at,
             const struct holding *holding, size_t n)
{
    struct snapshot_posting *postings = ARENA_ARRAY(arena, n, struct snapshot_posting);
    EACH_PLACE(holding, row, place, postings[place].count++);
    base->postings[at] = postings;
    base->n_postings[at] = n;
    return postings;
}

static void
fill_places(struct arena *arena, struct snapshot_segment *base, size_t at,
            const struct holding *holding, struct snapshot_posting *postings, uint64_t *n_words)
{
    size_t n = base->n_postings[at], end = 0;
    for (size_t i = 0; i < n; i++) {
        postings[i].dense = (size_t)postings[i].count * DENSE > base->n;
        postings[i].at = end;
        end += words_of(base->n, &postings[i]);
    }
    uint64_t *words = ARENA_ARRAY(arena, end + 1, uint64_t);
    uint32_t *filled = ARENA_ARRAY(arena, n, uint32_t);
    EACH_PLACE(holding, row, place, {
        uint64_t *own = words + postings[place].at;
        if (postings[place].dense)
            own[row / 64] |= UINT64_C(1) << row % 64;
        else
            ((uint32_t *)own)[filled[place]++] = (uint32_t)row;
    });
    base->words[at] = words;
    *n_words = end + 1;
}

void
snapshot_posting_make(struct arena *arena, struct snapshot_table *table, size_t dimension,
                      uint64_t *n_postings, uint64_t *n_words)
{
    struct snapshot_segment *base = &table->base;
    struct holding holding = {.base = base, .column = SNAPSHOT_FIRST_DIMENSION + dimension};
    if (table->dimensions[dimension].kind == DIMENSION_IDS) {
        holding.from = base->cells[holding.column].at;
        holding.places = base->sets[dimension].at;
    }
    *n_postings = snapshot_places(table, dimension);
    *n_words = 0;
    if (!*n_postings)
        return;
    struct snapshot_posting *postings =
        count_places(arena, base, dimension, &holding, (size_t)*n_postings);
    if (table->dimensions[dimension].kind != DIMENSION_TEXT)
        fill_places(arena, base, dimension, &holding, postings, n_words);
}

void
snapshot_posting_fill(struct arena *arena, struct snapshot_segment *base, size_t at,
                      size_t n_places, const uint32_t *from, const uint32_t *places,
                      uint64_t *n_words)
{
    struct holding holding = {.base = base, .from = from, .places = places};
    fill_places(arena, base, at, &holding, count_places(arena, base, at, &holding, n_places),
                n_words);
}

void
snapshot_posting_add(const struct snapshot_segment *base, size_t dimension, size_t place,
                     uint64_t *bits)
{
    const struct snapshot_posting *posting = &base->postings[dimension][place];
    const uint64_t *own = base->words[dimension] + posting->at;
    if (posting->dense) {
        snapshot_bits_or(bits, own, base->n);
        return;
    }
    const uint32_t *rows = (const uint32_t *)own;
    for (size_t i = 0; i < posting->count; i++)
        bits[rows[i] / 64] |= UINT64_C(1) << rows[i] % 64;
}

size_t
snapshot_posting_count(const struct snapshot_segment *base, size_t dimension, size_t place,
                       const uint64_t *bits)
{
    const struct snapshot_posting *posting = &base->postings[dimension][place];
    const uint64_t *own = base->words[dimension] + posting->at;
    if (posting->dense)
        return snapshot_bits_count_both(bits, own, base->n);
    const uint32_t *rows = (const uint32_t *)own;
    size_t count = 0;
    for (size_t i = 0; i < posting->count; i++)
        count += bits[rows[i] / 64] >> rows[i] % 64 & 1;
    return count;
}

size_t
snapshot_posting_cost(const struct snapshot_segment *base, size_t dimension, size_t n_places)
{
    size_t cost = 0;
    for (size_t i = 0; i < n_places; i++) {
        const struct snapshot_posting *posting = &base->postings[dimension][i];
        cost += posting->dense ? snapshot_bits_words(base->n) : 2 * (size_t)posting->count;
    }
    return cost;
}
