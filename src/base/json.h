/* JSON values: built piece by piece and written, or read strictly from outside bytes with limits.
 * Called by every ring. The only stem that includes json-c. Values belong to the arena they were
 * made in; a value put into another lives as long as that one's arena, so use one arena for both. */
#ifndef LEADGEN_BASE_JSON_H
#define LEADGEN_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct jsn; /* one value */

enum jsn_kind { JSN_NULL, JSN_BOOL, JSN_INT, JSN_NUMBER, JSN_TEXT, JSN_ARRAY, JSN_OBJECT };

/* Most levels and bytes that jsn_read takes. */
enum { JSN_DEPTH_MAX = 64, JSN_BYTES_MAX = 16 * 1024 * 1024 };

/* New values. */
struct jsn *jsn_object(struct arena *arena);
struct jsn *jsn_array(struct arena *arena);
struct jsn *jsn_text(struct arena *arena, const char *text); /* NULL makes null */
struct jsn *jsn_text_n(struct arena *arena, const char *text, size_t length);
struct jsn *jsn_int(struct arena *arena, int64_t number);
struct jsn *jsn_number(struct arena *arena, double number);
struct jsn *jsn_bool(struct arena *arena, bool value);

/* Puts a value under a key (replacing what was there) or at the end of an array; NULL puts null. */
void jsn_set(struct jsn *object, const char *key, struct jsn *value);
void jsn_add(struct jsn *array, struct jsn *value);

/* Short forms of jsn_set. */
void jsn_set_text(struct jsn *object, const char *key, const char *text);
void jsn_set_int(struct jsn *object, const char *key, int64_t number);
void jsn_set_bool(struct jsn *object, const char *key, bool value);

/* The value as one line of JSON text, in the arena; slashes are not escaped. Bytes that are not
 * UTF-8 are written as U+FFFD. */
const char *jsn_write(struct arena *arena, const struct jsn *value);

/* Reads one JSON text (RFC 8259): whole input, valid UTF-8, no comments, no trailing commas, no key
 * twice in an object, at most JSN_DEPTH_MAX levels and JSN_BYTES_MAX bytes. *out is NULL for null.
 * INPUT: it is not that; the message says where. */
bool jsn_read(struct ctx *ctx, struct arena *arena, const char *bytes, size_t length,
              struct jsn **out) MUST_CHECK;

/* Looking into a value; NULL is allowed everywhere and is of kind JSN_NULL. */
enum jsn_kind jsn_kind(const struct jsn *value);
struct jsn *jsn_get(const struct jsn *object, const char *key); /* NULL when absent or no object */
size_t jsn_length(const struct jsn *array);                     /* 0 when it is no array */
struct jsn *jsn_at(const struct jsn *array, size_t index);      /* NULL past the end */

/* The text of a JSN_TEXT value up to its first NUL, else `other`; lives as long as the value. */
const char *jsn_as_text(const struct jsn *value, const char *other);
bool jsn_has_nul(const struct jsn *value);                   /* such a text goes on behind a NUL */
int64_t jsn_as_int(const struct jsn *value, int64_t other);  /* JSN_INT only */
double jsn_as_number(const struct jsn *value, double other); /* JSN_INT and JSN_NUMBER */
bool jsn_as_bool(const struct jsn *value, bool other);

/* Walks the members of an object in their order: start with *at = NULL; false at the end. */
bool jsn_member(const struct jsn *object, const void **at, const char **key, struct jsn **value);

#endif
