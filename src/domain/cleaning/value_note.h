/* What cleaning did to a value beyond white space, letter case and Unicode form: changed it, or left it
 * out. Made as a row of an import is read; said in the preview and in the ledger. Pure. */
#ifndef LEADGEN_DOMAIN_VALUE_NOTE_H
#define LEADGEN_DOMAIN_VALUE_NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct value_note {
    const char *column; /* what people know the value by */
    const char *value;  /* as it was written */
    const char *became; /* NULL: left out */
    const char *why;    /* a sentence; NULL: the change says it all */
    struct value_note *next;
};

/* Puts a note behind the others. The texts are not copied, but for why. */
void value_note_add(struct arena *arena, struct value_note **notes, const char *column,
                    const char *value, const char *became, const char *why);

/* `Phone "12ab" left out: this is not a telephone number`, `Company "[U+202E]x" became "x"`: long values
 * shortened, and characters that cannot be seen written as [U+202E]. */
const char *value_note_text(struct arena *arena, const struct value_note *note);

/* True when what is stored is the text but for white space, letter case and Unicode form. */
bool value_note_is_same(struct arena *arena, const char *text, const char *stored);

/* A sum over the letters, digits and marks of a text, whatever their order; white space, case, Unicode
 * form, commas and semicolons aside. Sums of parts add up to that of the whole. NULL: 0. */
uint64_t value_note_sum(struct arena *arena, const char *text);

#endif
