/* The columns that a list can show: the facts of the field table, those of a contact's company, what
 * is made of them, labels, owners, times and custom fields. Read by the list pages, their choice of
 * columns and the API; record_row.c reads their cells. Nobody keeps a second list. */
#ifndef LEADGEN_DOMAIN_RECORD_COLUMN_H
#define LEADGEN_DOMAIN_RECORD_COLUMN_H

#include "base/err.h"
#include "domain/order/record_order.h"
#include "domain/query/record_filter.h"

/* What stands in a cell. */
enum record_column_kind {
    RECORD_COLUMN_NAME,    /* what the record is called */
    RECORD_COLUMN_FIELD,   /* a field, by its type */
    RECORD_COLUMN_COMPANY, /* a contact's company */
    RECORD_COLUMN_CLASS,   /* an entry of a closed list made from the facts */
    RECORD_COLUMN_LEVEL,   /* a number in codes: data quality */
    RECORD_COLUMN_OWNER,
    RECORD_COLUMN_TAGS,
    RECORD_COLUMN_LISTS,
    RECORD_COLUMN_PEOPLE, /* how many contacts a company has */
    RECORD_COLUMN_TIME,
    RECORD_COLUMN_CUSTOM
};

enum {
    RECORD_COLUMN_SHOWN = 1,   /* there at first */
    RECORD_COLUMN_NUMERIC = 2, /* set to the right */
    RECORD_COLUMN_EDIT = 4 /* people may edit it where it stands: the field, or the custom field */
};

struct record_column {
    const char *name; /* in addresses: "email", "company.domain", "class.industry", "field.<key>" */
    const char *label;     /* head of the column */
    enum record_entity of; /* whose fact: a contact's list shows its company's too */
    enum record_column_kind kind;
    unsigned flags;
    const char *order;                    /* name of a record_order; NULL: of long texts */
    const struct record_field *field;     /* FIELD, OWNER, TAGS, LISTS */
    const struct record_choices *choices; /* CLASS */
    int place;                            /* CLASS, LEVEL: in codes */
    const char *column; /* TIME: in the table; LEVEL where it has one of its own, or NULL */
    const struct record_custom *custom; /* CUSTOM */
};

/* All columns of a list in order of display, custom fields last. */
MUST_CHECK bool record_columns(struct ctx *ctx, enum record_entity list,
                               struct record_column **columns, size_t *n);

/* Those of `names` in that order, each once; names that there are none of are left out, for a custom
 * field may be gone. The name's column always comes first. Without any known name: those that are
 * there at first. */
MUST_CHECK bool record_columns_named(struct ctx *ctx, enum record_entity list,
                                     const char *const *names, size_t n_names,
                                     struct record_column **columns, size_t *n);

/* What the head of a column of a list sorts by, or NULL. */
const struct record_order *record_column_order(struct arena *arena, enum record_entity list,
                                               const struct record_column *column);

#endif
