/* What the commands import and demo share: one file through the import, from the command line. */
#ifndef LEADGEN_BATCH_IMPORT_H
#define LEADGEN_BATCH_IMPORT_H

#include "batch/batch.h"
#include "domain/import/import_options.h"

struct import_wish {
    const char *path, *slug;
    const char *entity; /* "company", "contact"; NULL: as proposed */
    const char *map, *strategy, *country, *list;
    const char *tags[IMPORT_MAX_TAGS];
    size_t n_tags;
    bool dry_run, json;
};

/* Uploads, maps and runs the file and prints the result; ctx->conf must be set. */
MUST_CHECK bool import_file(struct batch *batch, const struct import_wish *wish);

#endif
