/* The structure of UTF-8, fast: how far bytes are valid. Called by charset.c and csv.c on whole
 * buffers, where text.c's code-point functions would cost too much. */
#ifndef LEADGEN_BASE_UTF8_H
#define LEADGEN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes from the start that are valid UTF-8 (no surrogates, nothing overlong, <= U+10FFFF). A
 * character that is cut off at the end is not counted. */
size_t utf8_valid_prefix(const char *bytes, size_t length);

/* Bytes from the start that are ASCII. */
size_t utf8_ascii_prefix(const char *bytes, size_t length);

/* True when these bytes are the beginning of a valid character whose rest is missing. */
bool utf8_is_cut(const char *bytes, size_t length);

/* Copies text with U+FFFD for each byte that is not part of a valid character; `to` has room for
 * three times the length. Returns the length of the copy. */
size_t utf8_replace(const char *from, size_t length, char *to);

#endif
