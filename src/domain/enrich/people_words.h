/* The words by which pages show their people, in a dozen languages: words that no name has, headings of
 * teams and of testimonials, class names of page builders. Called by what reads people off pages
 * (people_name.c, people_line.c, people_page.c). Data compiled in; all words come folded. */
#ifndef LEADGEN_DOMAIN_PEOPLE_WORDS_H
#define LEADGEN_DOMAIN_PEOPLE_WORDS_H

#include <stdbool.h>

#include "base/phrase.h"

/* A word that headings, buttons and titles have and names have not: "our", "read", "gmbh". */
bool people_words_is_no_name(const char *word);

enum {
    PEOPLE_CLASS_TEAM = 1,     /* "team", "member" */
    PEOPLE_CLASS_AGAINST = 2,  /* "testimonial", "byline": people of others */
    PEOPLE_CLASS_DOUBTFUL = 4, /* "customer": people of others, unless there is more to it */
    PEOPLE_CLASS_NAME = 8,     /* "name", "fn" */
    PEOPLE_CLASS_TITLE = 16    /* "role", "position" */
};

/* What a part of a class or id says: bits, 0 for most. */
unsigned people_words_class(const char *token);

/* What stands below a heading; `plain` in the form of phrase_plain. */
enum people_heading { PEOPLE_HEADING_NONE, PEOPLE_HEADING_TEAM, PEOPLE_HEADING_AGAINST };
enum people_heading people_words_heading(const char *plain);

#endif
