/* Pages of campaigns, senders and countries: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_CAMPAIGN_PAGES_H
#define LEADGEN_WEB_CAMPAIGN_PAGES_H

#include "web/web.h"

/* campaign_list_page.c */
page_fn campaign_list_page;
extern const struct params campaign_list_params;

/* campaign_page.c */
page_fn campaign_page;
extern const struct params campaign_params;

/* campaign_new_page.c */
page_fn campaign_new_page, campaign_add_page;
extern const struct params campaign_add_params;

/* campaign_settings_page.c */
page_fn campaign_settings_page, campaign_settings_save, campaign_offer_page, campaign_offer_post;
extern const struct params campaign_settings_params, campaign_offer_params,
    campaign_offer_save_params;

/* campaign_act_page.c */
page_fn campaign_move_ask, campaign_move_page, campaign_clone_ask, campaign_clone_page,
    campaign_delete_ask, campaign_delete_page;
extern const struct params campaign_move_params, campaign_clone_params;

/* campaign_step_page.c */
page_fn campaign_step_list_page, campaign_step_move_page, campaign_step_switch_page,
    campaign_step_remove_ask, campaign_step_remove_page;
extern const struct params campaign_step_params, campaign_step_move_params,
    campaign_step_switch_params;

/* campaign_step_edit_page.c */
page_fn campaign_step_new_page, campaign_step_add_page, campaign_step_edit_page,
    campaign_step_save_page;
extern const struct params campaign_step_new_params, campaign_step_add_params,
    campaign_step_edit_params, campaign_step_save_params;

/* campaign_preview_page.c */
page_fn campaign_preview_page;
extern const struct params campaign_preview_params;

/* campaign_template_page.c */
page_fn campaign_template_list_page, campaign_template_page, campaign_template_use_page,
    campaign_template_into_page, campaign_template_rename_ask, campaign_template_rename_page,
    campaign_template_delete_ask, campaign_template_delete_page, campaign_template_ask_page,
    campaign_template_save_page, campaign_template_load_ask_page, campaign_template_load_page;
extern const struct params campaign_template_params, campaign_template_use_params,
    campaign_template_into_params, campaign_template_rename_params, campaign_template_save_params,
    campaign_template_load_ask_params, campaign_template_load_params;

/* sender_page.c; one sender is asked for with campaign_params */
page_fn sender_list_page, sender_new_page, sender_add_page, sender_edit_page, sender_save_page,
    sender_remove_ask, sender_remove_page;
extern const struct params sender_add_params, sender_save_params;

/* country_policy_page.c */
page_fn country_policy_list_page, country_policy_find_page, country_policy_page,
    country_policy_save_page;
extern const struct params country_policy_one_params, country_policy_save_params;

#endif
