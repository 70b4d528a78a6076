/* Asking mail servers about addresses: off unless a tenant switches it on, because some providers take
 * such questions amiss and many answer without knowing. One conversation at a time with each server,
 * whichever tenant or host asks, and a pause behind it (leases in the database). Each conversation
 * asks first and last about made-up mailboxes: a server that takes those proves nothing, one that
 * takes one of them answers at random. "Later" is believed and asked again. Called by the stages of
 * addresses. No mail is sent. */
#ifndef LEADGEN_EMAIL_PROBE_H
#define LEADGEN_EMAIL_PROBE_H

#include "base/smtp.h"
#include "domain/email/email_verify.h"

enum {
    EMAIL_PROBE_AT_ONCE = 14,   /* addresses in one conversation */
    EMAIL_PROBE_PAUSE = 5,      /* seconds behind a conversation with a server */
    EMAIL_PROBE_LATER = 15 * 60 /* seconds until a server that said "later" is asked again */
};

/* How to ask. */
struct email_prober {
    struct dns *dns;
    struct smtp_options smtp;
    const char *helo; /* our name */
};

/* What a reply to RCPT says of a mailbox. Pure. */
enum email_answer email_probe_answer(const struct smtp_reply *reply);

/* Asks about the subjects whose domain takes mail and that were not asked about yet. Those whose server
 * is in use, or has too many at once, are `waiting` with EMAIL_ANSWER_LATER: *waiting (may be NULL)
 * counts them; call again in a few seconds. Scores every subject again. Begins transactions of its own
 * for the leases; outside one. */
MUST_CHECK bool email_probe_ask(struct ctx *ctx, const struct email_prober *prober,
                                struct email_verifying *all, size_t *waiting);

#endif
