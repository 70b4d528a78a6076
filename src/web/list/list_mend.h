/* Addresses of lists, their exports and filters to be kept with something wrong in them: all that is
 * wrong, and the same list without it. Called by the dispatcher through struct web. */
#ifndef LEADGEN_WEB_LIST_MEND_H
#define LEADGEN_WEB_LIST_MEND_H

#include "web/web.h"

/* Notes each fault in pg->errors and the ways on in pg->mended. False: the page is no list, or the list
 * sees nothing wrong. */
bool list_mend(struct page *pg);

#endif
