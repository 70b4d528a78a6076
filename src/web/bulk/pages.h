/* Pages of what is done to many records: bulk actions, trash, duplicates, merging. Handlers and
 * parameters for routes.c. */
#ifndef LEADGEN_WEB_BULK_PAGES_H
#define LEADGEN_WEB_BULK_PAGES_H

#include "web/web.h"

extern const struct params bulk_ask_params, bulk_params, bulk_confirm_params;
extern const struct params trash_params, trash_act_params, trash_erase_params;
extern const struct params merge_params, merge_do_params;
extern const struct params duplicate_params, duplicate_keep_params;

page_fn company_bulk_ask, contact_bulk_ask;
page_fn bulk_page, bulk_confirm_page, bulk_progress_page, bulk_cancel_page;
page_fn trash_page, trash_act_page, trash_erase_ask_page, trash_erase_page;
page_fn company_merge_page, company_merge_save, contact_merge_page, contact_merge_save;
page_fn duplicate_page, duplicate_keep_page, duplicate_look_page, duplicate_progress_page;

#endif
