/* Lists of companies and contacts: the list itself, its columns, job titles while one types. Handlers
 * and parameters for routes.c. */
#ifndef LEADGEN_WEB_LIST_PAGES_H
#define LEADGEN_WEB_LIST_PAGES_H

#include "web/web.h"

extern const struct params list_params, list_columns_params, list_columns_save_params,
    list_titles_params;

page_fn company_list_page, contact_list_page;
page_fn company_columns_page, contact_columns_page;
page_fn company_columns_save, contact_columns_save;
page_fn contact_titles_page;

#endif
