/* What reviewers did with the messages of a campaign, summed up. Written by message.h and
 * message_version.h with each decision; read by insight.h and the page that shows it. */
#ifndef LEADGEN_DOMAIN_MESSAGE_FEEDBACK_H
#define LEADGEN_DOMAIN_MESSAGE_FEEDBACK_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* How often an action was taken at a step; reason "": in all, else with that reason of
 * message_reasons. */
struct feedback_sum {
    const char *action; /* approved, rejected, edited, rewritten */
    const char *reason;
    int64_t step_id, n;
};

MUST_CHECK bool feedback_sums(struct ctx *ctx, int64_t campaign_id, struct feedback_sum **out,
                              size_t *n);

/* The sum of those with an action (NULL: any), reason ("": all) and step (0: any). */
int64_t feedback_of(const struct feedback_sum *sums, size_t n, const char *action,
                    const char *reason, int64_t step_id);

#endif
