/* The queue in which people review drafts: best person first, then step and variant. Several people review
 * at once: the message one is given is kept for them, with its other variants, for two minutes, and
 * nobody else gets it meanwhile. Nothing leaves the queue but by a decision; skipped ones come at its end.
 * Called by the pages. Decisions are message.h's. */
#ifndef LEADGEN_DOMAIN_MESSAGE_REVIEW_H
#define LEADGEN_DOMAIN_MESSAGE_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/message/message.h"
#include "domain/message/message_check.h"

/* campaign_id 0 everywhere: all campaigns in review. */

/* The draft that the caller gets next, kept for them; 0: nothing that nobody else looks at. `but` is not
 * given (0: any may be). */
MUST_CHECK bool review_next(struct ctx *ctx, int64_t campaign_id, int64_t but, int64_t *message_id);

/* What is kept for the caller now; 0: nothing. Only reads. */
MUST_CHECK bool review_held(struct ctx *ctx, int64_t campaign_id, int64_t *message_id);

/* Puts a draft at the end of the queue. */
MUST_CHECK bool review_skip(struct ctx *ctx, int64_t message_id);

/* The message that the caller decided last, or last before they decided `at`; 0: none. */
MUST_CHECK bool review_back(struct ctx *ctx, int64_t campaign_id, int64_t at, int64_t *message_id);

/* How far review is. */
struct review_progress {
    int64_t total, left, approved, rejected, set_aside;
    int64_t kept;       /* drafts that others look at now */
    const char *others; /* their names, "Ben, Eva"; NULL: nobody */
};
MUST_CHECK bool review_progress(struct ctx *ctx, int64_t campaign_id, struct review_progress *out);

/* Campaigns in review, those with drafts first. */
struct review_campaign {
    int64_t campaign_id, total, left;
    const char *name, *owner; /* owner NULL: nobody's */
};
MUST_CHECK bool review_campaigns(struct ctx *ctx, struct review_campaign **out, size_t *n);

/* Approved messages by channel: the numbers of the approval gate. */
struct review_channel {
    const char *channel;
    int64_t approved, rejected, draft;
};
MUST_CHECK bool review_channels(struct ctx *ctx, int64_t campaign_id, struct review_channel **out,
                                size_t *n);

/* Who is written to, beside a message. Texts NULL where unknown. */
struct review_card {
    int64_t contact_id, company_id, industry, tier; /* codes; company_id 0: none */
    int64_t score, touch_ms, company_touch_ms;      /* newest contact; 0: none known */
    bool scored;
    const char *person, *job_title, *city, *country, *email, *linkedin_url, *seniority, *notes;
    const char *company, *domain, *employees, *description;
};
MUST_CHECK bool review_card(struct ctx *ctx, int64_t contact_id, struct review_card *out);

/* The other variants of a message, by letter. */
struct review_variant {
    int64_t message_id, variant, version;
    const char *state, *angle, *subject, *body;
};
MUST_CHECK bool review_variants(struct ctx *ctx, int64_t message_id, struct review_variant **out,
                                size_t *n);

/* Bodies of other people's messages of the same step and language, newest first: what message_check
 * compares sentences with. */
MUST_CHECK bool review_likeness(struct ctx *ctx, const struct message *message, int64_t limit,
                                const char *const **bodies, size_t *n);

/* What a reviewer should notice in a message, beside other people's and with its claims counted. */
MUST_CHECK bool review_hints(struct ctx *ctx, const struct message *message,
                             struct message_check **out, size_t *n);

#endif
