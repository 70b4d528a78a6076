/* Sets of rows, one bit each, in words of 64; bits past the last row are 0. The counting loops exist
 * twice, with the processor's instruction for it where it has one. Called by the other files of this
 * area. Pure. */
#ifndef LEADGEN_SNAPSHOT_BITS_H
#define LEADGEN_SNAPSHOT_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Words that n rows take; at least one. */
size_t snapshot_bits_words(size_t n);

/* A new set, empty or of all n rows. */
uint64_t *snapshot_bits_new(struct arena *arena, size_t n, bool all);

/* A new set like another; of those in one but not in the other. */
uint64_t *snapshot_bits_copy(struct arena *arena, const uint64_t *bits, size_t n);
uint64_t *snapshot_bits_less(struct arena *arena, const uint64_t *bits, const uint64_t *other,
                             size_t n);

/* into |= other, into &= other, into = not into. */
void snapshot_bits_or(uint64_t *into, const uint64_t *other, size_t n);
void snapshot_bits_and(uint64_t *into, const uint64_t *other, size_t n);
void snapshot_bits_not(uint64_t *into, size_t n);

/* How many are set, in one or in both. */
size_t snapshot_bits_count(const uint64_t *bits, size_t n);
size_t snapshot_bits_count_both(const uint64_t *a, const uint64_t *b, size_t n);

/* The rows of a set, ascending; out has room for all and for SNAPSHOT_BITS_SLACK more, which
 * end up 0. */
enum { SNAPSHOT_BITS_SLACK = 8 };
size_t snapshot_bits_rows(const uint64_t *bits, size_t n, uint32_t *out);

static inline bool
snapshot_bits_has(const uint64_t *bits, size_t row)
{
    return bits[row / 64] >> row % 64 & 1;
}

static inline void
snapshot_bits_set(uint64_t *bits, size_t row)
{
    bits[row / 64] |= UINT64_C(1) << row % 64;
}

#endif
