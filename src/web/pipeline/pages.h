/* Pages of the pipeline area: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_PIPELINE_PAGES_H
#define LEADGEN_WEB_PIPELINE_PAGES_H

#include "web/web.h"

/* schedule_page.c */
page_fn schedule_page, schedule_act_page, schedule_edit_page, schedule_change_page;
extern const struct params schedule_task_params, schedule_act_params, schedule_change_params;

/* job_page.c */
page_fn job_list_page, job_act_page, job_retry_page;
extern const struct params job_list_params, job_act_params;

/* run_page.c */
page_fn run_list_page, run_page, run_progress_page, run_act_page, run_results_page;
page_fn company_research_page, contact_research_page;
extern const struct params research_params;
extern const struct params run_list_params, run_params, run_act_params, run_results_params;

/* ledger_page.c */
page_fn ledger_page, ledger_change_page, ledger_all_page;
extern const struct params ledger_params, ledger_change_params;

/* run_new_page.c */
page_fn run_new_page, run_start_page;
extern const struct params run_new_params, run_start_params;

#endif
