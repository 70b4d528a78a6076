/* Reads a member of a zip archive by its directory, with checksums: for tests of what we write. */
#ifndef LEADGEN_TESTS_SUPPORT_UNZIP_H
#define LEADGEN_TESTS_SUPPORT_UNZIP_H

#include <zlib.h>

#include "support/test.h"

static inline uint32_t
unzip_number(const unsigned char *at, size_t n)
{
    uint32_t value = 0;
    for (size_t i = n; i-- > 0;)
        value = value << 8 | at[i];
    return value;
}

static inline unsigned char *
unzip_file(struct arena *arena, const char *path, size_t *length)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *length = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = arena_alloc(arena, *length + 1);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

/* The member's bytes, NUL behind them; NULL when there is none of that name. */
static inline const char *
unzip_member(struct arena *arena, const char *path, const char *name)
{
    size_t length;
    unsigned char *file = unzip_file(arena, path, &length);
    const unsigned char *end = file + length - 22;
    assert_int_equal(unzip_number(end, 4), 0x06054B50);
    const unsigned char *entry = file + unzip_number(end + 16, 4);
    for (uint32_t n = unzip_number(end + 10, 2); n > 0; n--) {
        size_t name_length = unzip_number(entry + 28, 2);
        assert_int_equal(unzip_number(entry, 4), 0x02014B50);
        if (name_length == strlen(name) && !memcmp(entry + 46, name, name_length)) {
            unsigned char *local = file + unzip_number(entry + 42, 4);
            /* flags, method, checksum and sizes stand in both heads alike */
            assert_memory_equal(local + 6, entry + 8, 22);
            uint32_t packed = unzip_number(entry + 20, 4), size = unzip_number(entry + 24, 4);
            unsigned char *out = arena_alloc(arena, (size_t)size + 1);
            z_stream stream = {.next_in = local + 30 + name_length,
                               .avail_in = packed,
                               .next_out = out,
                               .avail_out = size};
            assert_int_equal(inflateInit2(&stream, -MAX_WBITS), Z_OK);
            int status = inflate(&stream, Z_FINISH);
            assert_true(status == Z_STREAM_END || (status == Z_BUF_ERROR && !stream.avail_out));
            inflateEnd(&stream);
            assert_int_equal(crc32(0, out, size), unzip_number(entry + 16, 4));
            return (const char *)out;
        }
        entry += 46 + name_length;
    }
    return NULL;
}

#endif
