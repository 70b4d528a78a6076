/* Storing messages that were just written: message, first text and what became of the person, in one
 * statement. Written twice they are stored once. Called by the stage "write"; a new text for a message
 * that is there already is message_version.h's. */
#ifndef LEADGEN_DOMAIN_MESSAGE_PUT_H
#define LEADGEN_DOMAIN_MESSAGE_PUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/writing/letter.h"

struct message_new {
    int64_t contact_id, step_id, variant, position, rank;
    const char *angle, *channel, *language, *tone, *formality;
    const char *provider;      /* "embedded", or the name of the model's service */
    const char *subject;       /* NULL: the channel has none */
    const char *body, *claims; /* claims: JSON of message_claims */
    const char *origin;        /* embedded, model */
    int64_t cost_micros;
};

/* What became of a person: state written, failed or excluded; reason for people, NULL: none. */
struct message_person {
    int64_t contact_id, rank;
    const char *state, *reason;
};

/* Both arrays belong to one campaign; people who were excluded meanwhile get nothing. CONFLICT when the
 * campaign takes no drafts in its state. */
MUST_CHECK bool message_put(struct ctx *ctx, int64_t campaign_id, const struct message_new *rows,
                            size_t n, const struct message_person *people, size_t n_people);

/* The claims of a letter as message_version keeps them. */
const char *message_claims(struct arena *arena, const struct letter *letter);

/* How a message stands in lists: its subject, or the first words of its body. */
const char *message_start(struct arena *arena, const char *subject, const char *body);

#endif
