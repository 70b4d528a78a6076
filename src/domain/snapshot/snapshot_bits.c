/* Sets of rows. See snapshot_bits.h. */
#include "domain/snapshot/snapshot_bits.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

uint64_t *
snapshot_bits_copy(struct arena *arena, const uint64_t *bits, size_t n)
{
    size_t size = snapshot_bits_words(n) * sizeof *bits;
    return memcpy(arena_raw(arena, size), bits, size);
}

uint64_t *
snapshot_bits_less(struct arena *arena, const uint64_t *bits, const uint64_t *other, size_t n)
{
    uint64_t *less = arena_raw(arena, snapshot_bits_words(n) * sizeof *bits);
    for (size_t i = 0; i <= n / 64; i++)
        less[i] = bits[i] & ~other[i];
    return less;
}

/* Four words at a time, which compilers turn into what the processor has. */
typedef uint64_t four __attribute__((vector_size(32), aligned(8), may_alias));
enum { FOUR = sizeof(four) / sizeof(uint64_t) };

void
snapshot_bits_or(uint64_t *into, const uint64_t *other, size_t n)
{
    size_t words = snapshot_bits_words(n), i = 0;
    for (; i + FOUR <= words; i += FOUR)
        *(four *)(into + i) |= *(const four *)(other + i);
    for (; i < words; i++)
        into[i] |= other[i];
}

void
snapshot_bits_and(uint64_t *into, const uint64_t *other, size_t n)
{
    size_t words = snapshot_bits_words(n), i = 0;
    for (; i + FOUR <= words; i += FOUR)
        *(four *)(into + i) &= *(const four *)(other + i);
    for (; i < words; i++)
        into[i] &= other[i];
}

void
snapshot_bits_not(uint64_t *into, size_t n)
{
    for (size_t i = 0; i <= n / 64; i++)
        into[i] = ~into[i];
    into[n / 64] &= (UINT64_C(1) << n % 64) - 1;
}

COUNTING static size_t
count_plainly(const uint64_t *a, const uint64_t *b, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (size_t)__builtin_popcountll(a[i] & b[i]);
    return count;
}

#if defined(__x86_64__)
/* Eight words at a time. */
__attribute__((target("avx512f,avx512vpopcntdq"))) static size_t
count_widely(const uint64_t *a, const uint64_t *b, size_t n)
{
    __m512i sum = _mm512_setzero_si512();
    size_t i = 0, rest = 0;
    for (; i + 8 <= n; i += 8)
        sum = _mm512_add_epi64(sum, _mm512_popcnt_epi64(_mm512_and_si512(
                                        _mm512_loadu_si512(a + i), _mm512_loadu_si512(b + i))));
    for (; i < n; i++)
        rest += (size_t)__builtin_popcountll(a[i] & b[i]);
    return (size_t)_mm512_reduce_add_epi64(sum) + rest;
}
#endif

size_t
snapshot_bits_count_both(const uint64_t *a, const uint64_t *b, size_t n)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vpopcntdq"))
        return count_widely(a, b, n / 64 + 1);
#endif
    return count_plainly(a, b, n / 64 + 1);
}

size_t
snapshot_bits_count(const uint64_t *bits, size_t n)
{
    return snapshot_bits_count_both(bits, bits, n);
}

/* Eight at a time whether they are there or not: how many a word has, no one could foresee. */
COUNTING size_t
snapshot_bits_rows(const uint64_t *bits, size_t n, uint32_t *out)
{
    uint32_t *at = out;
    for (size_t i = 0; i <= n / 64; i++) {
        uint64_t word = bits[i];
        if (!word)
            continue;
        uint32_t *end = at + __builtin_popcountll(word), first = (uint32_t)(i * 64);
        do
            for (size_t k = 0; k < SNAPSHOT_BITS_SLACK; k++) {
                at[k] = first + (uint32_t)__builtin_ctzll(word | UINT64_C(1) << 63);
                word &= word - 1;
            }
        while ((at += SNAPSHOT_BITS_SLACK) < end);
        at = end;
    }
    memset(at, 0, SNAPSHOT_BITS_SLACK * sizeof *at);
    return (size_t)(at - out);
}
