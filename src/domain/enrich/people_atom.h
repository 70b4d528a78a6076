/* The lines of a page as what they may be: names, job titles, links, pictures, anything else; each with
 * the heading that it stands under. "Anna Novak, CEO" is a name and a title. Called by people_page.c.
 * Pure: what belongs to whom is decided there. */
#ifndef LEADGEN_DOMAIN_PEOPLE_ATOM_H
#define LEADGEN_DOMAIN_PEOPLE_ATOM_H

#include <stdint.h>

#include "domain/enrich/people_line.h"
#include "domain/enrich/people_name.h"
#include "domain/enrich/people_words.h"

enum people_atom_kind {
    PEOPLE_ATOM_OTHER,
    PEOPLE_ATOM_NAME,
    PEOPLE_ATOM_TITLE,
    PEOPLE_ATOM_BOTH, /* "Design Lead": which, its neighbours tell */
    PEOPLE_ATOM_LINK,
    PEOPLE_ATOM_IMAGE
};

struct people_atom {
    enum people_atom_kind kind;
    const struct people_line *line;
    const char *text;
    const char *label; /* a title that names a list: "Directors: A, B"; "" names no title */
    enum people_name name;
    int strength;                /* of a title: 2 says a rank, 1 a kind of work, 0 neither */
    enum people_heading heading; /* what the heading above says */
    unsigned flags;              /* of the line and the part */
};

struct people_atoms {
    struct people_atom *of;
    size_t n;
};

void people_atom_read(struct arena *arena, const struct people_lines *lines,
                      struct people_atoms *out);

/* 2: the text names a rank ("Head of Sales"), 1: a kind of work ("Sales"), 0: neither, or it is too
 * much for a title. */
int people_atom_title(struct arena *arena, const char *text);

#endif
