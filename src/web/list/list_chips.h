/* What narrows a list, as chips to take away one by one, and which of them costs most when nothing
 * is left. Called by list_page.c. */
#ifndef LEADGEN_WEB_LIST_CHIPS_H
#define LEADGEN_WEB_LIST_CHIPS_H

#include "web/list/list_state.h"

/* Fills Chips.N, List.active (their number) and List.clear. */
MUST_CHECK bool list_chips_show(struct page *pg, const struct list_state *state);

/* For a list without rows: fills Costs.* with the filter without which most would be left. */
MUST_CHECK bool list_chips_costly(struct page *pg, const struct list_state *state);

#endif
