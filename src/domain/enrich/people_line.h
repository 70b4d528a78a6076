/* A page as the lines that people see, in order, with what the markup around each says: headings,
 * "testimonial", itemprop="name". Links and pictures stand between the lines. Called by
 * people_page.c. Pure: decides nothing about people. */
#ifndef LEADGEN_DOMAIN_PEOPLE_LINE_H
#define LEADGEN_DOMAIN_PEOPLE_LINE_H

#include "base/markup.h"

enum people_line_kind { PEOPLE_LINE_TEXT, PEOPLE_LINE_LINK, PEOPLE_LINE_IMAGE };

/* What the elements around a line say. */
enum {
    PEOPLE_IN_TEAM = 1,      /* a class or id: "team" */
    PEOPLE_IN_AGAINST = 2,   /* "testimonial", <blockquote>, an author's box */
    PEOPLE_IN_FRAME = 4,     /* navigation, footer */
    PEOPLE_IN_PERSON = 8,    /* marked up as a person: schema.org, h-card */
    PEOPLE_IS_NAME = 16,     /* marked up as a name */
    PEOPLE_IS_TITLE = 32,    /* as a job title */
    PEOPLE_IN_DOUBTFUL = 64, /* "customer" */
    PEOPLE_LONG = 128,       /* more than a line: prose */
    PEOPLE_BROKEN = 256      /* a <br> stands before it, in the same block */
};

enum { PEOPLE_LINE_BYTES = 400, PEOPLE_LINE_PARTS = 16, PEOPLE_LINES_MAX = 20000 };

/* A piece of a line that stands in an element of its own. */
struct people_part {
    const char *text;
    unsigned flags; /* those of the line and of its own */
};

struct people_line {
    enum people_line_kind kind;
    const struct markup_node *node; /* the block that it stands in, the link, the picture */
    const char *text;               /* squeezed; of a picture what it says it shows */
    const char *href;               /* of a link */
    const struct people_part *parts;
    size_t n_parts;
    unsigned flags;
    int level; /* 1 to 6: a heading */
};

struct people_lines {
    struct people_line *of;
    size_t n;
};

/* Memory lives in `arena`; texts of links as in the document. */
void people_line_read(struct arena *arena, const struct markup *document, struct people_lines *out);

#endif
