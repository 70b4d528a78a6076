/* Files read as memory. See mapped.h. */
#include "base/mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LANES = 8 };

struct mapping {
    void *at;
    size_t size;
};

static void
unmap(void *arg)
{
    struct mapping *mapping = arg;
    munmap(mapping->at, mapping->size);
}

static void
stamp_of(const struct stat *st, struct mapped_stamp *out)
{
    *out = (struct mapped_stamp){
        .device = (uint64_t)st->st_dev,
        .inode = (uint64_t)st->st_ino,
        .size = (int64_t)st->st_size,
        .changed_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + (int64_t)st->st_mtim.tv_nsec,
    };
}

bool
mapped_stamp(const char *path, struct mapped_stamp *out)
{
    struct stat st;
    if (stat(path, &st) || !S_ISREG(st.st_mode))
        return false;
    stamp_of(&st, out);
    return true;
}

bool
mapped_same(const struct mapped_stamp *a, const struct mapped_stamp *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->changed_ns == b->changed_ns;
}

const void *
mapped_open(struct arena *owner, const char *path, struct mapped_stamp *stamp)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return NULL;
    void *at = MAP_FAILED;
    if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size > 0)
        at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (at == MAP_FAILED)
        return NULL;
    struct mapping *mapping = ARENA_NEW(owner, struct mapping);
    *mapping = (struct mapping){at, (size_t)st.st_size};
    arena_defer(owner, unmap, mapping);
    stamp_of(&st, stamp);
    return at;
}

size_t
mapped_padded(size_t size)
{
    return (size + MAPPED_ALIGN - 1) / MAPPED_ALIGN * MAPPED_ALIGN;
}

/* Gives what root made to the owner of the folder that it stands in. */
static void
hand_over(struct ctx *ctx, int fd, const char *path)
{
    struct stat folder;
    const char *slash = strrchr(path, '/');
    if (geteuid() != 0 || !slash)
        return;
    const char *above = arena_strndup(ctx->arena, path, (size_t)(slash - path));
    if (stat(*above ? above : "/", &folder) == 0 && fchown(fd, folder.st_uid, folder.st_gid) != 0)
        return; /* a file system without owners: nothing to hand over */
}

void
mapped_folder(struct ctx *ctx, const char *path)
{
    if (mkdir(path, 0700) != 0)
        return; /* it is there, or the file that goes into it says why not */
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    hand_over(ctx, fd, path);
    close(fd);
}

static bool
write_all(int fd, const char *bytes, size_t size)
{
    while (size) {
        ssize_t wrote = write(fd, bytes, size < (1u << 30) ? size : 1u << 30);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        bytes += wrote;
        size -= (size_t)wrote;
    }
    return true;
}

static bool
write_parts(int fd, const struct mapped_part *parts, size_t n)
{
    static const char zeros[MAPPED_ALIGN];
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += mapped_padded(parts[i].size);
    /* room first: a hole in a mapped file on a full disk would kill its readers */
    if (total && (errno = posix_fallocate(fd, 0, (off_t)total)))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!write_all(fd, parts[i].at, parts[i].size) ||
            !write_all(fd, zeros, mapped_padded(parts[i].size) - parts[i].size))
            return false;
    return fsync(fd) == 0;
}

bool
mapped_write(struct ctx *ctx, const char *path, const struct mapped_part *parts, size_t n)
{
    const char *tmp = arena_printf(ctx->arena, "%s.tmp", path);
    unlink(tmp);
    int fd = open(tmp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0)
        hand_over(ctx, fd, path);
    bool ok = fd >= 0 && write_parts(fd, parts, n);
    int why = errno;
    if (fd >= 0)
        ok = !close(fd) && ok;
    if (ok && !rename(tmp, path))
        return true;
    why = ok ? errno : why;
    unlink(tmp);
    return err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be written: %s", path, strerror(why));
}

uint64_t
mapped_sum(const void *bytes, size_t size)
{
    static const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    const unsigned char *at = bytes;
    uint64_t lanes[LANES], word, sum = size;
    for (size_t i = 0; i < LANES; i++)
        lanes[i] = odd * (i + 1);
    for (; size >= sizeof lanes; at += sizeof lanes, size -= sizeof lanes)
        for (size_t i = 0; i < LANES; i++) {
            memcpy(&word, at + i * sizeof word, sizeof word);
            /* each step can be taken back, so a difference never gets lost */
            lanes[i] = (lanes[i] ^ word) * odd;
            lanes[i] ^= lanes[i] >> 29;
        }
    for (; size; size--)
        sum = (sum ^ *at++) * odd;
    for (size_t i = 0; i < LANES; i++)
        sum = ((sum << 7 | sum >> 57) ^ lanes[i]) * odd;
    return sum ^ sum >> 32;
}
