/* What is wrong with a workspace's pipeline. Rules over figures make alerts; one that is still there is
 * the same alert, seen once more; one that is not is resolved. Called by pipeline_health.c and the
 * health page. */
#ifndef LEADGEN_HEALTH_PIPELINE_ALERT_H
#define LEADGEN_HEALTH_PIPELINE_ALERT_H

#include "domain/health/pipeline_health.h"

enum { ALERTS_MOST = 100 };

struct alert {
    int64_t alert_id, times, first_at, last_at, muted_until, resolved_at;
    const char *code, *subject, *level, *title, *detail;
};

/* What the rules say of the figures: at most ALERTS_MOST. Pure. */
struct alert *pipeline_alert_judge(struct ctx *ctx, const struct health *health, size_t *n);

/* Makes the open alerts those. */
MUST_CHECK bool pipeline_alert_sync(struct ctx *ctx, const struct alert *alerts, size_t n);

/* Open ones, the worst first; resolved: those of the last 30 days, newest first. */
MUST_CHECK bool pipeline_alert_list(struct ctx *ctx, bool resolved, struct alert **rows, size_t *n);

/* No more of it for so many days. NOT_FOUND. */
MUST_CHECK bool pipeline_alert_mute(struct ctx *ctx, int64_t alert_id, int64_t days);

#endif
