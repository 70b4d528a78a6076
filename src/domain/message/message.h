/* Messages: what is written to a person for a step of a campaign, from draft to sent. Reading, lists, and
 * the decisions of people: approve, reject, reopen, sent by hand. The database's gate decides which state
 * follows which; what it refuses comes back as CONFLICT in words. Called by the pages, the API and the
 * commands. Texts are message_version.h's; the order in which people review is review.h's. */
#ifndef LEADGEN_DOMAIN_MESSAGE_H
#define LEADGEN_DOMAIN_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* A message with its newest text. */
struct message {
    int64_t message_id, campaign_id, step_id, contact_id, company_id; /* company 0: none */
    int64_t variant, position, rank, version, rewrites, cost_micros;
    int64_t approved_version;                                     /* 0: none */
    int64_t max_length;                                           /* of the step, characters */
    const char *campaign, *campaign_state, *variant_mode, *label; /* label: of the step */
    const char *person, *email, *company;                         /* NULL where unknown */
    const char *angle, *state, *channel, *language, *tone, *formality, *provider;
    const char *trouble, *reject_reason, *sent_via; /* or NULL */
    const char *decided_by, *sent_by;               /* names, or NULL */
    int64_t decided_ms, sent_ms, created_ms;        /* 0: not yet */
    const char *holder;                             /* somebody else who looks at it now, or NULL */
    bool excluded;                                  /* the person, from the campaign */
    const char *subject, *body;                     /* subject NULL: the channel has none */
    const char *claims;                             /* JSON of message_version */
    const char *origin;                             /* of the newest text */
    int64_t text_ms;                                /* when the newest text was written */
    const char *text_by;                            /* who wrote it, or NULL */
};

/* NOT_FOUND: no such message, or its campaign was deleted. */
MUST_CHECK bool message_get(struct ctx *ctx, int64_t message_id, struct message *out);

/* Why nobody may write to the message's person, as a sentence; NULL: they may. UNAVAILABLE as
 * contact_gate. */
MUST_CHECK bool message_barred(struct ctx *ctx, const struct message *message,
                               const char **sentence);

/* "Draft", "Approved", ... */
const char *message_state_label(const char *state);

/* What of the messages is meant; zero and NULL ask nothing. Arrays end with NULL or 0. */
struct message_filter {
    int64_t campaign_id, contact_id, company_id;
    const char *const *states, *const *channels, *const *languages;
    const int64_t *step_ids, *variants;
    const char *search; /* person, company or subject */
};

/* What lists are narrowed to: draft, approved, rejected, set_aside, sent (NULL last), and the states that
 * each of them means for a filter; NULL for "". */
extern const char *const message_state_names[];
const char *const *message_states_of(const char *name);

/* A row of a list. */
struct message_row {
    int64_t message_id, campaign_id, contact_id, company_id, step_id, position, variant, version,
        decided_ms, sent_ms;
    const char *campaign, *label, *person, *company, *state, *channel, *language, *angle,
        *subject_start, *decided_by, *reject_reason, *sent_via;
};

/* Newest first, those before the message `before` (0: from the newest), at most `limit`. */
MUST_CHECK bool message_list(struct ctx *ctx, const struct message_filter *filter, int64_t before,
                             int64_t limit, struct message_row **out, size_t *n);

/* How many there are by state; `total` of all states of the filter. The filter's own states do not
 * count. */
struct message_counts {
    int64_t draft, approved, rejected, set_aside, sent; /* sent: delivered and replied too */
    int64_t total;
};
MUST_CHECK bool message_count(struct ctx *ctx, const struct message_filter *filter,
                              struct message_counts *out);

/* Approves the text that the caller saw. In a campaign where one variant is chosen, the others for the
 * same person and step are set aside. CONFLICT: the text is another by now, the message is decided, too
 * long for its channel, or the person must not be written to; INPUT never. */
MUST_CHECK bool message_approve(struct ctx *ctx, int64_t message_id, int64_t version);

/* Rejects a draft or an approved message. `reason` says why in 5 to 500 characters, `code` is one of
 * message_reasons or "". INPUT on "why" or "code"; CONFLICT. */
MUST_CHECK bool message_reject(struct ctx *ctx, int64_t message_id, const char *code,
                               const char *reason);

/* Makes a draft of what was approved, rejected or set aside; variants that its approval had set aside
 * become drafts with it. CONFLICT: the campaign takes no drafts any more, or it was sent. */
MUST_CHECK bool message_reopen(struct ctx *ctx, int64_t message_id);

/* Notes that an approved message was sent by hand: channel email, linkedin, call or other. CONFLICT:
 * it is not approved. Undone by message_unsend, which refuses what a service delivered. */
MUST_CHECK bool message_send_by_hand(struct ctx *ctx, int64_t message_id, const char *channel);
MUST_CHECK bool message_unsend(struct ctx *ctx, int64_t message_id);

/* Approves ("approve") or rejects ("reject", with a reason) every draft of the filter, one text of each
 * group of variants where one is to be chosen. `guard`: how many drafts the caller was told of; CONFLICT
 * when there are now more or fewer. UNAVAILABLE as contact_gate. */
struct message_bulk_done {
    int64_t done;
    /* What approval leaves as drafts: */
    int64_t barred; /* the person must not be written to */
    int64_t unfit;  /* too long, or another variant */
};
MUST_CHECK bool message_bulk(struct ctx *ctx, const struct message_filter *filter,
                             const char *action, const char *reason, int64_t guard,
                             struct message_bulk_done *out);

/* Whether a reason for rejecting is one: `code` of message_reasons or "", `reason` of 5 to 500
 * characters. INPUT on "code" or "why". */
MUST_CHECK bool message_reason_holds(struct ctx *ctx, const char *code, const char *reason);

/* Turns a refusal of the database's gates into a sentence; the error of ctx is set anew. Called after a
 * statement on messages failed. Always returns false. */
bool message_refused(struct ctx *ctx);

#endif
