/* The rows of a list: each record with the cells of the chosen columns. Called by list_page.c. */
#ifndef LEADGEN_WEB_LIST_CELLS_H
#define LEADGEN_WEB_LIST_CELLS_H

#include "web/list/list_state.h"

/* The class of a column's cells, the same in every row: width, alignment, place on phones. */
const char *list_cells_class(struct page *pg, const struct list_state *state, size_t column);

/* Fills Rows.N with name, path and class of the name, id where it can be chosen, and cells.N for every
 * other column: the text as its value, class, kind ("link", "out", "level", "owner", "tags", "time"; none
 * where the text is all) and what that kind shows. Records that are gone are left out. */
MUST_CHECK bool list_cells_show(struct page *pg, const struct list_state *state, bool chosen,
                                const int64_t *ids, size_t n);

#endif
