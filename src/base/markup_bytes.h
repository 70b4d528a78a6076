/* The bytes of a document as UTF-8: finds the character set by what the server says, what the
 * document says and what the bytes are. Called by markup.c. Knows of HTML and XML only where they
 * declare a character set. */
#ifndef LEADGEN_BASE_MARKUP_BYTES_H
#define LEADGEN_BASE_MARKUP_BYTES_H

#include "base/err.h"

/* The text, NUL-terminated, valid UTF-8 of at most `max` bytes, control characters as blanks; *cut
 * says that there was more. *charset is what it was read as. BUG only. */
bool markup_bytes(struct ctx *ctx, const char *bytes, size_t length, const char *hint, size_t max,
                  char **text, size_t *text_length, bool *cut, const char **charset) MUST_CHECK;

#endif
