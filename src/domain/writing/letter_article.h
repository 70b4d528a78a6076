/* Names of organisations that a language says with an article ("bei den Stadtwerken Lindau", "la
 * Universidad de Sevilla"), and what preposition and article or vowel make of each other ("zur",
 * "du", "d’Écluse"). Called by letter_slots.c and letter_pick.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_ARTICLE_H
#define LEADGEN_DOMAIN_WRITING_LETTER_ARTICLE_H

#include <stddef.h>

#include "base/arena.h"

enum letter_case { CASE_NOMINATIVE, CASE_ACCUSATIVE, CASE_DATIVE };

/* The name with its article, its words bent where German bends them; NULL: it is said without one, as
 * most names of companies are. */
const char *letter_article(struct arena *arena, const char *language, const char *name,
                           enum letter_case which);

/* What a value and the words before it become: the last `cut` bytes of the text before go, and so do
 * the first `skip` bytes of the value; `put` comes between. */
struct letter_joint {
    size_t cut, skip;
    const char *put; /* "" where nothing changes */
};

struct letter_joint letter_article_join(const char *language, const char *before, size_t length,
                                        const char *value);

#endif
