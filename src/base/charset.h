/* Character sets: which one a file is written in, and a stream of its bytes as UTF-8.
 * Called by csv.c and by whoever reads text from outside. The only stem that includes uchardet and
 * iconv. It knows letters and languages, nothing of tables, mails or pages. */
#ifndef LEADGEN_BASE_CHARSET_H
#define LEADGEN_BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum {
    CHARSET_NAME_SIZE = 24,
    CHARSET_UTF8_MAX = 6 /* most bytes of UTF-8 that one byte of a single-byte set becomes */
};

/* What a sample is written in. */
struct charset_guess {
    char name[CHARSET_NAME_SIZE]; /* a name that iconv knows: "UTF-8", "WINDOWS-1250", ... */
    size_t bom;                   /* bytes of byte-order mark at the start, to be left out */
    bool sure; /* a mark or the byte structure proves it; else it is statistics */
};

/* Judges a sample: byte-order mark, UTF-16 and UTF-32 by their zero bytes, UTF-8 by its structure,
 * also where some bytes are none, else the code page in which the sample reads most like a language.
 * `cut` says that the sample may end inside a character. Pure ASCII and the empty sample are "UTF-8". Never fails. */
void charset_detect(const char *sample, size_t length, bool cut, struct charset_guess *out);

/* Length of the byte-order mark of `name` at the start of `bytes`; 0 when there is none. */
size_t charset_bom(const char *name, const char *bytes, size_t length);

/* Fills the table of a single-byte set: length and bytes of each character, length 0 where none is
 * defined. False: the set is unknown or not a single-byte set. */
bool charset_table(const char *name, unsigned char table[256][CHARSET_UTF8_MAX + 1]);

/* A stream from one character set into UTF-8; belongs to the arena. */
struct charset_decoder;

/* Opens a stream. INPUT: the name is not a character set that can be read. */
bool charset_decoder_new(struct ctx *ctx, struct arena *arena, const char *name,
                         struct charset_decoder **out) MUST_CHECK;

/* True when the stream's input already is UTF-8, so that no copy is needed. */
bool charset_is_utf8(const char *name);

/* Decodes as much of in[0..*length) as fits into out[0..size), size >= 16. Moves *length to the
 * bytes consumed and returns the bytes written. A sequence that is cut at the end of the input is
 * left for the next call unless `last`. What cannot be decoded becomes U+FFFD, one for each bad
 * byte (bad unit in UTF-16 and UTF-32), and is counted in *bad. Starts anew after each call for
 * stateless sets, so a stream may be resumed at any consumed offset. */
size_t charset_decode(struct charset_decoder *decoder, const char *in, size_t *length, bool last,
                      char *out, size_t size, size_t *bad);

/* The whole text as UTF-8, NUL-terminated, in the arena; *length may be NULL. INPUT: unknown name. */
bool charset_to_utf8(struct ctx *ctx, const char *name, const char *bytes, size_t length,
                     char **text, size_t *text_length) MUST_CHECK;

/* For formats that are UTF-8 unless a byte-order mark says otherwise: the bytes behind the mark, whole or
 * cut; UTF-16 as UTF-8 in the arena. */
void charset_unmarked(struct arena *arena, const char **bytes, size_t *length);

#endif
