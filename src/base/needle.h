/* Many phrases and patterns in long text, all in one pass, by Hyperscan: the only stem that includes
 * it. Text is compared folded (text_fold: case and accents aside) and by whole words of Unicode.
 * Called by scoring; knows nothing of what the phrases mean. Not for text of a few words: phrase.h.
 *
 * A phrase is words as people write them; a blank in it stands for a blank, a hyphen or the end of a
 * line ("multi agent" is found in "Multi-agent"), and an asterisk at its end leaves the last word
 * open ("procure*"). A pattern is a regular expression without look-around and back-references. */
#ifndef LEADGEN_BASE_NEEDLE_H
#define LEADGEN_BASE_NEEDLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/needle_fold.h"

enum {
    NEEDLE_PHRASE_MOST = 100,  /* code points of a phrase */
    NEEDLE_PATTERN_MOST = 200, /* code points of a pattern, and bytes that it may match */
    NEEDLES_MOST = 5000,
    NEEDLE_HITS_MOST = 20000 /* of one text; further ones are not looked for */
};

struct needle {
    const char *text;
    bool pattern;
    bool aside; /* neither hides what it holds nor is hidden by what holds it */
};

/* Compiled needles; they live in their arena. */
struct needles;

/* Is this a phrase or pattern that can be found? NULL: it is; else what to do about it, in words, in
 * the arena. Takes text that people typed. */
const char *needle_problem(struct arena *arena, const struct needle *needle);

/* Compiles needles that have no problem. BUG when one has; UNAVAILABLE: this processor lacks what
 * Hyperscan needs. n may be 0. */
MUST_CHECK bool needles_compile(struct ctx *ctx, struct arena *owner, const struct needle *of,
                                size_t n, struct needles **out);

/* Text made ready for needles_search. */
void needles_fold(const struct needles *needles, struct arena *arena, const char *text,
                  size_t length, struct needle_text *out);

/* Where a needle stands: bytes of the folded text. */
struct needle_hit {
    uint32_t needle; /* by place in the array that was compiled */
    uint32_t from, to;
};

/* All places in ctx->arena, in order. Of needles inside a longer one that stands there only the longer one is
 * given; equal ones all are. */
MUST_CHECK bool needles_search(struct ctx *ctx, const struct needles *needles,
                               const struct needle_text *text, struct needle_hit **hits, size_t *n);

#endif
