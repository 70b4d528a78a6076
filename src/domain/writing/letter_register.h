/* Whether text addresses its reader as the letter does (du or Sie, tu or vous, tú or usted, ty or vy),
 * whether it asks something, and what its author should know before it stands in letters. Called by the
 * pages where offers are written, by the hints of the review and by letter.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_REGISTER_H
#define LEADGEN_DOMAIN_WRITING_LETTER_REGISTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "domain/writing/letter.h"

/* The first word of the text, as it stands there, that addresses the reader otherwise than `formality`
 * says; NULL: none. Words that may mean something else do not count, nor what stands in quotation
 * marks. */
const char *letter_register_clash(struct arena *arena, const char *language, const char *formality,
                                  const char *text);

/* True when the text is a question: it has the mark, or begins as questions do and has no mark. */
bool letter_register_asks(struct arena *arena, const char *language, const char *text);

/* What the author of an offer should know. */
struct letter_hint {
    const char *field; /* does, outcome, proof, ask */
    const char *text;  /* a sentence */
};
enum { LETTER_HINTS_MOST = 8 };

/* The offer as it would stand in letters of that language and formality; returns how many hints. */
size_t letter_register_hints(struct arena *arena, const char *language, const char *formality,
                             const struct letter_offer *offer,
                             struct letter_hint out[LETTER_HINTS_MOST]);

#endif
