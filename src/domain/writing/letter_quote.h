/* Short quotations and clean values out of text from pages and records. Called by letter_evidence.c and
 * letter_pick.c. Pure; what it returns holds no markup, no placeholder and no address. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_QUOTE_H
#define LEADGEN_DOMAIN_WRITING_LETTER_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { LETTER_QUOTE_WORDS = 12, LETTER_TERM_WORDS = 4 };

/* A value as it can stand in a sentence: white space squeezed, commas and the like at its ends gone;
 * NULL when nothing is left, when it is longer than `most` characters, or holds what belongs into
 * no sentence (braces, angle brackets, addresses, control characters, ? and !). */
const char *letter_value(struct arena *arena, const char *text, size_t most);

/* The clause of `snippet` that holds `found` (NULL: its first good one), of more than
 * LETTER_TERM_WORDS and at most LETTER_QUOTE_WORDS words, cut only at clause borders; NULL when there
 * is none that reads as one. */
const char *letter_clause(struct arena *arena, const char *snippet, const char *found);

/* `found` itself when it is a good phrase of at most LETTER_TERM_WORDS words, else NULL. */
const char *letter_term(struct arena *arena, const char *found);

/* True when a word of the text follows itself, case folded. */
bool letter_doubles(struct arena *arena, const char *text);

#endif
