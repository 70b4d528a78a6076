/* Known export formats: lists whose header gives away the tool that wrote them, and what their
 * columns mean where the words alone would mislead. Called by import_mapping.c. Const tables. */
#ifndef LEADGEN_DOMAIN_MAPPING_EXPORTS_H
#define LEADGEN_DOMAIN_MAPPING_EXPORTS_H

#include <stddef.h>

#include "base/arena.h"
#include "domain/mapping/mapping_meaning.h"

/* Headers parted by "|" that all mean the same in this format; meaning MEANS_NOTHING leaves the
 * columns out and says why. */
struct mapping_export_column {
    const char *headers;
    enum mapping_meaning meaning;
    enum record_entity entity; /* whom it is about */
    const char *why_out;       /* for MEANS_NOTHING: a sentence */
};

struct mapping_export {
    const char *name; /* "LinkedIn connections" */
    enum record_entity entity;
    const char *signs;                           /* headers parted by "|" that are all there */
    const struct mapping_export_column *columns; /* ended by a row without headers; may be NULL */
};

/* The format of a file with these header keys (mapping_headers_key), the one with the most signs
 * first; NULL when none fits. */
const struct mapping_export *mapping_exports_match(struct arena *arena, const char *const *keys,
                                                   size_t n);

/* What the format says of a column; NULL when nothing special. */
const struct mapping_export_column *
mapping_exports_column(struct arena *arena, const struct mapping_export *format, const char *key);

#endif
