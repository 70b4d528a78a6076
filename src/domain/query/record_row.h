/* The rows of a page as people see them: the records behind ids, with the columns they chose. Called
 * by the list pages, the search and the API after record_query.h has said which ids. */
#ifndef LEADGEN_DOMAIN_RECORD_ROW_H
#define LEADGEN_DOMAIN_RECORD_ROW_H

#include "domain/query/record_column.h"

/* A cell. Nothing known: text is "". */
struct record_cell {
    const char
        *text; /* what people read: labels, English country names, addresses without https:// */
    const char *value; /* FIELD, CUSTOM, COUNTRY: as stored, to edit and to link; else NULL */
    int64_t id; /* NAME, COMPANY, OWNER: of the record or person; CLASS: the code; LEVEL, PEOPLE:
                          the number; TIME: milliseconds since 1970; 0 when there is none */
    const char *const *names; /* TAGS, LISTS: by name; text is "" then */
    const int64_t *ids;
    size_t n;
};

struct record_row {
    int64_t id, version;
    const char *label;         /* what the record is called */
    struct record_cell *cells; /* by place of the column */
};

struct list_names;

/* Reads living records in the order of `ids`; those that are gone by now are left out. Owners, tags and
 * lists that are not in `known`, which may be NULL, are asked for. */
MUST_CHECK bool record_rows_read(struct ctx *ctx, enum record_entity entity, const int64_t *ids,
                                 size_t n, const struct record_column *columns, size_t n_columns,
                                 const struct list_names *known, struct record_row **rows,
                                 size_t *n_rows);

#endif
