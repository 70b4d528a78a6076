/* A mapping in a file: what `leadgen-batch import --map FILE` reads, and what a mapping looks like
 * written down. Three forms are read:
 *   JSON: {"entity": "contact", "columns": {"E-Mail": "contact.email", "Fax": null},
 *          "constants": {"contact.source": "Fair 2026"},
 *          "options": {"strategy": "fill", "country": "DE", "tags": ["fair"], "list": "Spring"}}
 *   JSON as `inspect csv` prints it: "entity" and "mapping", the list of {"column", "field"}; what
 *          else it has counts for nothing;
 *   lines: Header=target; blank lines and lines that begin with "#" count for nothing.
 * Targets are those of import_mapping.h. Columns of the table that the file does not name are left
 * out. Called by batch. Touches no database and opens no file. */
#ifndef LEADGEN_DOMAIN_MAPPING_FILE_H
#define LEADGEN_DOMAIN_MAPPING_FILE_H

#include "domain/import/import_mapping.h"
#include "domain/import/import_options.h"

enum { MAPPING_FILE_BYTES_MAX = 1024 * 1024 };

struct mapping_file_column {
    const char *header, *target; /* target "": leave out */
    size_t line;                 /* of the file; 0 in JSON */
};

struct mapping_file {
    bool has_entity, has_options;
    enum record_entity entity;
    size_t n_columns;
    struct mapping_file_column *columns;
    struct import_options options; /* with the constants; defaults when there are none */
};

/* Reads any of them. INPUT: it is none, or says something unknown; the message names line or
 * column and what to write instead. */
MUST_CHECK bool mapping_file_read(struct ctx *ctx, const char *bytes, size_t length,
                                  struct mapping_file *out);

/* Puts the file's choice over a proposed mapping, and its options, where it has some, over
 * `options`. Headers match as written, else by their folded letters and digits. INPUT: a column is
 * not in the table; the outcome does not pass import_mapping_check. */
MUST_CHECK bool mapping_file_apply(struct ctx *ctx, const struct mapping_file *file,
                                   struct import_mapping *mapping, struct import_options *options);

/* A mapping with its options as JSON that mapping_file_read reads; columns left out are null. */
const char *mapping_file_write(struct arena *arena, const struct import_mapping *mapping,
                               const struct import_options *options);

#endif
