/* An order as SQL: what it joins and what it compares, made from constants; keys of custom fields and
 * their choices travel as parameters. Called by query_sql.c and
 * snapshot_named.c. */
#ifndef LEADGEN_DOMAIN_ORDER_SQL_H
#define LEADGEN_DOMAIN_ORDER_SQL_H

#include "domain/order/record_order.h"
#include "domain/query/query_where.h"

struct order_sql {
    const char
        *join; /* beside the list's table o: c, the company of a contact; w, what is worked out */
    const char *value;   /* NULL: the id alone */
    const char *text;    /* as in a cursor */
    const char *present; /* " AND …": has one; NULL: all have */
    const char *absent;  /* " AND …" */
    const char *sorted;  /* the value, NULL where a record has none */
};

struct order_sql order_sql_of(struct query_sql *sql, const struct record_order *order);

/* The statement that gives what an order by a fact of a contact's company compares: ids of companies
 * that have it, ascending, and the value. */
const char *order_sql_employers(struct arena *arena, const struct record_order *order);

#endif
