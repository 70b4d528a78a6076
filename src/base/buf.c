/* Growing buffer. See buf.h. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { FIRST_SIZE = 63 };

void
buf_init(struct buf *buf, struct arena *arena, size_t cap)
{
    memset(buf, 0, sizeof *buf);
    buf->arena = arena;
    buf->cap = cap;
    buf->size = cap < FIRST_SIZE ? cap : FIRST_SIZE;
    buf->data = arena_raw(arena, buf->size + 1);
    *buf->data = '\0';
}

void
buf_clear(struct buf *buf)
{
    buf->length = 0;
    buf->over = false;
    buf->data[0] = '\0';
}

bool
buf_reserve(struct buf *buf, size_t more)
{
    if (more > buf->cap - buf->length) {
        buf->over = true;
        return false;
    }
    if (buf->length + more <= buf->size)
        return true;
    size_t size = buf->size;
    while (size < buf->length + more)
        size = size > buf->cap / 2 ? buf->cap : size * 2;
    if (!arena_stretch(buf->arena, buf->data, buf->size + 1, size + 1)) {
        char *data = arena_raw(buf->arena, size + 1);
        memcpy(data, buf->data, buf->length + 1);
        buf->data = data;
    }
    buf->size = size;
    return true;
}

void
buf_add(struct buf *buf, const char *bytes, size_t length)
{
    if (!length || !buf_reserve(buf, length))
        return;
    memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void
buf_char(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void
buf_text(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void
buf_i64(struct buf *buf, int64_t value)
{
    char digits[TEXT_I64], *first = text_i64(digits, value);
    buf_add(buf, first, (size_t)(digits + TEXT_I64 - 1 - first));
}

void
buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length > 0 && buf_reserve(buf, (size_t)length)) {
        vsnprintf(buf->data + buf->length, (size_t)length + 1, format, args);
        buf->length += (size_t)length;
    }
    va_end(args);
}
