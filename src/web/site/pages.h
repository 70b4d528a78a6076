/* What is known of companies' web sites. Handlers and parameters for routes.c. */
#ifndef LEADGEN_WEB_SITE_PAGES_H
#define LEADGEN_WEB_SITE_PAGES_H

#include "web/web.h"

extern const struct params company_site_params;
page_fn company_site_page;

#endif
