/* What lists can be sorted by: one table, and the custom fields of a workspace. Read by the query
 * engines, the heads of columns and the API. Records without a value come last in either direction;
 * equal ones by id, in the same direction as the order. */
#ifndef LEADGEN_DOMAIN_RECORD_ORDER_H
#define LEADGEN_DOMAIN_RECORD_ORDER_H

#include "base/err.h"
#include "domain/label/custom_field.h"
#include "domain/record/record_field.h"

enum {
    RECORD_ORDER_NAME = 80, /* code points of a name: "field." and the longest key */
    RECORD_ORDER_MOST = 200
};

/* How values compare. */
enum record_order_kind {
    RECORD_ORDER_KEY,   /* folded text column: sort_name, title_key; by bytes */
    RECORD_ORDER_TEXT,  /* a text column with the capitals A to Z made small, by bytes */
    RECORD_ORDER_CODE,  /* a code */
    RECORD_ORDER_TIME,  /* a timestamp */
    RECORD_ORDER_ID,    /* the id: when added */
    RECORD_ORDER_SHOWN, /* as TEXT, of what `from` says, its first RECORD_ORDER_MOST code points */
    RECORD_ORDER_NUMBER /* a number of what `from` says */
};

/* What SHOWN and NUMBER are made of. */
enum record_order_from {
    RECORD_ORDER_OF_COLUMN,    /* SHOWN: a long text column */
    RECORD_ORDER_OF_ADDRESS,   /* SHOWN: a web address without what they all begin with */
    RECORD_ORDER_OF_LAST_NAME, /* SHOWN: the folded name of those who have a last name */
    RECORD_ORDER_OF_OWNER,     /* SHOWN: the owner's name */
    RECORD_ORDER_OF_TAGS,      /* SHOWN: the folded name of the tag that stands first */
    RECORD_ORDER_OF_LISTS,     /* SHOWN: the same of static lists */
    RECORD_ORDER_OF_PEOPLE,    /* NUMBER: living contacts of a company, 0 too */
    RECORD_ORDER_OF_SIGHT,     /* NUMBER: when last seen on a page */
    RECORD_ORDER_OF_CUSTOM /* by the field's type: SHOWN text, date, address; NUMBER number, the place
                                  of a choice, yes before no */
};

struct record_order {
    const char *name; /* in addresses: "name", "company", "title", "industry", "field.<key>" */
    const char *label;
    enum record_entity list, of;
    enum record_order_kind kind;
    int place;          /* CODE, else -1 */
    const char *column; /* KEY, TEXT, TIME, SHOWN of a column, else NULL */
    bool newest_first;  /* the direction of a first click */
    bool head_only;     /* heads of columns lead to it, the menu does not offer it */
    enum record_order_from from;
    const struct custom_field *custom; /* of a custom field, else NULL */
};

/* The orders of a list but those by custom fields; the first is the default. */
const struct record_order *record_orders(enum record_entity list, size_t *n);

/* One of those by name, or NULL. */
const struct record_order *record_order_get(enum record_entity list, const char *name);

/* The order by a custom field. */
const struct record_order *record_order_of_custom(struct arena *arena,
                                                  const struct custom_field *field);

/* Any order by name. *out NULL: there is none, or its custom field is archived or gone. */
MUST_CHECK bool record_order_read(struct ctx *ctx, enum record_entity list, const char *name,
                                  const struct record_order **out);

/* The order that somebody asks for, "" for the default. INPUT on "sort" when there is none. */
MUST_CHECK bool record_order_choose(struct ctx *ctx, enum record_entity list, const char *name,
                                    const struct record_order **out);

#endif
