/* The placeholders of a PDF's HTML: {{first_name}}, {{first_name|there}} with what stands there when
 * nothing is known. The engine knows no HTML but the escaping of values; what may stand where is
 * letter_pdf_clean.h. Pure; called by that and by letter_pdf.c. */
#ifndef LEADGEN_LETTER_PDF_VARIABLE_H
#define LEADGEN_LETTER_PDF_VARIABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { LETTER_PDF_VARIABLES = 18 };

struct letter_pdf_variable {
    const char *name, *label, *example;
    bool link; /* an address: may be where a link leads */
};
/* The last row has no name. Values come in this order. */
extern const struct letter_pdf_variable letter_pdf_variables[LETTER_PDF_VARIABLES + 1];

/* Its place in the table, or -1. */
int letter_pdf_variable_place(const char *name, size_t length);

struct letter_pdf_hole {
    size_t start, end; /* of the whole placeholder */
    const char *name;
    size_t name_length;
    const char *other; /* what stands there for nothing; NULL: none was given */
    size_t other_length;
};

/* The first placeholder at or behind `from`; false when there is none. What is not quite one is text. */
bool letter_pdf_hole_next(const char *text, size_t length, size_t from,
                          struct letter_pdf_hole *out);

/* Adds `html` with its placeholders filled: values by place, NULL or "" for what is not known. They are
 * escaped; the other text was escaped as part of the HTML. A value for a link that is no web address
 * counts as not known. missing[place] is set to true for each that had neither value nor other text. */
void letter_pdf_fill(struct buf *out, const char *html, size_t length,
                     const char *const values[LETTER_PDF_VARIABLES],
                     bool missing[LETTER_PDF_VARIABLES]);

#endif
