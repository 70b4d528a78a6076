/* Phrases of a table in free text: "head of", words that begin with "vertrieb", words that end in
 * "leiter". Whoever turns what people wrote into one of few meanings brings the tables; this stem
 * knows none. Called by company_industry.c and job_title.c. Pure; tables are const and sorted. */
#ifndef LEADGEN_BASE_PHRASE_H
#define LEADGEN_BASE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct phrase {
    const char *text; /* words in the form of phrase_plain, one blank between */
    uint8_t length;   /* bytes of text */
    bool open;        /* the last word may go on: "vertrieb" is found in "vertriebsleitung" */
    int8_t meaning;   /* the owner's; not 0 */
    int8_t weight;    /* the owner's */
};

/* An entry as written in a table: whole words, or with an open end. */
#define PHRASE(text, meaning, weight)                                                              \
    {                                                                                              \
        (text), sizeof(text) - 1, false, (meaning), (weight)                                       \
    }
#define PHRASE_OPEN(text, meaning, weight)                                                         \
    {                                                                                              \
        (text), sizeof(text) - 1, true, (meaning), (weight)                                        \
    }

/* Entries sorted by the bytes of the text, no text twice. */
struct phrase_list {
    const struct phrase *of;
    size_t n;
};

enum { PHRASE_LISTS = 4 };

/* What one question needs: lists, NULL behind the last, and how words of no entry may end, in any
 * order: the first ending that fits counts. */
struct phrases {
    const struct phrase_list *lists[PHRASE_LISTS];
    struct phrase_list endings;
    bool
        last_decides; /* an ending outranks an open entry before it: "technik" in "technikleiter" */
};

/* Text in the form in which phrases are found: folded (text_fold), words of letters and digits with
 * one blank between, "&" as "and", initials joined ("C.E.O." is "ceo"), and a word "," where the
 * writing breaks: comma, semicolon, slash, bar, bracket, dash with blanks around it. */
const char *phrase_plain(struct arena *arena, const char *text);

/* What stands at a place of a plain text. */
struct phrase_hit {
    const struct phrase *phrase; /* NULL: a word of no entry, or a break */
    const char *at;              /* its first byte */
    size_t length;               /* in bytes, to the end of its last word */
};

/* Takes the longest entry that stands at *at, else one word, and moves *at behind it; false at the
 * end. Start with the text itself. */
bool phrase_next(const struct phrases *table, const char **at, struct phrase_hit *hit);

/* True for the word that marks a break. */
bool phrase_is_break(const struct phrase_hit *hit);

#endif
