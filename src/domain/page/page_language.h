/* The language of a text by its most frequent words: English, German, French, Spanish, Czech, Polish,
 * Italian, Dutch and some of their neighbours. Called by page.c. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_LANGUAGE_H
#define LEADGEN_DOMAIN_PAGE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Two letters; "" when it is none of them or too short to tell. *sure: no other comes near. */
const char *page_language_guess(struct arena *arena, const char *text, bool *sure);

/* A language tag's language ("de" of "de-AT", "de_AT") and country ("AT", else ""); "" for what is
 * no tag. */
const char *page_language_tag(struct arena *arena, const char *tag, const char **country);

#endif
