/* Long text folded as text_fold does, fast, with the way back from each place to the source. Called
 * by needle.c for what is searched, and by scoring for what stands around a place. Pure. */
#ifndef LEADGEN_BASE_NEEDLE_FOLD_H
#define LEADGEN_BASE_NEEDLE_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Foldings of the code points of most texts, worked out once. */
struct needle_foldings;
struct needle_foldings *needle_foldings(struct arena *owner);

/* Text made ready to be searched. White space is one blank, or one "\n" where a line ended in it;
 * dashes are "-" and apostrophes "'". */
struct needle_text {
    const char *folded;
    size_t length;
    const char *source; /* as given; bytes that are not UTF-8 count as blanks */
    size_t source_length;
    const struct needle_shift *shifts;
    size_t n_shifts;
};
void needle_fold(struct arena *arena, const struct needle_foldings *foldings, const char *text,
                 size_t length, struct needle_text *out);

/* The byte of the source that a byte of the folded text comes from. */
size_t needle_source(const struct needle_text *text, size_t at);

/* The plain form of a sign that is typed in several ways: blanks, dashes, apostrophes; or NULL. */
const char *needle_sign(int32_t cp);

#endif
