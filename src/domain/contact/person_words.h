/* The words around names of people: titles, particles, generational and academic suffixes.
 * Called by person_name.c and person_case.c. Data compiled in, sorted. All words come in lower case
 * without dots. */
#ifndef LEADGEN_DOMAIN_PERSON_WORDS_H
#define LEADGEN_DOMAIN_PERSON_WORDS_H

#include <stdbool.h>

enum person_title {
    PERSON_TITLE_NONE,
    PERSON_TITLE_SURE,    /* dr, ing, mrs */
    PERSON_TITLE_MAYBE,   /* king, major, judge: also names; a title before two more words */
    PERSON_TITLE_FOLLOWER /* med, rer, nat: only behind another title */
};

enum person_suffix {
    PERSON_SUFFIX_NONE,
    PERSON_SUFFIX_SURE,    /* jr, iii, phd, esq: also without a comma and in any capitals */
    PERSON_SUFFIX_CAPITALS /* md, ma, mp: without a comma only when written in capitals or dots */
};

enum person_title person_words_title(const char *word);
enum person_suffix person_words_suffix(const char *word);

/* Begins a family name of several words: van, de, della. */
bool person_words_is_particle(const char *word);

/* Joins the words beside it: and, und, y. */
bool person_words_is_conjunction(const char *word);

#endif
