/* What a file really is when it is no text: known by its first bytes. Called by csv_detect.c, to
 * say so instead of reading rubbish. */
#ifndef LEADGEN_BASE_CSV_KIND_H
#define LEADGEN_BASE_CSV_KIND_H

#include <stdbool.h>
#include <stddef.h>

struct csv_kind {
    const char *name;   /* "an Excel workbook (.xlsx)" */
    const char *advice; /* a sentence that says what to do */
};

/* The kind of a file by its first bytes (a few KB are enough); NULL when it may be text. `wide`
 * says that the bytes are known to be UTF-16 or UTF-32, where zero bytes are to be expected. */
const struct csv_kind *csv_kind_of(const char *bytes, size_t length, bool wide);

/* What a text is that is no table though it can be read as one ("an HTML page"); NULL otherwise. */
const char *csv_kind_of_text(const char *text, size_t length);

#endif
