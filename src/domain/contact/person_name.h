/* Names of people: one cell into its parts, parts into a key for matching.
 * Called by import, by the forms and by matching. Pure. */
#ifndef LEADGEN_DOMAIN_PERSON_NAME_H
#define LEADGEN_DOMAIN_PERSON_NAME_H

#include <stdbool.h>

#include "base/arena.h"

struct person_name {
    const char *title;    /* "Dr.", "Ing.", "Prof. Dr." */
    const char *first;    /* given name */
    const char *middle;   /* further given names */
    const char *last;     /* family name with its particles: "van der Berg" */
    const char *suffix;   /* "Jr.", "PhD, MBA" */
    const char *nickname; /* what stood in quotes or brackets */
    bool family_first;    /* a script that writes the family name first, left as written */
};

/* Splits a full name; no part is ever NULL. Text in one case only is given normal capitals
 * (McDonald, O'Neil, van der Berg). E-mail addresses, brackets and emoji are left out. False when no
 * name is in it. */
bool person_name_split(struct arena *arena, const char *text, struct person_name *out);

/* The same for a first and a last name that came apart: titles and suffixes are taken out of both.
 * Either may be NULL or empty; a whole name in one of them is split when the other is empty. False
 * when no name is in them. */
bool person_name_from_parts(struct arena *arena, const char *first, const char *last,
                            struct person_name *out);

/* "First Middle Last", for display. */
const char *person_name_display(struct arena *arena, const struct person_name *name);

/* The key for matching: first and last name folded, punctuation away, one blank between; "" when
 * neither has a letter. Titles, middle names and suffixes do not count. */
const char *person_name_key(struct arena *arena, const char *first, const char *last);

#endif
