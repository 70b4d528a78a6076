/* Counts of one facet while the rows of a query come in, and the facet they make: values in the order
 * people see, spellings that fold alike as one. Called by query_facet.c. Pure but for the arena. */
#ifndef LEADGEN_DOMAIN_QUERY_TALLY_H
#define LEADGEN_DOMAIN_QUERY_TALLY_H

#include "domain/query/record_query.h"

struct query_tally {
    const struct record_dimension *dimension;
    const struct record_custom *custom;
    struct query_tally_entry *entries; /* ID, IDS, VALUE, TEXT: as they came */
    size_t n, room;
    int64_t *dense; /* the others: by code, or by number of the bucket */
};

/* How many bits a code of the dimension, or the number of its bucket, takes; 0: it is no small
 * number. */
unsigned query_tally_bits(const struct record_dimension *dimension);

/* Counts n records with this code: of NUMBER and AGE the number of the bucket. */
void query_tally_code(struct arena *arena, struct query_tally *tally, int64_t code, int64_t n);

/* Counts n records with these ids, as PostgreSQL writes an array; NULL and none are 0. */
void query_tally_ids(struct arena *arena, struct query_tally *tally, const char *ids, int64_t n);

/* Counts n records with this text; NULL is "". */
void query_tally_text(struct arena *arena, struct query_tally *tally, const char *text, int64_t n);

/* The facet; open ones get at most `most` values. */
void query_tally_facet(struct arena *arena, struct query_tally *tally, size_t most,
                       struct record_facet *out);

#endif
