/* Sets of rows. See snapshot_bits.h. */
#include "domain/snapshot/snapshot_bits.h"

#include <string.h>

/* One body, compiled for any processor and for those that count bits by themselves. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define COUNTING __attribute__((target_clones("popcnt", "default")))
#else
#define COUNTING
#endif

size_t
snapshot_bits_words(size_t n)
{
    return n / 64 + 1;
}

uint64_t *
snapshot_bits_new(struct arena *arena, size_t n, bool all)
{
    uint64_t *bits = ARENA_ARRAY(arena, snapshot_bits_words(n), uint64_t);
    if (all)
        snapshot_bits_not(bits, n);
    return bits;
}

void
snapshot_bits_or(uint64_t *into, const uint64_t *other, size_t n)
{
    for (size_t i = 0; i <= n / 64; i++)
        into[i] |= other[i];
}

void
snapshot_bits_and(uint64_t *into, const uint64_t *other, size_t n)
{
    for (size_t i = 0; i <= n / 64; i++)
        into[i] &= other[i];
}

void
snapshot_bits_not(uint64_t *into, size_t n)
{
    for (size_t i = 0; i <= n / 64; i++)
        into[i] = ~into[i];
    into[n / 64] &= (UINT64_C(1) << n % 64) - 1;
}

COUNTING size_t
snapshot_bits_count(const uint64_t *bits, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i <= n / 64; i++)
        count += (size_t)__builtin_popcountll(bits[i]);
    return count;
}

COUNTING size_t
snapshot_bits_count_both(const uint64_t *a, const uint64_t *b, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i <= n / 64; i++)
        count += (size_t)__builtin_popcountll(a[i] & b[i]);
    return count;
}

size_t
snapshot_bits_rows(const uint64_t *bits, size_t n, uint32_t *out)
{
    size_t at = 0;
    for (size_t i = 0; i <= n / 64; i++)
        for (uint64_t word = bits[i]; word; word &= word - 1)
            out[at++] = (uint32_t)(i * 64 + (size_t)__builtin_ctzll(word));
    return at;
}
