/* The file store, swept of what nobody needs. See store.h. */
#include "base/store.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"

enum { SWEEP_BATCH = 200, DAY_SECONDS = 86400, WEEK_SECONDS = 7 * DAY_SECONDS };

struct sweep {
    struct ctx *ctx;
    store_remove_fn *remove;
    int64_t *n_removed;
    const char *keys[SWEEP_BATCH];
    size_t n;
};

static bool
is_old(const char *path, int64_t seconds)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_mtime < time(NULL) - seconds;
}

/* A folder that is not there has nothing to sweep. */
static void
sweep_unfinished(struct ctx *ctx, const char *folder, int64_t seconds, int64_t *n_removed)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return;
    for (struct dirent *entry; (entry = readdir(dir));) {
        const char *path = arena_printf(ctx->arena, "%s/%s", folder, entry->d_name);
        if (is_old(path, seconds) && unlink(path) == 0)
            ++*n_removed;
    }
    closedir(dir);
}

static bool
flush(struct sweep *sweep)
{
    bool ok = sweep->n == 0 || sweep->remove(sweep->ctx, sweep->keys, sweep->n, sweep->n_removed);
    sweep->n = 0;
    return ok;
}

static bool
sweep_kept(struct sweep *sweep, const char *folder)
{
    DIR *dir = opendir(folder);
    bool ok = true;
    if (!dir)
        return true;
    for (struct dirent *entry; ok && (entry = readdir(dir));) {
        struct arena *arena = sweep->ctx->arena;
        if (!is_old(arena_printf(arena, "%s/%s", folder, entry->d_name), DAY_SECONDS))
            continue;
        sweep->keys[sweep->n++] = arena_strdup(arena, entry->d_name);
        if (sweep->n == SWEEP_BATCH)
            ok = flush(sweep);
    }
    closedir(dir);
    return ok && flush(sweep);
}

bool
store_sweep(struct ctx *ctx, store_remove_fn *remove, int64_t *n_removed)
{
    const char *root = ctx->conf->files;
    struct sweep sweep = {.ctx = ctx, .remove = remove, .n_removed = n_removed};
    sweep_unfinished(ctx, arena_printf(ctx->arena, "%s/part", root), WEEK_SECONDS, n_removed);
    sweep_unfinished(ctx, arena_printf(ctx->arena, "%s/tmp", root), DAY_SECONDS, n_removed);
    for (unsigned first = 0; first < 256; first++)
        if (!sweep_kept(&sweep, arena_printf(ctx->arena, "%s/kept/%02x", root, first)))
            return false;
    return true;
}
