/* Arena: a chain of blocks with a bump pointer, and a list of clean-ups. See arena.h. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_BLOCK = 64 * 1024, ARENA_ALIGN = 16 };
#ifdef __SANITIZE_ADDRESS__
enum { ARENA_KEPT = 0 }; /* what is used after a reset shows */
#else
enum { ARENA_KEPT = 32 };
#endif

struct block {
    struct block *next;
    size_t size;
    size_t used;
    size_t pad;
};

struct cleanup {
    struct cleanup *next;
    void (*fn)(void *);
    void *arg;
};

struct arena {
    struct block *head;
    struct block *spare; /* empty, of the usual size */
    struct cleanup *cleanups;
    size_t used;
};

static void *
must_malloc(size_t size)
{
    void *memory = malloc(size);
    if (!memory) {
        fprintf(stderr, "out of memory: %zu bytes\n", size);
        abort();
    }
    return memory;
}

static struct block *
block_new(size_t size)
{
    struct block *block = must_malloc(sizeof *block + size);
    block->next = NULL;
    block->size = size;
    block->used = 0;
    block->pad = 0;
    return block;
}

/* A block of the usual size: one that a reset has kept, or a new one. */
static struct block *
block_take(struct arena *arena)
{
    struct block *block = arena->spare;
    if (!block)
        return block_new(ARENA_BLOCK);
    arena->spare = block->next;
    block->next = NULL;
    block->used = 0;
    return block;
}

struct arena *
arena_new(void)
{
    struct arena *arena = must_malloc(sizeof *arena);
    arena->head = block_new(ARENA_BLOCK);
    arena->spare = NULL;
    arena->cleanups = NULL;
    arena->used = 0;
    return arena;
}

static void
run_cleanups(struct arena *arena)
{
    while (arena->cleanups) {
        struct cleanup *cleanup = arena->cleanups;
        arena->cleanups = cleanup->next;
        cleanup->fn(cleanup->arg);
    }
}

static void
free_blocks(struct block *block)
{
    for (struct block *next; block; block = next) {
        next = block->next;
        free(block);
    }
}

void
arena_free(struct arena *arena)
{
    if (!arena)
        return;
    run_cleanups(arena);
    free_blocks(arena->head);
    free_blocks(arena->spare);
    free(arena);
}

void
arena_reset(struct arena *arena)
{
    run_cleanups(arena);
    size_t n_kept = 0;
    for (struct block *block = arena->head, *next; block; block = next) {
        next = block->next;
        if (block->size == ARENA_BLOCK && n_kept < ARENA_KEPT) {
            block->next = arena->spare;
            arena->spare = block;
            n_kept++;
        } else {
            free(block);
        }
    }
    arena->head = block_take(arena);
    arena->used = 0;
}

size_t
arena_used(const struct arena *arena)
{
    return arena->used;
}

static size_t
aligned(size_t size)
{
    return (size + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
}

void *
arena_raw(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2) {
        fprintf(stderr, "out of memory: %zu bytes\n", size);
        abort();
    }
    size_t need = aligned(size);
    struct block *block = arena->head;
    if (block->size - block->used < need) {
        if (need > ARENA_BLOCK / 4) {
            /* A large object gets its own block behind the head, so the head's rest stays usable. */
            block = block_new(need);
            block->next = arena->head->next;
            arena->head->next = block;
        } else {
            block = block_take(arena);
            block->next = arena->head;
            arena->head = block;
        }
    }
    char *base = (char *)(block + 1);
    void *memory = base + block->used;
    block->used += need;
    arena->used += need;
    return memory;
}

bool
arena_stretch(struct arena *arena, void *memory, size_t size, size_t wanted)
{
    struct block *block = arena->head;
    char *end = (char *)(block + 1) + block->used;
    size_t more = aligned(wanted) - aligned(size);
    if ((char *)memory + aligned(size) != end || block->size - block->used < more)
        return false;
    block->used += more;
    arena->used += more;
    return true;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_raw(arena, size), 0, size);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        fprintf(stderr, "out of memory: %zu x %zu bytes\n", count, size);
        abort();
    }
    return arena_alloc(arena, count * size);
}

char *
arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *
arena_strdup(struct arena *arena, const char *text)
{
    return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *
arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    struct block *block = arena->head;
    size_t room = block->size - block->used;
    char *text = (char *)(block + 1) + block->used;
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(text, room, format, again);
    va_end(again);
    if (length < 0)
        abort();
    if ((size_t)length < room)
        return arena_raw(arena, (size_t)length + 1);
    text = arena_raw(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void
arena_defer(struct arena *arena, void (*fn)(void *), void *arg)
{
    struct cleanup *cleanup = ARENA_NEW(arena, struct cleanup);
    cleanup->fn = fn;
    cleanup->arg = arg;
    cleanup->next = arena->cleanups;
    arena->cleanups = cleanup;
}
