/* Compression over zlib. See deflate.h. */
#include "base/deflate.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"

/* level 1: higher ones halve the rate for a tenth of the size */
enum { STREAM_LEVEL = 1, PACK_LEVEL = 1, ANY_HEAD = 32, PIECE = 16 * 1024 };

struct deflate {
    z_stream stream;
    uint32_t crc;
};

/* zlib reads without writing, whatever its declaration says. */
static Bytef *
readable(const char *bytes)
{
    union {
        const char *given;
        Bytef *taken;
    } in = {.given = bytes};
    return in.taken;
}

static void
end_deflate(void *arg)
{
    deflateEnd(arg);
}

struct deflate *
deflate_new(struct arena *arena)
{
    struct deflate *pack = ARENA_NEW(arena, struct deflate);
    if (deflateInit2(&pack->stream, STREAM_LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        abort(); /* out of memory */
    arena_defer(arena, end_deflate, &pack->stream);
    return pack;
}

void
deflate_reset(struct deflate *pack)
{
    deflateReset(&pack->stream);
    pack->crc = (uint32_t)crc32(0, NULL, 0);
}

void
deflate_feed(struct deflate *pack, const char *bytes, size_t length)
{
    pack->crc = (uint32_t)crc32(pack->crc, readable(bytes), (uInt)length);
    pack->stream.next_in = readable(bytes);
    pack->stream.avail_in = (uInt)length;
}

size_t
deflate_some(struct deflate *pack, bool last, unsigned char *out, size_t size)
{
    pack->stream.next_out = out;
    pack->stream.avail_out = (uInt)size;
    (void)deflate(&pack->stream, last ? Z_FINISH : Z_NO_FLUSH);
    return size - pack->stream.avail_out;
}

uint64_t
deflate_bytes_in(const struct deflate *pack)
{
    return pack->stream.total_in;
}

uint64_t
deflate_bytes_out(const struct deflate *pack)
{
    return pack->stream.total_out;
}

uint32_t
deflate_crc(const struct deflate *pack)
{
    return pack->crc;
}

void
deflate_pack(struct arena *arena, const char *bytes, size_t length, const char **out,
             size_t *out_length)
{
    uLongf packed = compressBound((uLong)length);
    char *to = arena_alloc(arena, packed + 1);
    if (compress2(readable(to), &packed, readable(bytes), (uLong)length, PACK_LEVEL) != Z_OK)
        abort(); /* out of memory: the room is what zlib asked for */
    *out = to;
    *out_length = packed;
}

bool
deflate_unpack(struct ctx *ctx, struct arena *arena, const char *bytes, size_t length, size_t max,
               char **out, size_t *out_length)
{
    z_stream stream = {.next_in = readable(bytes), .avail_in = (uInt)length};
    struct buf buf;
    if (inflateInit2(&stream, MAX_WBITS + ANY_HEAD) != Z_OK)
        abort(); /* out of memory */
    buf_init(&buf, arena, max + PIECE + 1);
    int status = Z_OK;
    while (status == Z_OK && buf.length <= max && buf_reserve(&buf, PIECE)) {
        stream.next_out = readable(buf.data + buf.length);
        stream.avail_out = PIECE;
        status = inflate(&stream, Z_NO_FLUSH);
        buf.length += PIECE - stream.avail_out;
        buf.data[buf.length] = '\0';
    }
    inflateEnd(&stream);
    if (buf.length > max)
        return err_raise(ctx, ERR_INPUT, "It holds more than %zu bytes.", max);
    if (status != Z_STREAM_END)
        return err_raise(ctx, ERR_INPUT, "It cannot be unpacked.");
    *out = buf.data;
    *out_length = buf.length;
    return true;
}
