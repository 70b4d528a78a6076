/* The entries of one facet: what can be ticked, with how many records each has. Called by
 * list_facets.c. */
#ifndef LEADGEN_WEB_LIST_OPTIONS_H
#define LEADGEN_WEB_LIST_OPTIONS_H

#include "web/list/list_state.h"

#define LIST_OPTION_UNCOUNTED INT64_MAX

struct list_option {
    const char *value; /* as in addresses */
    const char *label;
    int64_t count; /* LIST_OPTION_UNCOUNTED: nobody counted it */
    bool chosen;
    bool last; /* no value at all: stands below the others whatever its count */
};

/* All entries in order of display: of scales (size, revenue) their own, else the most frequent
 * first; chosen ones that no record has, and labels and people without records, are among them. */
void list_options_make(struct page *pg, const struct list_state *state,
                       const struct record_facet *facet, const struct record_clause *clause,
                       struct list_option **out, size_t *n);

#endif
