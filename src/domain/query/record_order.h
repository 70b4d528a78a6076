/* What lists can be sorted by, in one table. Read by the query engines, the heads of columns and the
 * API. Records without a value come last in either direction; equal ones by id, in the same
 * direction as the order. */
#ifndef LEADGEN_DOMAIN_RECORD_ORDER_H
#define LEADGEN_DOMAIN_RECORD_ORDER_H

#include "domain/record/record_field.h"

enum record_order_kind {
    RECORD_ORDER_KEY,  /* folded text column: sort_name, title_key; by bytes */
    RECORD_ORDER_TEXT, /* a text column with the capitals A to Z made small, by bytes */
    RECORD_ORDER_CODE, /* a code */
    RECORD_ORDER_TIME, /* a timestamp */
    RECORD_ORDER_ID    /* the id: when added */
};
struct record_order {
    const char *name; /* in addresses: "name", "company", "title", "industry", "updated" */
    const char *label;
    enum record_entity list, of;
    enum record_order_kind kind;
    int place;          /* CODE, else -1 */
    const char *column; /* KEY, TEXT, TIME, else NULL */
    bool newest_first;  /* the direction of a first click */
};

/* The orders of a list; the first is the default. */
const struct record_order *record_orders(enum record_entity list, size_t *n);

/* An order by name, or NULL. */
const struct record_order *record_order_get(enum record_entity list, const char *name);

#endif
