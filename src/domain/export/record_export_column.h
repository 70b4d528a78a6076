/* What an export can hold: the facts of the field table, of the contact's company, classes, custom
 * fields and times, each with the name people read. Called by the pages that let choose and by the
 * run. The columns of an entity are made per workspace, since custom fields are rows. */
#ifndef LEADGEN_RECORD_EXPORT_COLUMN_H
#define LEADGEN_RECORD_EXPORT_COLUMN_H

#include "base/err.h"
#include "domain/record/record_field.h"

/* How what the database holds becomes a cell. */
enum record_export_kind {
    EXPORT_TEXT,    /* as it is */
    EXPORT_COUNTRY, /* English name of a code */
    EXPORT_CHOICE,  /* label of a name out of a closed list */
    EXPORT_CLASS,   /* label of a place in codes */
    EXPORT_LEVEL,   /* number in codes */
    EXPORT_OWNER,   /* names behind ids */
    EXPORT_TAGS,
    EXPORT_LISTS,
    EXPORT_TIME,  /* what the workspace's clock shows */
    EXPORT_CUSTOM /* value of a custom field */
};

/* What a spreadsheet makes of the cell. */
enum record_export_type { EXPORT_AS_TEXT, EXPORT_AS_NUMBER, EXPORT_AS_DATE, EXPORT_AS_TIME };

struct record_export_column {
    const char *name;       /* in forms, addresses and on the command line: "company.domain" */
    const char *label;      /* head of the column */
    const char *group;      /* heading in the choice */
    enum record_entity of;  /* whose fact: a contact's export holds its company's too */
    const char *column;     /* in the table; NULL for custom fields */
    const char *custom_key; /* of a custom field */
    enum record_export_kind kind;
    enum record_export_type type;
    const struct record_choices *choices; /* CHOICE, CLASS */
    int place;                            /* CLASS, LEVEL */
    int width;                            /* in a spreadsheet, in characters */
    bool usual;                           /* chosen at first */
};

/* All columns of an entity's export in order of display, in ctx->arena. */
MUST_CHECK bool record_export_columns(struct ctx *ctx, enum record_entity entity,
                                      struct record_export_column **columns, size_t *n);

/* Those of `names`, in order of display. INPUT on "column" when one does not exist or none is
 * named. */
MUST_CHECK bool record_export_columns_named(struct ctx *ctx, enum record_entity entity,
                                            const char *const *names, size_t n_names,
                                            struct record_export_column **columns, size_t *n);

#endif
