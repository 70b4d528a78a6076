/* Companies or contacts by a text, the likeliest first: those whose name, domain or address begins
 * with it, then those with a word of the name that does, then all others that hold its words. Called
 * by the search of the whole workspace; lists keep the order that people chose. */
#ifndef LEADGEN_DOMAIN_RECORD_SEARCH_H
#define LEADGEN_DOMAIN_RECORD_SEARCH_H

#include "domain/query/record_query.h"

/* At most query->limit ids; query's order is that of names. *out has the exact total; next is set where
 * more match. INPUT as record_query_page. */
MUST_CHECK bool record_search(struct ctx *ctx, const struct record_query *query,
                              struct record_found *out);

#endif
