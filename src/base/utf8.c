/* UTF-8 validity by the ranges of the Unicode Standard, table 3-7; eight ASCII bytes a step. */
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

#include "base/swar.h"

#define HIGH_BITS UINT64_C(0x8080808080808080)

/* Length of the character with this first byte (0: none has it) and the range of its second. */
static size_t
lead(unsigned char first, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF) {
        if (first == 0xE0)
            *low = 0xA0;
        if (first == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (first == 0xF0)
            *low = 0x90;
        if (first == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

/* How many of the character's bytes are right, and how many it wants. */
static size_t
match(const unsigned char *p, size_t length, size_t *want)
{
    unsigned char low, high;
    size_t have = 1;
    *want = lead(p[0], &low, &high);
    if (!*want)
        return 0;
    while (have < *want && have < length) {
        if (p[have] < low || p[have] > high)
            break;
        low = 0x80;
        high = 0xBF;
        have++;
    }
    return have;
}

size_t
utf8_ascii_prefix(const char *bytes, size_t length)
{
    size_t at = 0;
    uint64_t words[4];
    for (; length - at >= sizeof words; at += sizeof words) {
        memcpy(words, bytes + at, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & HIGH_BITS)
            break;
    }
    while (at < length && (unsigned char)bytes[at] < 0x80)
        at++;
    return at;
}

size_t
utf8_valid_prefix(const char *bytes, size_t length)
{
    const unsigned char *p = (const unsigned char *)bytes;
    size_t at = 0;
    while (at < length) {
        uint64_t word;
        while (length - at >= sizeof word) {
            memcpy(&word, p + at, sizeof word);
            word &= HIGH_BITS;
            if (word) {
                at += swar_first(word);
                break;
            }
            at += sizeof word;
        }
        if (at == length)
            break;
        if (p[at] < 0x80) {
            at++;
            continue;
        }
        if (p[at] >= 0xC2 && p[at] <= 0xDF && length - at > 1 && (p[at + 1] & 0xC0) == 0x80) {
            at += 2; /* most letters beyond ASCII */
            continue;
        }
        size_t want;
        if (match(p + at, length - at, &want) < want || !want)
            break;
        at += want;
    }
    return at;
}

bool
utf8_is_cut(const char *bytes, size_t length)
{
    size_t want;
    return length && match((const unsigned char *)bytes, length, &want) == length && want > length;
}

size_t
utf8_replace(const char *from, size_t length, char *to)
{
    size_t at = 0, out = 0;
    while (at < length) {
        size_t valid = utf8_valid_prefix(from + at, length - at);
        memcpy(to + out, from + at, valid);
        at += valid;
        out += valid;
        if (at < length) {
            memcpy(to + out, "\xEF\xBF\xBD", 3);
            out += 3;
            at++;
        }
    }
    return out;
}
