/* Threes of bytes by block. See snapshot_grams.h. */
#include "domain/snapshot/snapshot_grams.h"

#include "domain/snapshot/snapshot_bits.h"

enum { GRAM = 3, CLASSES = 4096, CLASS_SHIFT = 20 };

static size_t
class_of(const char *at)
{
    uint32_t three = (uint32_t)(unsigned char)at[0] | (uint32_t)(unsigned char)at[1] << 8 |
                     (uint32_t)(unsigned char)at[2] << 16;
    return (three * UINT32_C(2654435761)) >> CLASS_SHIFT;
}

void
snapshot_grams_make(struct arena *arena, struct snapshot_segment *base, uint64_t *n_words)
{
    const uint32_t *from = base->cells[SNAPSHOT_SEARCH].at;
    const char *text = base->texts[0].at;
    size_t n = base->n / SNAPSHOT_BLOCK + 1, words = snapshot_bits_words(n);
    uint64_t *grams = ARENA_ARRAY(arena, CLASSES * words, uint64_t);
    for (size_t block = 0; block < n; block++) {
        size_t first = block * SNAPSHOT_BLOCK, last = first + SNAPSHOT_BLOCK;
        last = last < base->n ? last : base->n;
        /* across the border of rows too: too many classes do no harm */
        for (uint32_t at = from[first]; at < from[last]; at++)
            snapshot_bits_set(grams + class_of(text + at) * words, block);
    }
    base->grams = grams;
    *n_words = CLASSES * words;
}

const uint64_t *
snapshot_grams_blocks(struct arena *arena, const struct snapshot_segment *segment, const char *word,
                      size_t n)
{
    size_t blocks = segment->n / SNAPSHOT_BLOCK + 1, words = snapshot_bits_words(blocks);
    if (!segment->grams || n < GRAM)
        return NULL;
    uint64_t *bits = snapshot_bits_new(arena, blocks, true);
    for (size_t i = 0; i + GRAM <= n; i++)
        snapshot_bits_and(bits, segment->grams + class_of(word + i) * words, blocks);
    return bits;
}
