/* What reviewers say of a campaign's messages, each with a change that one click makes and another takes
 * back. Found from five actions on: too formal or too casual in more than a quarter of the edits, too long
 * or generic in more than a fifth, wrong tone more than three times, a step of which less than half is
 * approved in three decisions or more. Changes hold for what is written from then on. Called by pages. */
#ifndef LEADGEN_DOMAIN_MESSAGE_INSIGHT_H
#define LEADGEN_DOMAIN_MESSAGE_INSIGHT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { INSIGHT_ACTIONS_LEAST = 5 };

struct insight {
    const char *code;   /* "too_formal", "step:17" */
    const char *title;  /* "4 of 10 edits say: too formal" */
    const char *change; /* "Write informally." NULL: nothing can be changed by a click */
    const char *action; /* applied, dismissed; NULL: open */
    const char *who;    /* who did that; NULL */
    int64_t decided_ms;
};

/* Open ones first. *actions: how many actions there are in all. NOT_FOUND. */
MUST_CHECK bool insight_list(struct ctx *ctx, int64_t campaign_id, struct insight **out, size_t *n,
                             int64_t *actions);

/* Makes the change, puts the insight away, or takes either back. NOT_FOUND: there is no such insight;
 * CONFLICT: the campaign's state does not let its voice be changed. */
MUST_CHECK bool insight_apply(struct ctx *ctx, int64_t campaign_id, const char *code);
MUST_CHECK bool insight_dismiss(struct ctx *ctx, int64_t campaign_id, const char *code);
MUST_CHECK bool insight_undo(struct ctx *ctx, int64_t campaign_id, const char *code);

#endif
