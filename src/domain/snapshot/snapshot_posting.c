/* Rows by value. See snapshot_posting.h. */
#include "domain/snapshot/snapshot_posting.h"

#include "domain/snapshot/snapshot_bits.h"

enum { DENSE = 32 }; /* a bit a row is smaller than a list from one row in so many */

static size_t
words_of(size_t n, const struct snapshot_posting *posting)
{
    return posting->dense ? snapshot_bits_words(n) : ((size_t)posting->count + 1) / 2;
}

/* Calls for each row and place. */
#define EACH_PLACE(table, dimension, row, place, body)                                             \
    do {                                                                                           \
        const struct snapshot_segment *base_ = &(table)->base;                                     \
        bool sets_ = (table)->dimensions[dimension].kind == DIMENSION_IDS;                         \
        for (size_t row = 0; row < base_->n; row++) {                                              \
            size_t n_ = 1;                                                                         \
            uint32_t one_ = 0;                                                                     \
            const uint32_t *places_ = &one_;                                                       \
            if (sets_)                                                                             \
                places_ = snapshot_set(base_, dimension, row, &n_);                                \
            else                                                                                   \
                one_ =                                                                             \
                    (uint32_t)snapshot_cell(base_, SNAPSHOT_FIRST_DIMENSION + (dimension), row);   \
            if (!n_) {                                                                             \
                n_ = 1;                                                                            \
                places_ = &one_;                                                                   \
            }                                                                                      \
            for (size_t i_ = 0; i_ < n_; i_++) {                                                   \
                size_t place = places_[i_];                                                        \
                body;                                                                              \
            }                                                                                      \
        }                                                                                          \
    } while (0)

void
snapshot_posting_make(struct arena *arena, struct snapshot_table *table, size_t dimension,
                      uint64_t *n_postings, uint64_t *n_words)
{
    struct snapshot_segment *base = &table->base;
    size_t n = snapshot_places(table, dimension), at = 0;
    *n_postings = *n_words = 0;
    if (!n)
        return;
    struct snapshot_posting *postings = ARENA_ARRAY(arena, n, struct snapshot_posting);
    uint32_t *filled = ARENA_ARRAY(arena, n, uint32_t);
    EACH_PLACE(table, dimension, row, place, postings[place].count++);
    base->postings[dimension] = postings;
    base->n_postings[dimension] = *n_postings = n;
    if (table->dimensions[dimension].kind == DIMENSION_TEXT)
        return;
    for (size_t i = 0; i < n; i++) {
        postings[i].dense = (size_t)postings[i].count * DENSE > base->n;
        postings[i].at = at;
        at += words_of(base->n, &postings[i]);
    }
    uint64_t *words = ARENA_ARRAY(arena, at + 1, uint64_t);
    EACH_PLACE(table, dimension, row, place, {
        uint64_t *own = words + postings[place].at;
        if (postings[place].dense)
            own[row / 64] |= UINT64_C(1) << row % 64;
        else
            ((uint32_t *)own)[filled[place]++] = (uint32_t)row;
    });
    base->words[dimension] = words;
    *n_words = at + 1;
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
