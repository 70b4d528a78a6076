/* Compression: a stream of bytes made small for a file, and whole texts made small and large again.
 * Called by xlsx_zip.c and by whoever keeps or fetches large texts. The only stem that includes zlib. */
#ifndef LEADGEN_BASE_DEFLATE_H
#define LEADGEN_BASE_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* A stream of raw deflate; belongs to the arena. */
struct deflate;
struct deflate *deflate_new(struct arena *arena);

/* Begins a new stream. */
void deflate_reset(struct deflate *pack);

/* Hands in the next bytes; deflate_some must use them up before the next call. */
void deflate_feed(struct deflate *pack, const char *bytes, size_t length);

/* Writes at most `size` bytes to `out` and returns how many. As long as it fills `out`, call again.
 * `last`: nothing will be fed any more. */
size_t deflate_some(struct deflate *pack, bool last, unsigned char *out, size_t size);

/* Of the present stream: bytes fed and written, and the CRC-32 of those fed. */
uint64_t deflate_bytes_in(const struct deflate *pack);
uint64_t deflate_bytes_out(const struct deflate *pack);
uint32_t deflate_crc(const struct deflate *pack);

/* The whole text as one zlib stream, in the arena. */
void deflate_pack(struct arena *arena, const char *bytes, size_t length, const char **out,
                  size_t *out_length);

/* Undoes deflate_pack, and reads gzip too. The text is NUL-terminated. INPUT: it is neither, or more
 * than `max` bytes. */
bool deflate_unpack(struct ctx *ctx, struct arena *arena, const char *bytes, size_t length,
                    size_t max, char **out, size_t *out_length) MUST_CHECK;

#endif
