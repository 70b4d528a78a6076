/* Files by content. See store.h. */
#include "base/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/token.h"

/* The group may read: where nginx runs as another user, it sends the files from there. */
enum { FILE_MODE = 0640, FOLDER_MODE = 0750 };

static const char *
root(struct ctx *ctx)
{
    return ctx->conf->files;
}

const char *
store_relative(struct ctx *ctx, const char *key)
{
    return arena_printf(ctx->arena, "kept/%.2s/%s", key, key);
}

const char *
store_path(struct ctx *ctx, const char *key)
{
    return arena_printf(ctx->arena, "%s/kept/%.2s/%s", root(ctx), key, key);
}

static const char *
part_path(struct ctx *ctx, const char *name)
{
    return arena_printf(ctx->arena, "%s/part/%s", root(ctx), name);
}

/* Started by root, a command still leaves what the service can go on with. */
static void
hand_over(struct ctx *ctx, int fd)
{
    struct stat folder;
    if (geteuid() == 0 && stat(root(ctx), &folder) == 0 &&
        fchown(fd, folder.st_uid, folder.st_gid) != 0)
        return; /* a file system without owners: nothing to hand over */
}

static void
make_folder(struct ctx *ctx, const char *path)
{
    if (mkdir(path, FOLDER_MODE) != 0)
        return; /* it is there, or the file that goes into it says why not */
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    hand_over(ctx, fd);
    close(fd);
}

static bool
raise_disk(struct ctx *ctx, const char *what)
{
    if (errno == ENOSPC || errno == EDQUOT)
        return err_field(ctx, ERR_UNAVAILABLE, "file",
                         "The disk is full. Nothing was lost: free some space and go on.");
    return err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", what, strerror(errno));
}

static bool
write_all(int fd, const char *bytes, size_t n, int64_t offset)
{
    while (n) {
        ssize_t written = pwrite(fd, bytes, n, (off_t)offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        offset += written;
        n -= (size_t)written;
    }
    return true;
}

const char *
store_part(struct ctx *ctx, const char *name)
{
    make_folder(ctx, arena_printf(ctx->arena, "%s/part", root(ctx)));
    return part_path(ctx, name);
}

int64_t
store_length(struct ctx *ctx, const char *name)
{
    struct stat status;
    return stat(part_path(ctx, name), &status) == 0 ? (int64_t)status.st_size : 0;
}

bool
store_append(struct ctx *ctx, const char *name, int64_t offset, const char *bytes, size_t n,
             int64_t *length)
{
    make_folder(ctx, arena_printf(ctx->arena, "%s/part", root(ctx)));
    *length = store_length(ctx, name);
    if (offset > *length)
        return err_raise(ctx, ERR_CONFLICT, "A piece is missing: go on from byte %lld.",
                         (long long)*length);
    int fd = open(part_path(ctx, name), O_WRONLY | O_CREAT | O_CLOEXEC, FILE_MODE);
    if (fd < 0)
        return raise_disk(ctx, "The upload cannot be stored");
    hand_over(ctx, fd);
    bool ok = write_all(fd, bytes, n, offset);
    int saved = errno;
    close(fd);
    errno = saved;
    if (!ok)
        return raise_disk(ctx, "The upload cannot be stored");
    if (offset + (int64_t)n > *length)
        *length = offset + (int64_t)n;
    return true;
}

static bool
hash_file(struct ctx *ctx, int fd, const char **key)
{
    struct token_hash *hash = token_hash_new(ctx->arena);
    char *piece = arena_alloc(ctx->arena, 1 << 16);
    for (;;) {
        ssize_t n = read(fd, piece, 1 << 16);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return raise_disk(ctx, "The upload cannot be read");
        if (n == 0)
            break;
        token_hash_add(hash, piece, (size_t)n);
    }
    *key = token_hash_end(ctx->arena, hash);
    return true;
}

bool
store_keep_path(struct ctx *ctx, const char *path, const char **key)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return raise_disk(ctx, "The upload cannot be read");
    bool ok = hash_file(ctx, fd, key) && (fsync(fd) == 0 || raise_disk(ctx, "fsync"));
    close(fd);
    if (!ok)
        return false;
    make_folder(ctx, arena_printf(ctx->arena, "%s/kept", root(ctx)));
    make_folder(ctx, arena_printf(ctx->arena, "%s/kept/%.2s", root(ctx), *key));
    if (rename(path, store_path(ctx, *key)) != 0)
        return raise_disk(ctx, "The upload cannot be kept");
    return true;
}

bool
store_keep(struct ctx *ctx, const char *name, const char **key)
{
    return store_keep_path(ctx, part_path(ctx, name), key);
}

void
store_drop(struct ctx *ctx, const char *name)
{
    unlink(part_path(ctx, name));
}

void
store_remove(struct ctx *ctx, const char *key)
{
    unlink(store_path(ctx, key));
}
