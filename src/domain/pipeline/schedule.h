/* The schedule, for people: listed by the command line and by admin pages, changed by admin pages. */
#ifndef LEADGEN_PIPELINE_SCHEDULE_H
#define LEADGEN_PIPELINE_SCHEDULE_H

#include "domain/pipeline/task.h"

/* A row. Times are seconds since 1970, 0 for none. */
struct schedule_row {
    const char *task;
    const struct task *known; /* its row in the registry */
    int64_t every_seconds;    /* 0: at at_time in zone */
    const char *at_time;      /* "HH:MM" */
    const char *zone;
    bool enabled;
    int64_t next_at, started_at;
    double seconds;      /* how long the last run took */
    const char *outcome; /* running, done, failed, lost; NULL: has never run */
    const char *message;
    const char
        *recent; /* "{0.4,-12,0.3}": seconds of the last runs, the newest first, below 0 those
                           that went wrong; NULL for none */
};

/* Every task that this program knows. for_page: for a super admin's session (nobody else gets rows);
 * otherwise for the batch role. */
MUST_CHECK bool schedule_list(struct ctx *ctx, bool for_page, struct schedule_row **rows,
                              size_t *n_rows);

/* Super admins: changes when a task runs: every_seconds, or (0) `at` as "HH:MM" in `zone`. INPUT on
 * the fields every_seconds, at_time, zone; NOT_FOUND. */
MUST_CHECK bool schedule_change(struct ctx *ctx, const char *task, int64_t every_seconds,
                                const char *at, const char *zone, bool enabled);

/* Super admins: makes a task due at once. NOT_FOUND. */
MUST_CHECK bool schedule_now(struct ctx *ctx, const char *task);

#endif
