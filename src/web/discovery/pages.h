/* Pages of discovery: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_DISCOVERY_PAGES_H
#define LEADGEN_WEB_DISCOVERY_PAGES_H

#include "web/web.h"

/* discovery_page.c */
page_fn discovery_page, discovery_add_page_post, discovery_act_page, discovery_progress_page;
extern const struct params discovery_params, discovery_add_params, discovery_act_params;

/* discovery_query_page.c */
page_fn discovery_query_page, discovery_query_act_page, discovery_blocked_page,
    discovery_block_page, discovery_unblock_page;
extern const struct params discovery_query_params, discovery_query_act_params,
    discovery_block_params, discovery_unblock_params;

#endif
