/* Counts of facets over a snapshot. Called by snapshot_query.c. */
#ifndef LEADGEN_SNAPSHOT_FACET_H
#define LEADGEN_SNAPSHOT_FACET_H

#include "domain/query/record_query.h"
#include "domain/columns/snapshot_match.h"

/* The facets of the dimensions with DIMENSION_FACET, in the table's order, then those of the custom
 * fields that are counted; false, without any of these, when a custom field is younger than the
 * snapshot. The match was made with `facets`. */
bool snapshot_facet_all(struct arena *arena, const struct snapshot_view *view,
                        const struct snapshot_match *match, const struct record_custom *customs,
                        size_t n_customs, struct record_facet **out, size_t *n);

/* Values of a TEXT or VALUE dimension that hold the folded text, among the rows that match. */
void snapshot_facet_values(struct arena *arena, const struct snapshot_match *match,
                           const struct record_dimension *dimension, const char *folded,
                           struct record_count **out, size_t *n);

#endif
