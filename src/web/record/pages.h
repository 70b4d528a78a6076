/* Pages of companies and contacts: lists, records, editing, deleting, change sets, search. Handlers
 * and parameters for routes.c. */
#ifndef LEADGEN_WEB_RECORD_PAGES_H
#define LEADGEN_WEB_RECORD_PAGES_H

#include "web/web.h"

extern const struct params record_list_params, record_params, record_edit_params,
    company_edit_params, contact_edit_params, company_new_params, contact_new_params,
    contact_new_form_params, change_params, search_params;

page_fn company_list_page, contact_list_page;
page_fn company_page, company_people_page, company_history_page;
page_fn contact_page, contact_history_page;
page_fn company_edit_page, company_edit_save, contact_edit_page, contact_edit_save;
page_fn company_new_page, company_new_save, contact_new_page, contact_new_save;
page_fn company_delete, contact_delete;
page_fn change_page, change_undo_page;
page_fn search_page;

#endif
