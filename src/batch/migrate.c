/* leadgen-batch migrate: applies sql/migrations in order, each once. NNNN_x.sql runs in one
 * transaction with a short lock timeout; NNNN_x.concurrent.sql is one re-runnable statement outside
 * a transaction. Needs LEADGEN_OWNER_DSN (the owning role). */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "base/buf.h"
#include "base/db.h"
#include "batch/batch.h"
#include "batch/command.h"
#include "statements.h"

enum { MIGRATION_MAX = 4 * 1024 * 1024 };

static bool
read_script(struct ctx *ctx, const char *path, const char **out)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be read", path);
    struct buf buf;
    buf_init(&buf, ctx->arena, MIGRATION_MAX);
    char piece[8192];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(&buf, piece, n);
    fclose(file);
    if (buf.over)
        return err_raise(ctx, ERR_INPUT, "%s is too large", path);
    *out = buf.data;
    return true;
}

static bool
apply(struct ctx *ctx, const char *directory, const char *name)
{
    int64_t done;
    if (!db_i64(ctx, &SQL_MIGRATE_DONE, DB_ARGS(DB_STR(name)), &done))
        return false;
    if (done)
        return true;
    const char *script;
    if (!read_script(ctx, arena_printf(ctx->arena, "%s/%s", directory, name), &script))
        return false;
    bool alone = strstr(name, ".concurrent.sql") != NULL;
    if (!alone && (!db_begin(ctx, false) || !db_script(ctx, "SET LOCAL lock_timeout = '2s'")))
        return false;
    if (!db_script(ctx, script) ||
        !db_exec(ctx, &SQL_MIGRATE_RECORD, DB_ARGS(DB_STR(name)), NULL)) {
        fprintf(stderr, "in %s:\n", name);
        return false;
    }
    if (!alone && !db_commit(ctx))
        return false;
    printf("applied %s\n", name);
    return true;
}

static int
is_script(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && !strcmp(dot, ".sql");
}

static bool
apply_all(struct ctx *ctx, const char *directory)
{
    struct dirent **entries;
    int n = scandir(directory, &entries, is_script, alphasort);
    if (n < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be read", directory);
    bool ok = db_exec(ctx, &SQL_MIGRATE_READY, DB_NO_ARGS, NULL) &&
              db_exec(ctx, &SQL_MIGRATE_LOCK, DB_NO_ARGS, NULL);
    for (int i = 0; i < n; i++) {
        ok = ok && apply(ctx, directory, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return ok;
}

int
migrate_command(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    struct batch batch;
    if (!batch_open(&batch, "LEADGEN_OWNER_DSN"))
        return batch_fail(&batch);
    const char *directory = batch_data_path(&batch, "sql/migrations");
    if (!apply_all(&batch.ctx, directory))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}
