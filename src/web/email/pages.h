/* Pages of checking addresses: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_EMAIL_PAGES_H
#define LEADGEN_WEB_EMAIL_PAGES_H

#include "web/web.h"

/* email_setting_page.c */
page_fn email_setting_page, email_setting_save_page;
extern const struct params email_setting_params;

/* email_card.c */
page_fn contact_email_act;
extern const struct params contact_email_params;

#endif
