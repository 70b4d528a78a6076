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
page_fn api_campaign_list, api_campaign_page, api_campaign_exports, api_campaign_export_start;
page_fn api_message_list, api_message_page, api_message_change, api_message_approve,
    api_message_reject;
extern const struct params api_campaigns_params, api_messages_params, api_campaign_params,
    api_campaign_body_params;

/* openapi_page.c */
page_fn api_openapi_page;

#endif
