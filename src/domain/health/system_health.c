/* The system's health. See system_health.h. */
#include "domain/health/system_health.h"

#include <string.h>
#include <sys/statvfs.h>

#include "base/conf.h"
#include "base/db.h"
#include "statements.h"

static const struct field health_map[] = {
    FIELD_STR(struct system_health, postgresql),
    FIELD_I64(struct system_health, database_bytes),
    FIELD_I64(struct system_health, database_since),
    FIELD_I64(struct system_health, connections),
    FIELD_I64(struct system_health, connections_most),
    FIELD_I64(struct system_health, ready),
    FIELD_I64(struct system_health, waiting),
    FIELD_I64(struct system_health, running),
    FIELD_I64(struct system_health, dead),
    FIELD_I64(struct system_health, oldest_ready),
    FIELD_I64(struct system_health, beat_at),
    FIELD_I64(struct system_health, failed),
    FIELD_STR(struct system_health, migration),
    FIELD_I64(struct system_health, users),
    FIELD_I64(struct system_health, tenants),
    FIELD_END,
};

static const struct field pool_map[] = {
    FIELD_STR(struct system_pool, name),
    FIELD_I64(struct system_pool, processes),
    FIELD_END,
};

bool
system_health(struct ctx *ctx, struct system_health *out)
{
    struct statvfs disk;
    memset(out, 0, sizeof *out);
    if (!db_one(ctx, &SQL_SYSTEM_HEALTH, DB_NO_ARGS, health_map, out))
        return false;
    out->disk_free = out->disk_size = -1;
    if (ctx->conf && ctx->conf->files && statvfs(ctx->conf->files, &disk) == 0) {
        out->disk_free = (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
        out->disk_size = (int64_t)disk.f_blocks * (int64_t)disk.f_frsize;
    }
    return true;
}

bool
system_pools(struct ctx *ctx, struct system_pool **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_SYSTEM_POOLS, DB_NO_ARGS, pool_map, rows, n_rows);
}
