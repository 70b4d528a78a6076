/* Memory for one request or one unit of batch work: allocate freely, never free, reset at the end.
 * Called by every ring. Clean-ups registered with arena_defer run newest first at reset, so a
 * database result or an open file belongs to the arena as memory does. Out of memory aborts. */
#ifndef LEADGEN_BASE_ARENA_H
#define LEADGEN_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A new, empty arena; lives until arena_free. */
struct arena *arena_new(void);

/* Runs the clean-ups, newest first, and gives the memory back. NULL is allowed. */
void arena_free(struct arena *arena);

/* Runs the clean-ups, newest first, and makes the arena empty; keeps 2 MB for reuse, so a
 * loop of equal work allocates nothing. Everything handed out before is invalid. */
void arena_reset(struct arena *arena);

/* Bytes handed out since the last reset: what a caller compares with its own cap. */
size_t arena_used(const struct arena *arena);

/* `size` zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t size) __attribute__((returns_nonnull, malloc));

/* The same with whatever stood there before: of what is written to at once, all of it. */
void *arena_raw(struct arena *arena, size_t size) __attribute__((returns_nonnull, malloc));

/* Makes memory of `size` bytes `wanted` bytes long where it lies, the new ones as they were. False when
 * something was taken behind it, or the place does not reach: then nothing changes. */
bool arena_stretch(struct arena *arena, void *memory, size_t size, size_t wanted);

/* `count` zeroed objects of `size` bytes; aborts when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));

/* Copies; the result is NUL-terminated. arena_strdup of NULL is NULL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length)
    __attribute__((returns_nonnull));
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3), returns_nonnull));
char *arena_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0), returns_nonnull));

/* Calls fn(arg) when the arena is reset or freed. */
void arena_defer(struct arena *arena, void (*fn)(void *), void *arg);

/* One zeroed object, or an array of them, of a type. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
