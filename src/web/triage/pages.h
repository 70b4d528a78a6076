/* Pages of triage: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_TRIAGE_PAGES_H
#define LEADGEN_WEB_TRIAGE_PAGES_H

#include "web/web.h"

/* triage_page.c */
page_fn triage_page, triage_decide_page, triage_done_page, triage_undo_page;
extern const struct params triage_params, triage_decide_params, triage_done_params,
    triage_undo_params;

/* triage_rules_page.c */
page_fn triage_rules_page, triage_rules_save_page, triage_apply_progress_page;
extern const struct params triage_rules_params, triage_rules_save_params;

#endif
