/* The grammar of JSON (RFC 8259), to the letter: the library behind json.c takes more than that.
 * Called by json.c only. */
#ifndef LEADGEN_BASE_JSON_CHECK_H
#define LEADGEN_BASE_JSON_CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct json_check {
    const char *problem; /* "a value is missing", ... */
    size_t at;           /* byte in the line, from 1 */
    size_t line;         /* from 1 */
    size_t members;      /* of all objects */
};

/* Is this one JSON text of at most `depth` levels (<= 64), in valid UTF-8? */
bool json_check(const char *bytes, size_t length, unsigned depth, struct json_check *out);

#endif
