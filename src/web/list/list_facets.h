/* The panel of filters: each dimension with what can be ticked and how many records each choice has.
 * Called by list_page.c. */
#ifndef LEADGEN_WEB_LIST_FACETS_H
#define LEADGEN_WEB_LIST_FACETS_H

#include "web/list/list_state.h"

/* Fills Facets.N and Kept.N (what narrows the list without standing in the panel). */
MUST_CHECK bool list_facets_show(struct page *pg, const struct list_state *state,
                                 const struct record_facet *facets, size_t n_facets);

#endif
