/* Substring search. See snapshot_search.h. */
#include "domain/columns/snapshot_search.h"

#include <string.h>

#include "domain/snapshot/snapshot_bits.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { PROBE = 16, FEW = 16 }; /* rows looked at one by one: up to one in so many */

#if defined(__SSE2__)
/* Sixteen places at a time: where the first and the last byte of the word both fit. */
const char *
snapshot_search_first(const char *text, size_t length, const char *word, size_t n)
{
    const char *end = text + length;
    if (n < 2 || length < n + PROBE)
        return memmem(text, length, word, n);
    const __m128i first = _mm_set1_epi8(word[0]), last = _mm_set1_epi8(word[n - 1]);
    for (; text + n + PROBE - 1 <= end; text += PROBE) {
        __m128i a = _mm_loadu_si128((const __m128i *)(const void *)text);
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(text + n - 1));
        unsigned fits = (unsigned)_mm_movemask_epi8(
            _mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last)));
        for (; fits; fits &= fits - 1) {
            const char *at = text + __builtin_ctz(fits);
            if (!memcmp(at + 1, word + 1, n - 2))
                return at;
        }
    }
    return memmem(text, (size_t)(end - text), word, n);
}
#else
const char *
snapshot_search_first(const char *text, size_t length, const char *word, size_t n)
{
    return memmem(text, length, word, n);
}
#endif

/* The row that a place of the texts belongs to; found from the one before, as places ascend. */
static size_t
row_of(const uint32_t *from, size_t row, size_t n, uint32_t place)
{
    size_t step = 1, high = row + 1;
    while (high < n && from[high] <= place) {
        row = high;
        high = row + step;
        step *= 2;
    }
    high = high > n ? n : high;
    while (high - row > 1) {
        size_t middle = row + (high - row) / 2;
        if (from[middle] <= place)
            row = middle;
        else
            high = middle;
    }
    return row;
}

static void
scan_all(const struct snapshot_segment *segment, const char *word, size_t n, uint64_t *bits)
{
    const uint32_t *from = segment->cells[SNAPSHOT_SEARCH].at;
    const char *text = segment->texts[0].at, *end = text + segment->texts[0].n, *at = text;
    size_t row = 0;
    while (at < end && (at = snapshot_search_first(at, (size_t)(end - at), word, n))) {
        row = row_of(from, row, segment->n, (uint32_t)(at - text));
        snapshot_bits_set(bits, row);
        at = text + from[row + 1];
    }
}

static void
scan_among(const struct snapshot_segment *segment, const char *word, size_t n,
           const uint64_t *among, uint64_t *bits)
{
    for (size_t i = 0; i <= segment->n / 64; i++)
        for (uint64_t rest = among[i]; rest; rest &= rest - 1) {
            size_t row = i * 64 + (size_t)__builtin_ctzll(rest), length;
            const char *text = snapshot_text(segment, SNAPSHOT_SEARCH, row, &length);
            if (snapshot_search_first(text, length, word, n))
                snapshot_bits_set(bits, row);
        }
}

uint64_t *
snapshot_search_companies(struct arena *arena, const struct snapshot_table *companies,
                          const char *word)
{
    size_t n = companies->base.n + companies->delta.n;
    uint64_t *bits = snapshot_bits_new(arena, n, false);
    uint64_t *added = snapshot_bits_new(arena, companies->delta.n, false);
    scan_all(&companies->base, word, strlen(word), bits);
    scan_all(&companies->delta, word, strlen(word), added);
    for (size_t i = 0; i < companies->delta.n; i++)
        if (snapshot_bits_has(added, i))
            snapshot_bits_set(bits, companies->base.n + i);
    return snapshot_bits_count(bits, n) ? bits : NULL;
}

uint64_t *
snapshot_search_rows(struct arena *arena, const struct snapshot_segment *segment, const char *word,
                     const uint64_t *companies, const uint64_t *among)
{
    uint64_t *bits = snapshot_bits_new(arena, segment->n, false);
    const uint32_t *company = companies ? segment->cells[SNAPSHOT_COMPANY].at : NULL;
    for (size_t row = 0; company && row < segment->n; row++)
        if (company[row] != SNAPSHOT_NOBODY)
            bits[row / 64] |= (uint64_t)snapshot_bits_has(companies, company[row]) << row % 64;
    if (among && snapshot_bits_count(among, segment->n) * FEW < segment->n)
        scan_among(segment, word, strlen(word), among, bits);
    else
        scan_all(segment, word, strlen(word), bits);
    return bits;
}
