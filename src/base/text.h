/* UTF-8 text: validity, trimming, normal forms, folding for search and matching.
 * The only stem that includes utf8proc. Knows nothing of names, companies or addresses. */
#ifndef LEADGEN_BASE_TEXT_H
#define LEADGEN_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A piece of text that need not end in NUL. */
struct span {
    const char *data;
    size_t length;
};

/* True when the bytes are valid UTF-8 (no surrogates, nothing overlong, at most U+10FFFF). */
bool text_is_utf8(const char *bytes, size_t length);

/* A copy without white space at both ends (Unicode White_Space, zero-width characters and the
 * byte-order mark counted as such), runs of white space inside made one blank. */
char *text_squeeze(struct arena *arena, const char *text);

/* A number in decimal at the end of `out`; returns where it begins. It ends in NUL, out[TEXT_I64 - 1]. */
enum { TEXT_I64 = 21 };
char *text_i64(char out[TEXT_I64], int64_t value);

/* How many blanks (U+0020) there are. */
size_t text_blanks(const char *text, size_t length);

/* A copy without white space at both ends; inside unchanged. */
char *text_trim(struct arena *arena, const char *text);

/* Unicode normal form C. Text that is not valid UTF-8 is returned as a copy, unchanged. */
char *text_nfc(struct arena *arena, const char *text);

/* The key under which text is searched and compared: NFKC, case folded, accents removed, white space
 * squeezed, then letters that no decomposition reaches made plain (ß=ss by case folding, ø=o, ł=l,
 * đ=d, æ=ae, œ=oe, ı=i, þ=th). */
char *text_fold(struct arena *arena, const char *text);

/* Lower case by Unicode simple mapping; nothing else changes. */
char *text_lower(struct arena *arena, const char *text);

/* The first code point in title case, the others in lower case. */
char *text_title(struct arena *arena, const char *text);

/* Reads one code point at text[*at] and moves *at behind it; -1 for a bad byte (moves by one) and
 * at the end (does not move). */
int32_t text_next(const char *text, size_t length, size_t *at);

/* Number of code points. */
size_t text_count(const char *text);

/* At most `max` code points, never cut inside one. */
char *text_cut(struct arena *arena, const char *text, size_t max);

/* Properties of a code point. */
bool text_is_space(int32_t cp);
bool text_is_letter(int32_t cp);
bool text_is_upper(int32_t cp);
bool text_is_lower(int32_t cp);
bool text_is_digit(int32_t cp);
bool text_is_mark(int32_t cp); /* combines with the letter before it */

/* "name, title, city and 12 more": as many of the names as fit into `most` bytes, at least one. */
char *text_listing(struct arena *arena, const char *const *names, size_t n, size_t most);

/* ASCII only, locale free. */
bool text_ascii_equal_nocase(const char *a, const char *b);
bool text_starts(const char *text, const char *prefix);
bool text_ends(const char *text, const char *suffix);

#endif
