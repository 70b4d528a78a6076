/* The rows of a list: each record with the cells of the chosen columns. Called by list_page.c. */
#ifndef LEADGEN_WEB_LIST_CELLS_H
#define LEADGEN_WEB_LIST_CELLS_H

#include "web/list/list_state.h"

/* The class of a column's cells, the same in every row: width, alignment, place on phones. */
const char *list_cells_class(struct page *pg, const struct list_state *state, size_t column);

/* Fills Rows.N with id, name and cells.N: the text as its value, class, kind ("name", "link", "out",
 * "level", "owner", "tags"; none where the text is all), title and path where it has them; and List.tail,
 * what the addresses of records end with. Records that are gone are left out. */
MUST_CHECK bool list_cells_show(struct page *pg, const struct list_state *state, const int64_t *ids,
                                size_t n);

#endif
