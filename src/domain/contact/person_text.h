/* The text of a name cell cut into words: nicknames, addresses and symbols out, commas noted.
 * Called by person_name.c only. Pure. */
#ifndef LEADGEN_DOMAIN_PERSON_TEXT_H
#define LEADGEN_DOMAIN_PERSON_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { PERSON_TEXT_LIMIT = 400, PERSON_WORDS_MAX = 24, PERSON_PARTS_MAX = 6 };

struct person_word {
    const char *text; /* as written */
    const char *key;  /* lower case, without dots and symbols */
    int letters;
    bool upper;      /* all its letters are capitals */
    bool dotted;     /* has a dot */
    bool inner_mark; /* has a dot or a hyphen before its end: "J.R.", "Lt.Gov." */
};

/* What stands between two commas. */
struct person_part {
    struct person_word words[PERSON_WORDS_MAX];
    size_t count;
};

struct person_text {
    struct person_part *parts;
    size_t count;         /* parts that have words */
    const char *nickname; /* "" when none */
    bool one_case;        /* all capitals or all small */
    bool verbatim;        /* one word that nothing takes apart */
    bool family_first;    /* Chinese, Japanese or Korean letters */
};

/* True when the letters are Chinese, Japanese or Korean and there is one. */
bool person_text_is_cjk(const char *text);

/* Reads at most PERSON_TEXT_LIMIT bytes; what is beyond the limits is left out. */
void person_text_read(struct arena *arena, const char *text, struct person_text *out);

#endif
