/* What the commands import and demo share: one file through the import, from the command line. */
#ifndef LEADGEN_BATCH_IMPORT_H
#define LEADGEN_BATCH_IMPORT_H

#include "batch/batch.h"
#include "domain/import/import_options.h"

#define IMPORT_USAGE                                                                               \
    "FILE --tenant SLUG [--entity company|contact] [--map FILE]\n"                                 \
    "       [--strategy fill|skip|overwrite|create] [--country CC] [--tag NAME]... [--list "       \
    "NAME]\n"                                                                                      \
    "       [--dry-run] [--json]\n"                                                                \
    "\n"                                                                                           \
    "--map FILE says what each column becomes, and leaves the others out: lines such as\n"         \
    "       E-Mail=contact.email\n"                                                                \
    "       Firma=company.name\n"                                                                  \
    "or JSON, {\"columns\": {\"E-Mail\": \"contact.email\", \"Fax\": null}}; what\n"               \
    "`leadgen-batch inspect csv FILE` prints can be corrected and given back.\n"                   \
    "--dry-run says what would happen and writes nothing.\n"

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
