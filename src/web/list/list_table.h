/* The frame of a list's table: heads, and the menus of orders and columns. Called by list_page.c and
 * list_columns_page.c. */
#ifndef LEADGEN_WEB_LIST_TABLE_H
#define LEADGEN_WEB_LIST_TABLE_H

#include "web/list/list_state.h"

/* Fills Heads.N, Sorts.N and Columns.N: those shown, and those that everybody begins with. */
MUST_CHECK bool list_table_frame(struct page *pg, const struct list_state *state);

/* Fills Columns.N: every column there is, the shown ones first, with name, label, width, on and
 * fixed. */
MUST_CHECK bool list_table_choices(struct page *pg, const struct list_state *state);

#endif
