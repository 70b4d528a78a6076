/* What the pages of discovery share. */
#ifndef LEADGEN_WEB_DISCOVERY_VIEW_H
#define LEADGEN_WEB_DISCOVERY_VIEW_H

#include "domain/discovery/discovery.h"
#include "web/web.h"

/* "/kestrel/discovery" (0) and a query below it. */
const char *discovery_view_path(struct page *pg, int64_t query_id);

/* A query: words, state, yield. */
void discovery_view_show(struct page *pg, struct tree *row, const struct discovery_query *query);

#endif
