/* Import: what the person chose beside the mapping. Stored as JSON in import.options; read by the
 * preview and the run, written by the wizard and by the command line. */
#ifndef LEADGEN_DOMAIN_IMPORT_OPTIONS_H
#define LEADGEN_DOMAIN_IMPORT_OPTIONS_H

#include "base/err.h"
#include "base/json.h"
#include "domain/record/record_field.h"

/* What happens when the record exists already. */
enum import_strategy {
    IMPORT_FILL,      /* fill its blanks, change nothing else */
    IMPORT_OVERWRITE, /* values of the file win */
    IMPORT_LEAVE,     /* leave it as it is */
    IMPORT_ANYWAY     /* create another one that points at it (duplicate_of) */
};

enum { IMPORT_MAX_FIELDS = 29, IMPORT_MAX_TAGS = 20 };

struct import_options {
    enum import_strategy strategy;
    /* per field, by place in the field table; IMPORT_ANYWAY cannot stand here */
    enum import_strategy company[IMPORT_MAX_FIELDS], contact[IMPORT_MAX_FIELDS];
    const char *company_constant[IMPORT_MAX_FIELDS], *contact_constant[IMPORT_MAX_FIELDS];
    const char *country; /* two letters: hint for phones without prefix; NULL when none */
    int64_t owner_id;    /* 0: nobody */
    const char *tags[IMPORT_MAX_TAGS];
    size_t n_tags;
    const char *list; /* NULL: none */
};

/* "fill", "overwrite", "skip", "create": the words of --strategy and of the JSON. */
const char *import_strategy_name(enum import_strategy strategy);
MUST_CHECK bool import_strategy_read(struct ctx *ctx, const char *name, enum import_strategy *out);

/* All defaults: fill, nothing else. */
void import_options_default(struct import_options *out);

/* From import.options; NULL json is the default. INPUT when a strategy or a field is unknown. */
MUST_CHECK bool import_options_read(struct ctx *ctx, const struct jsn *json,
                                    struct import_options *out);

/* To JSON, the inverse of import_options_read. */
struct jsn *import_options_write(struct arena *arena, const struct import_options *options);

/* The field that "company.city" names and its place, or NULL. */
const struct record_field *import_target_field(const char *target, size_t *place);

#endif
