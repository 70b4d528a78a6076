/* Zip archives (APPNOTE 6.3) See xlsx_zip.h. */
#include "base/xlsx_zip.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/deflate.h"

enum {
    FILE_MODE = 0640,
    PIECE = 256 * 1024,
    MOST_MEMBERS = 1024,
    NAME_SIZE = 64,
    LOCAL_HEAD = 30,
    CENTRAL_HEAD = 46,
    END_HEAD = 22,
    METHOD_DEFLATE = 8,
    VERSION = 20,
    UTF8_NAMES = 1 << 11,
    FIRST_DAY = 1 << 5 | 1 /* 1980-01-01: no clock in the file */
};
static const uint64_t archive_max = 0xFF000000u; /* leaves room for the directory */

struct member {
    char name[NAME_SIZE];
    uint32_t crc, packed, length, offset;
};

struct xlsx_zip {
    int fd;
    uint64_t offset; /* in the file, where `out` begins */
    struct deflate *deflate;
    struct member *members;
    size_t n_members;
    unsigned char *out;
    size_t used; /* of out */
};

static void
close_zip(void *arg)
{
    struct xlsx_zip *zip = arg;
    close(zip->fd);
}

bool
xlsx_zip_open(struct ctx *ctx, struct arena *arena, const char *path, struct xlsx_zip **out)
{
    struct xlsx_zip *zip = ARENA_NEW(arena, struct xlsx_zip);
    zip->out = arena_alloc(arena, PIECE);
    zip->members = ARENA_ARRAY(arena, MOST_MEMBERS, struct member);
    zip->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, FILE_MODE);
    if (zip->fd < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "The workbook cannot be written: %s",
                         strerror(errno));
    arena_defer(arena, close_zip, zip);
    zip->deflate = deflate_new(arena);
    *out = zip;
    return true;
}

static bool
write_at(struct ctx *ctx, struct xlsx_zip *zip, const unsigned char *bytes, size_t n,
         uint64_t offset)
{
    while (n) {
        ssize_t written = pwrite(zip->fd, bytes, n, (off_t)offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return err_raise(ctx, ERR_UNAVAILABLE, "The workbook cannot be written: %s",
                             strerror(errno));
        bytes += written;
        offset += (uint64_t)written;
        n -= (size_t)written;
    }
    return true;
}

static bool
flush(struct ctx *ctx, struct xlsx_zip *zip)
{
    if (!write_at(ctx, zip, zip->out, zip->used, zip->offset))
        return false;
    zip->offset += zip->used;
    zip->used = 0;
    if (zip->offset > archive_max)
        return err_raise(ctx, ERR_INPUT,
                         "The workbook would be larger than 4 GB. Take fewer rows or columns, or "
                         "CSV, which has no such limit.");
    return true;
}

static unsigned char *
put16(unsigned char *to, unsigned value)
{
    to[0] = (unsigned char)(value & 0xFF);
    to[1] = (unsigned char)(value >> 8 & 0xFF);
    return to + 2;
}

static unsigned char *
put32(unsigned char *to, uint32_t value)
{
    return put16(put16(to, value & 0xFFFF), value >> 16);
}

/* What the local and the central head of a member have in common. */
static unsigned char *
put_facts(unsigned char *to, const struct member *member)
{
    to = put16(to, VERSION);
    to = put16(to, UTF8_NAMES);
    to = put16(to, METHOD_DEFLATE);
    to = put16(to, 0);
    to = put16(to, FIRST_DAY);
    to = put32(to, member->crc);
    to = put32(to, member->packed);
    to = put32(to, member->length);
    to = put16(to, (unsigned)strlen(member->name));
    return put16(to, 0);
}

static void
local_head(unsigned char head[LOCAL_HEAD], const struct member *member)
{
    put_facts(put32(head, 0x04034B50), member);
}

/* Room for n more bytes in the piece; flushes it where needed. */
static bool
add_plain(struct ctx *ctx, struct xlsx_zip *zip, const void *bytes, size_t n)
{
    if (zip->used + n > PIECE && !flush(ctx, zip))
        return false;
    memcpy(zip->out + zip->used, bytes, n);
    zip->used += n;
    return true;
}

bool
xlsx_zip_begin(struct ctx *ctx, struct xlsx_zip *zip, const char *name)
{
    unsigned char head[LOCAL_HEAD];
    if (zip->n_members == MOST_MEMBERS || strlen(name) >= NAME_SIZE)
        return err_raise(ctx, ERR_INPUT,
                         "The workbook has too many sheets. Take fewer rows, or CSV.");
    /* the head is written again where it is when the member has ended */
    if (!flush(ctx, zip))
        return false;
    struct member *member = &zip->members[zip->n_members++];
    memcpy(member->name, name, strlen(name) + 1);
    member->offset = (uint32_t)zip->offset;
    deflate_reset(zip->deflate);
    local_head(head, member);
    return add_plain(ctx, zip, head, sizeof head) && add_plain(ctx, zip, name, strlen(name));
}

static bool
squeeze(struct ctx *ctx, struct xlsx_zip *zip, bool last)
{
    for (;;) {
        zip->used += deflate_some(zip->deflate, last, zip->out + zip->used, PIECE - zip->used);
        if (zip->used < PIECE)
            return true;
        if (!flush(ctx, zip))
            return false;
    }
}

bool
xlsx_zip_add(struct ctx *ctx, struct xlsx_zip *zip, const char *bytes, size_t n)
{
    deflate_feed(zip->deflate, bytes, n);
    return squeeze(ctx, zip, false);
}

uint64_t
xlsx_zip_length(const struct xlsx_zip *zip)
{
    return deflate_bytes_in(zip->deflate);
}

bool
xlsx_zip_end(struct ctx *ctx, struct xlsx_zip *zip)
{
    struct member *member = &zip->members[zip->n_members - 1];
    unsigned char head[LOCAL_HEAD];
    uint64_t length = deflate_bytes_in(zip->deflate);
    if (!squeeze(ctx, zip, true) || !flush(ctx, zip))
        return false;
    if (length > UINT32_MAX)
        return err_raise(ctx, ERR_BUG, "a member of 4 GB");
    member->crc = deflate_crc(zip->deflate);
    member->packed = (uint32_t)deflate_bytes_out(zip->deflate);
    member->length = (uint32_t)length;
    local_head(head, member);
    return write_at(ctx, zip, head, sizeof head, member->offset);
}

static bool
add_central(struct ctx *ctx, struct xlsx_zip *zip, const struct member *member)
{
    unsigned char head[CENTRAL_HEAD];
    unsigned char *to = put16(put32(head, 0x02014B50), VERSION);
    to = put_facts(to, member);
    memset(to, 0, 10); /* comment, disk, attributes */
    put32(to + 10, member->offset);
    return add_plain(ctx, zip, head, sizeof head) &&
           add_plain(ctx, zip, member->name, strlen(member->name));
}

bool
xlsx_zip_close(struct ctx *ctx, struct xlsx_zip *zip)
{
    uint64_t start = zip->offset + zip->used;
    for (size_t i = 0; i < zip->n_members; i++)
        if (!add_central(ctx, zip, &zip->members[i]))
            return false;
    unsigned char head[END_HEAD];
    unsigned char *to = put32(put32(head, 0x06054B50), 0);
    to = put16(put16(to, (unsigned)zip->n_members), (unsigned)zip->n_members);
    to = put32(to, (uint32_t)(zip->offset + zip->used - start));
    put16(put32(to, (uint32_t)start), 0);
    return add_plain(ctx, zip, head, sizeof head) && flush(ctx, zip);
}
