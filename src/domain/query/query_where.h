/* A filter as SQL: the one place that makes conditions of lists, from constants; every value travels
 * as a parameter. Called by query_sql.c and query_facet.c. */
#ifndef LEADGEN_DOMAIN_QUERY_WHERE_H
#define LEADGEN_DOMAIN_QUERY_WHERE_H

#include "base/buf.h"
#include "base/db.h"
#include "domain/query/record_filter.h"

/* What record_filter_value_number takes for a number, as a pattern of SQL. */
#define QUERY_NUMBER_FORM "'^[-+]?[0-9]{1,15}([.][0-9]{1,15})?$'"

enum { QUERY_SQL_MOST = 128 * 1024, QUERY_ARGS_MOST = 400 };

/* A statement in the making. */
struct query_sql {
    struct arena *arena;
    struct db_arg args[QUERY_ARGS_MOST];
    size_t n_args;
};

/* Takes a value; the number of its parameter. */
int query_where_bind(struct query_sql *sql, struct db_arg arg);

/* The table a list is read from, as o. */
const char *query_where_from(enum record_entity entity);

/* Beside a row that has a company_id (of the table named): c, that company while it lives. Looked up
 * row by row: PostgreSQL knows too little of a tenant's size to be trusted with a join, which it may
 * make of a loop within a loop. */
const char *query_where_employer(struct arena *arena, const char *table);

/* " WHERE …" of the living records of the tenant. */
const char *query_where_live(void);

/* The column of a record's id: "o.contact_id". */
const char *query_where_id(enum record_entity entity);

/* A code of the record itself, 0 when it has none. */
const char *query_where_code(struct arena *arena, int place);

/* The conditions of a filter, one text each. */
struct query_where {
    const char *search;   /* " AND …" of the words, or "" */
    const char **clauses; /* "(…)", true, false or NULL; those that exclude: never NULL */
    size_t n;
};

/* Makes them; asks the database which spellings equal the texts wanted of a source or a custom
 * field. */
MUST_CHECK bool query_where_of(struct ctx *ctx, struct query_sql *sql,
                               const struct record_filter *filter, struct query_where *out);

/* All of it: " AND … AND …". */
const char *query_where_all(struct arena *arena, const struct query_where *where);

/* A text as a LIKE pattern that means the text and nothing else, anywhere. */
const char *query_where_pattern(struct arena *arena, const char *text);

#endif
