/* Handlers of web/message and the specifications of their parameters. */
#ifndef LEADGEN_WEB_MESSAGE_PAGES_H
#define LEADGEN_WEB_MESSAGE_PAGES_H

#include "web/web.h"

/* Review: the queue. */
page_fn review_page, review_act_page;
extern const struct params review_params, review_act_params;

/* One message. */
page_fn message_page, message_act_page, message_edit_page, message_edit_save;
extern const struct params message_params, message_act_params, message_edit_params,
    message_edit_save_params;

/* Lists, across campaigns and as tabs. */
page_fn message_list_page, message_bulk_page, message_campaign_page, message_contact_page,
    message_company_page;
extern const struct params message_list_params, message_bulk_params, message_tab_params,
    message_record_params;

/* Writing the messages of a campaign. */
page_fn generation_page, generation_progress_page, generation_act_page;
extern const struct params generation_params, generation_act_params;
/* What reviewers say. */
page_fn insight_page, insight_act_page;
extern const struct params insight_params, insight_act_params;

#endif
