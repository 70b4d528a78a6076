/* Keeping files fresh. See snapshot_task.h. */
#include "domain/snapshot/snapshot_task.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/db.h"
#include "domain/account/tenant.h"
#include "domain/snapshot/snapshot_build.h"
#include "statements.h"

enum {
    LARGE = 5000,         /* records; below, SQL answers within a few milliseconds */
    TOUCHED_MOST = 20000, /* ids since the file was built */
    PURGE_MOST = 20000,   /* touches at a time */
};
#define HOUR_US (INT64_C(3600) * 1000000)
#define OLD_US (6 * HOUR_US)      /* built anew when anything was touched */
#define TOO_OLD_US (11 * HOUR_US) /* built anew: readers take no file of twelve hours */

struct state {
    char customs[2][SNAPSHOT_CUSTOMS];
    const char *incarnation;
    int64_t now_us, touched;
    bool large;
};
static const struct field state_fields[] = {
    FIELD_STR(struct state, incarnation),
    FIELD_I64(struct state, now_us),
    FIELD_I64(struct state, touched),
    FIELD_BOOL(struct state, large),
    FIELD_END,
};

enum wanted { WANTED_NOTHING, WANTED_BUILD, WANTED_NONE };

static enum wanted
wanted_of(const struct state *state, const struct snapshot_header *header)
{
    if (!state->large)
        return WANTED_NONE;
    if (!header || strcmp(header->incarnation, state->incarnation) != 0 ||
        memcmp(header->customs, state->customs, sizeof header->customs) != 0 ||
        state->touched > TOUCHED_MOST)
        return WANTED_BUILD;
    int64_t age = state->now_us - header->built_us;
    return age > TOO_OLD_US || age < -HOUR_US || (age > OLD_US && state->touched) ? WANTED_BUILD
                                                                                  : WANTED_NOTHING;
}

/* Looks at the file as a reader would, and at what was touched since. */
static bool
look(struct ctx *ctx, int64_t tenant, const char *path, enum wanted *out)
{
    struct arena *arena = arena_new();
    struct snapshot_tables *tables = ARENA_NEW(arena, struct snapshot_tables);
    const struct snapshot_header *header = NULL;
    struct mapped_stamp stamp;
    struct state state;
    if (!snapshot_file_open(arena, path, tenant, tables, &header, &stamp))
        header = NULL;
    bool ok =
        db_begin(ctx, false) && tenant_enter(ctx, tenant) &&
        db_one(ctx, &SQL_SNAPSHOT_STATE, DB_ARGS(DB_I64(LARGE), DB_STR(header ? header->seen : "")),
               state_fields, &state) &&
        snapshot_build_customs(ctx, state.customs) &&
        db_exec(ctx, &SQL_SNAPSHOT_TOUCH_PURGE, DB_ARGS(DB_I64(PURGE_MOST)), NULL) &&
        db_commit(ctx);
    if (ok)
        *out = wanted_of(&state, header);
    arena_free(arena);
    return ok;
}

bool
snapshot_task(struct ctx *ctx, struct task_run *run)
{
    const char *path = snapshot_file_path(ctx, run->tenant_id), *said = "as it should be";
    enum wanted wanted;
    bool built = false;
    if (!path)
        return err_raise(ctx, ERR_INPUT, "LEADGEN_SNAPSHOTS is not set.");
    if (!look(ctx, run->tenant_id, path, &wanted))
        return false;
    if (wanted == WANTED_NONE)
        said = unlink(path) ? "none needed" : "removed";
    if (wanted == WANTED_BUILD) {
        if (!snapshot_build(ctx, run->tenant_id, &built))
            return false;
        said = built ? "built" : "being built";
    }
    snprintf(run->message, sizeof run->message, "%s", said);
    return true;
}

struct active {
    int64_t tenant_id;
};
static const struct field active_fields[] = {FIELD_I64(struct active, tenant_id), FIELD_END};

static bool
is_active(const struct active *active, size_t n, int64_t tenant)
{
    for (size_t i = 0; i < n; i++)
        if (active[i].tenant_id == tenant)
            return true;
    return false;
}

bool
snapshot_task_sweep(struct ctx *ctx, struct task_run *run)
{
    struct active *active;
    size_t n, n_removed = 0;
    if (!ctx->conf || !ctx->conf->snapshots)
        return err_raise(ctx, ERR_INPUT, "LEADGEN_SNAPSHOTS is not set.");
    if (!DB_ALL(ctx, &SQL_TASK_TENANTS, DB_NO_ARGS, active_fields, &active, &n))
        return false;
    DIR *dir = opendir(ctx->conf->snapshots);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char *end = NULL;
        int64_t tenant = strtoll(entry->d_name, &end, 10);
        if (end == entry->d_name || strcmp(end, ".snap") != 0 || is_active(active, n, tenant))
            continue;
        n_removed +=
            !unlink(arena_printf(ctx->arena, "%s/%s", ctx->conf->snapshots, entry->d_name));
    }
    if (dir)
        closedir(dir);
    snprintf(run->message, sizeof run->message, "%zu files removed", n_removed);
    return true;
}
