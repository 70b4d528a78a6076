/* How the whole system is: database, queue, processes, disk, versions. Called by the admin page; the
 * database answers super admins only. */
#ifndef LEADGEN_DOMAIN_HEALTH_SYSTEM_HEALTH_H
#define LEADGEN_DOMAIN_HEALTH_SYSTEM_HEALTH_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Times are milliseconds since 1970, 0 for none. */
struct system_health {
    const char *postgresql; /* version */
    int64_t database_bytes, database_since, connections, connections_most;
    int64_t ready, waiting, running, dead; /* jobs */
    int64_t oldest_ready;                  /* when the job was made that waits longest */
    int64_t beat_at;                       /* when a worker last did something */
    int64_t failed;                        /* tasks whose last run failed */
    const char *migration;                 /* the newest */
    int64_t users, tenants;
    int64_t disk_free, disk_size; /* bytes where the files are; -1: they are nowhere */
};

struct system_pool {
    const char *name; /* "web app", "batch tick" */
    int64_t processes;
};

/* DENIED. */
MUST_CHECK bool system_health(struct ctx *ctx, struct system_health *out);
MUST_CHECK bool system_pools(struct ctx *ctx, struct system_pool **rows, size_t *n_rows);

#endif
