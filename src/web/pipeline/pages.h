/* Pages of the pipeline area: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_PIPELINE_PAGES_H
#define LEADGEN_WEB_PIPELINE_PAGES_H

#include "web/web.h"

/* schedule_page.c */
page_fn schedule_page, schedule_act_page, schedule_edit_page, schedule_change_page;
extern const struct params schedule_task_params, schedule_act_params, schedule_change_params;

/* job_page.c */
page_fn job_list_page, job_act_page;
extern const struct params job_list_params, job_act_params;

#endif
