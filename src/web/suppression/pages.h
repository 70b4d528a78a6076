/* The suppression list. */
#ifndef LEADGEN_WEB_SUPPRESSION_PAGES_H
#define LEADGEN_WEB_SUPPRESSION_PAGES_H

#include "web/web.h"

extern const struct params suppression_list_params, suppression_add_params,
    suppression_remove_params;
page_fn suppression_list_page, suppression_add, suppression_remove;

#endif
