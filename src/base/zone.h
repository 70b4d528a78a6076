/* Time zones without the process-wide TZ variable: reads the system's zone files. Called where
 * people see times; day borders in lists are SQL's business. */
#ifndef LEADGEN_BASE_ZONE_H
#define LEADGEN_BASE_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct zone_time {
    int offset;    /* seconds east of UTC */
    char name[16]; /* CET */
};

struct zone; /* a zone's file, read */

/* Reads the zone with this IANA name; UTC when there is none. Never NULL. */
const struct zone *zone_read(struct arena *arena, const char *name);

/* True when there is a zone of this name. */
bool zone_exists(struct arena *arena, const char *name);

/* The names people use, in order; none when the system has no list. */
const char *const *zone_names(struct arena *arena, size_t *n);

/* What the clock shows at `seconds` since 1970 UTC. */
void zone_at(const struct zone *zone, int64_t seconds, struct zone_time *out);

#endif
