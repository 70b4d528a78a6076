/* The JSON interface for programs: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_API_PAGES_H
#define LEADGEN_WEB_API_PAGES_H

#include "web/web.h"

/* api_record_page.c */
page_fn api_company_page, api_company_create, api_company_change, api_company_delete;
page_fn api_contact_page, api_contact_create, api_contact_change, api_contact_delete;
extern const struct params api_record_params, api_create_params, api_change_params;

/* api_list_page.c */
page_fn api_company_list, api_contact_list, api_company_facets, api_contact_facets;
extern const struct params api_list_params, api_facet_params;

/* api_campaign_page.c */
page_fn api_campaign_list, api_campaign_create, api_campaign_page, api_campaign_change,
    api_campaign_delete, api_campaign_copy, api_campaign_go, api_campaign_offer_put;
extern const struct params api_campaigns_params, api_one_params, api_one_body_params,
    api_body_params, api_campaign_offer_params, api_campaign_create_input,
    api_campaign_change_input, api_campaign_clone_input, api_campaign_move_input,
    api_campaign_offer_input;

/* api_step_page.c */
page_fn api_step_list, api_step_replace, api_step_add, api_step_load, api_step_page,
    api_step_change, api_step_remove, api_step_move;
extern const struct params api_steps_body_params, api_step_params, api_step_body_params,
    api_example_input, api_step_input, api_step_add_input, api_steps_input, api_step_move_input,
    api_step_load_input;

/* api_template_page.c */
page_fn api_template_list, api_template_page, api_template_change, api_template_delete,
    api_template_save;
extern const struct params api_template_params, api_template_body_params, api_template_change_input,
    api_template_save_input;

/* api_person_page.c */
page_fn api_people_list, api_people_add, api_people_act, api_adding_ask, api_adding_page,
    api_adding_act;
extern const struct params api_people_params, api_people_body_params, api_people_act_params,
    api_adding_params, api_adding_act_params, api_adding_ask_input, api_people_add_input,
    api_adding_act_input, api_people_act_input;

page_fn api_contact_disqualify;
extern const struct params api_disqualify_input;

/* api_conflict_page.c */
page_fn api_readiness_page, api_research_start, api_check_list, api_check_start, api_check_page,
    api_conflict_act;
extern const struct params api_check_params, api_conflict_act_params, api_conflict_act_input;

/* api_generation_page.c */
page_fn api_generation_page, api_generation_act, api_insight_list, api_insight_act;
extern const struct params api_generation_act_params, api_insight_act_params,
    api_generation_act_input, api_insight_act_input;

page_fn api_preview_page;
extern const struct params api_preview_params;

/* api_review_page.c */
page_fn api_review_page, api_review_take;
extern const struct params api_review_params, api_review_take_input;

/* api_message_page.c */
page_fn api_message_list, api_message_bulk, api_message_page, api_message_change;
extern const struct params api_messages_params, api_message_bulk_input, api_message_input;

/* api_decide_page.c */
page_fn api_message_approve, api_message_reject, api_message_reopen, api_message_restore,
    api_message_sent, api_message_unsent, api_rewrite_page, api_message_rewrite;
extern const struct params api_message_approve_input, api_message_reject_input,
    api_message_restore_input, api_message_sent_input, api_message_rewrite_input;

/* api_export_page.c */
page_fn api_export_list, api_export_start, api_export_page, api_export_file, api_export_cancel;
extern const struct params api_exports_params, api_export_params, api_export_cancel_params,
    api_export_input;

/* api_pdf_page.c */
page_fn api_pdf_campaign, api_pdf_list, api_pdf_add, api_pdf_page, api_pdf_remove, api_pdf_values,
    api_pdf_make, api_pdf_run, api_pdf_files;
extern const struct params api_pdf_add_params, api_pdf_values_params, api_pdf_files_params,
    api_pdf_input, api_pdf_make_input;

/* api_sender_page.c */
page_fn api_sender_list, api_sender_create, api_sender_change, api_sender_remove;
page_fn api_country_list, api_country_put, api_country_reset;
extern const struct params api_sender_input, api_sender_change_input, api_country_params,
    api_country_body_params, api_country_input;

/* api_work_page.c */
page_fn api_job_page, api_run_page;

/* openapi_page.c */
page_fn api_openapi_page;

#endif
