/* Lists of companies and contacts: the list itself, its columns, values while one types. Handlers
 * and parameters for routes.c. */
#ifndef LEADGEN_WEB_LIST_PAGES_H
#define LEADGEN_WEB_LIST_PAGES_H

#include "web/web.h"

extern const struct params list_params, list_columns_params, list_columns_save_params,
    list_values_params;

page_fn company_list_page, contact_list_page;
web_ahead_fn list_ahead; /* of these two */
page_fn company_columns_page, contact_columns_page;
page_fn company_columns_save, contact_columns_save;
page_fn company_values_page, contact_values_page;

#endif
