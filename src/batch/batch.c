/* Settings, connection and exit codes of a command. See batch.h. */
#include "batch/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

/* Reads NAME=value lines of an env file into the environment; what is set already stays. */
static void
load_env(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return;
    char line[4096];
    while (fgets(line, sizeof line, file)) {
        char *name = arena_strdup(arena, line);
        name[strcspn(name, "\r\n")] = '\0';
        char *equals = strchr(name, '=');
        if (!equals || *name == '#')
            continue;
        *equals = '\0';
        setenv(name, equals + 1, 0);
    }
    fclose(file);
}

const char *
batch_setting(struct batch *batch, const char *name)
{
    (void)batch;
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

const char *
batch_data_path(struct batch *batch, const char *relative)
{
    const char *root = batch_setting(batch, "LEADGEN_SRCDIR");
    if (!root)
        root = access("configure.ac", R_OK) == 0 ? "." : LEADGEN_PKGDATADIR;
    return arena_printf(batch->process, "%s/%s", root, relative);
}

bool
batch_open(struct batch *batch, const char *dsn_name)
{
    memset(batch, 0, sizeof *batch);
    batch->process = arena_new();
    batch->ctx.arena = arena_new();
    const char *var = batch_setting(batch, "LEADGEN_VAR");
    load_env(batch->process, arena_printf(batch->process, "%s/env", var ? var : "var"));
    struct arena *unit = batch->ctx.arena;
    batch->ctx.arena = batch->process;
    bool ok = conf_read(&batch->ctx, 0, &batch->conf);
    batch->ctx.arena = unit;
    batch->ctx.conf = &batch->conf;
    if (!ok || !dsn_name)
        return ok;
    const char *dsn = batch_setting(batch, dsn_name);
    if (!dsn)
        return err_raise(&batch->ctx, ERR_INPUT,
                         "%s is not set. Run this from the checkout after `sh nginx/up`, or set "
                         "LEADGEN_VAR to its folder.",
                         dsn_name);
    return db_open(&batch->ctx, batch->process, dsn);
}

void
batch_close(struct batch *batch)
{
    arena_free(batch->ctx.arena);
    arena_free(batch->process);
}

static int
exit_code(const struct err *err)
{
    switch (err->kind) {
    case ERR_NONE:
        return EX_OK;
    case ERR_INPUT:
        return EX_DATAERR;
    case ERR_NOT_FOUND:
        return EX_NOINPUT;
    case ERR_CONFLICT: /* with what was given, or with others at work */
        return *err->field ? EX_DATAERR : EX_TEMPFAIL;
    case ERR_UNAVAILABLE:
        return EX_TEMPFAIL;
    case ERR_DENIED:
        return EX_NOPERM;
    case ERR_BUG:
        return EX_SOFTWARE;
    }
    return EX_SOFTWARE;
}

int
batch_fail(struct batch *batch)
{
    const struct err *err = &batch->ctx.err;
    fprintf(stderr, "leadgen-batch: %s\n", err->message);
    if (err->kind == ERR_BUG)
        fprintf(stderr, "leadgen-batch: at %s:%d\n", err->file, err->line);
    int code = exit_code(err);
    batch_close(batch);
    return code;
}
