/* Text in any character set: detection names a set that can be read, decoding gives valid UTF-8, and
 * the same text whether it comes at once or in pieces. */
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
decode_in_pieces(struct ctx *ctx, const char *name, const char *bytes, size_t size)
{
    char *whole;
    size_t length, at = charset_bom(name, bytes, size), to = 0, bad = 0, piece = 3;
    if (!charset_to_utf8(ctx, name, bytes, size, &whole, &length))
        abort();
    if (utf8_valid_prefix(whole, length) != length)
        abort();
    struct charset_decoder *decoder;
    char *out = arena_alloc(ctx->arena, size * 3 + 32);
    if (!charset_decoder_new(ctx, ctx->arena, name, &decoder))
        abort();
    while (at < size) {
        size_t step = size - at < piece ? size - at : piece;
        bool last = at + step == size;
        to += charset_decode(decoder, bytes + at, &step, last, out + to, size * 3 + 32 - to, &bad);
        at += step;
        piece = step ? 3 : piece + 1;
        if (!step && last)
            break;
    }
    if (to != length || memcmp(out, whole, length))
        abort();
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const char *const sets[] = {"UTF-8",        "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                       "WINDOWS-1250", "GB18030",  "BIG5",     "EUC-KR",
                                       "EUC-JP",       "SHIFT_JIS"};
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct charset_guess guess;
    const char *bytes = (const char *)data;
    /* Guessing reads thirty code pages, so only some inputs pay for it. */
    if (!size || data[size - 1] % 16 == 0) {
        charset_detect(bytes, size, false, &guess);
        decode_in_pieces(&ctx, guess.name, bytes, size);
    }
    if (size)
        decode_in_pieces(&ctx, sets[data[0] % 10], bytes + 1, size - 1);
    arena_free(arena);
    return 0;
}
