/* A byte buffer that grows inside an arena, with a cap: what builds text piece by piece.
 * Past the cap nothing more is added and `over` is set; the owner decides what that means. */
#ifndef LEADGEN_BASE_BUF_H
#define LEADGEN_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct buf {
    struct arena *arena;
    char *data; /* NUL-terminated after every call; never NULL after buf_init */
    size_t length;
    size_t size;
    size_t cap; /* most bytes it will hold */
    bool over;
};

void buf_init(struct buf *buf, struct arena *arena, size_t cap);
void buf_clear(struct buf *buf);                /* empty again, memory kept */
bool buf_reserve(struct buf *buf, size_t more); /* room to write at data + length; false past cap */
void buf_add(struct buf *buf, const char *bytes, size_t length);
void buf_char(struct buf *buf, char c);
void buf_text(struct buf *buf, const char *text);
void buf_i64(struct buf *buf, int64_t value); /* in decimal */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
