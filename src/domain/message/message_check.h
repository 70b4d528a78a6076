/* What a reviewer should notice in a text: length, subject, questions, links, words that spam
 * filters weigh, sentences that many others get, words of the other address (du or Sie), and how
 * much it says about its reader. Hints, not gates. Called by the review pages. Pure. */
#ifndef LEADGEN_DOMAIN_MESSAGE_CHECK_H
#define LEADGEN_DOMAIN_MESSAGE_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct message_check_of {
    const char *channel, *language;
    const char *formality; /* formal, informal; NULL: unknown */
    const char *subject;   /* NULL: the channel has none */
    const char *body;
    size_t claims;             /* about the person or the company, with their source */
    const char *const *others; /* texts to other people of the same step */
    size_t n_others;
    const char *offer; /* what the sender says to everybody; NULL: unknown */
};

struct message_check {
    bool warn;
    const char *text; /* "118 words" */
};

enum { MESSAGE_SUBJECT_MOST = 60, MESSAGE_CHECKS_MOST = 8 };

/* At most MESSAGE_CHECKS_MOST hints, in a fixed order, in the arena. */
size_t message_check(struct arena *arena, const struct message_check_of *of,
                     struct message_check **out);

#endif
