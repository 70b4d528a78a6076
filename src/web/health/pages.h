/* Pages of the health area: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_HEALTH_PAGES_H
#define LEADGEN_WEB_HEALTH_PAGES_H

#include "web/web.h"

page_fn healthz_page, system_page;

/* pipeline_health_page.c */
page_fn pipeline_health_page, pipeline_health_act_page;
extern const struct params pipeline_health_params, pipeline_health_act_params;

#endif
