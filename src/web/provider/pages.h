/* Pages of outside services: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_PROVIDER_PAGES_H
#define LEADGEN_WEB_PROVIDER_PAGES_H

#include "web/web.h"

/* provider_list_page.c */
page_fn provider_list_page, provider_remove_ask_page, provider_remove_page, provider_test_page,
    provider_progress_page, provider_key_page;
extern const struct params provider_one_params, provider_key_params;

/* provider_edit_page.c */
page_fn provider_new_page, provider_add_page, provider_edit_page, provider_save_page;
extern const struct params provider_new_params, provider_add_params, provider_save_params;

/* model_edit_page.c */
page_fn model_new_page, model_add_page, model_edit_page, model_save_page;
extern const struct params model_new_params, model_add_params, model_save_params;

#endif
