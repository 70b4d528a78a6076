/* Pages of the people of campaigns: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_AUDIENCE_PAGES_H
#define LEADGEN_WEB_AUDIENCE_PAGES_H

#include "web/web.h"

/* campaign_person_page.c */
page_fn campaign_person_page, campaign_person_act_page, campaign_research_page;
extern const struct params campaign_person_params, campaign_person_act_params;

/* campaign_adding_page.c */
page_fn campaign_adding_choose_page, campaign_adding_ask_page, campaign_adding_page,
    campaign_adding_confirm_page, campaign_adding_cancel_page, campaign_adding_undo_page,
    campaign_adding_progress_page;
extern const struct params campaign_adding_ask_params, campaign_adding_params,
    campaign_adding_confirm_params, campaign_adding_cancel_params;

/* campaign_conflict_page.c */
page_fn campaign_conflict_page, campaign_conflict_check_page, campaign_conflict_act_page,
    campaign_conflict_progress_page;
extern const struct params campaign_conflict_params, campaign_conflict_act_params;

#endif
