/* How somebody is addressed: gender where it is known, titles that are kept, the Czech vocative.
 * Called by letter_evidence.c. Pure; in doubt it says nothing, and the greeting does without. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_NAME_H
#define LEADGEN_DOMAIN_WRITING_LETTER_NAME_H

#include "domain/writing/letter.h"
#include "domain/writing/letter_words.h"

/* NULL: not known or not fit to be written. */
struct letter_name {
    const char *first, *last;
    const char *title;                  /* as the language writes it before a surname */
    const char *call_first, *call_last; /* Czech: vocatives; elsewhere NULL */
    enum letter_gender gender;
};

struct letter_name letter_name(struct arena *arena, const struct letter_person *person,
                               const struct letter_words *words);

/* The gender that a first name alone tells in all our languages, else unknown. */
enum letter_gender letter_name_gender(struct arena *arena, const char *first);

/* Czech vocatives. First names: only those in common use; surnames: by their endings. NULL: not
 * certain. Source of the rules: Internetová jazyková příručka, "Vokativ". */
const char *letter_vocative_first(struct arena *arena, const char *first);
const char *letter_vocative_last(struct arena *arena, const char *last, enum letter_gender gender);

#endif
