/* Arithmetic on the eight bytes of a word at once, where loops over every byte of a file would be
 * too slow. Used by the scanners of csv and by text. Portable C: no vector instructions. */
#ifndef LEADGEN_BASE_SWAR_H
#define LEADGEN_BASE_SWAR_H

#include <stddef.h>
#include <stdint.h>

#define SWAR_EVERY UINT64_C(0x0101010101010101) /* times a byte: that byte eight times */
#define SWAR_LOW UINT64_C(0x7F7F7F7F7F7F7F7F)

/* The top bit of each byte that equals its byte in the pattern; exact, no carry between bytes. */
static inline uint64_t
swar_equal(uint64_t word, uint64_t pattern)
{
    uint64_t x = word ^ pattern;
    return ~(((x & SWAR_LOW) + SWAR_LOW) | x | SWAR_LOW);
}

/* Number of the first byte, in memory, whose top bit is set; mask is not 0. */
static inline size_t
swar_first(uint64_t mask)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return (size_t)__builtin_clzll(mask) / 8;
#else
    return (size_t)__builtin_ctzll(mask) / 8;
#endif
}

/* How many bytes have their top bit set. */
static inline size_t
swar_count(uint64_t mask)
{
    return (mask >> 7) * SWAR_EVERY >> 56;
}

/* The mask moved to the byte behind each, in memory; the first gets the last of the mask before. */
static inline uint64_t
swar_after(uint64_t mask, uint64_t before)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return mask >> 8 | before << 56;
#else
    return mask << 8 | before >> 56;
#endif
}

/* The mask without the bit of that byte. */
static inline uint64_t
swar_rest(uint64_t mask)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return mask & ~(UINT64_C(0x8000000000000000) >> __builtin_clzll(mask));
#else
    return mask & (mask - 1);
#endif
}

#endif
