/* Sums of what reviewers did. See feedback.h. */
#include "domain/message/feedback.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

bool
feedback_sums(struct ctx *ctx, int64_t campaign_id, struct feedback_sum **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_STR(struct feedback_sum, action), FIELD_STR(struct feedback_sum, reason),
        FIELD_I64(struct feedback_sum, step_id), FIELD_I64(struct feedback_sum, n), FIELD_END};
    return DB_ALL(ctx, &SQL_FEEDBACK_SUMS, DB_ARGS(DB_I64(campaign_id)), map, out, n);
}

int64_t
feedback_of(const struct feedback_sum *sums, size_t n, const char *action, const char *reason,
            int64_t step_id)
{
    int64_t total = 0;
    for (size_t i = 0; i < n; i++)
        if ((!action || !strcmp(sums[i].action, action)) && !strcmp(sums[i].reason, reason) &&
            (!step_id || sums[i].step_id == step_id))
            total += sums[i].n;
    return total;
}
