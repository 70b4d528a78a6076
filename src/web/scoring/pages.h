/* Pages of signals and scores: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_SCORING_PAGES_H
#define LEADGEN_WEB_SCORING_PAGES_H

#include "web/web.h"

/* icp_signal_page.c */
page_fn icp_page, icp_signal_page, icp_signal_save_page, icp_signal_act_page, icp_signal_new_page,
    icp_signal_add_page, icp_verdict_page;
extern const struct params icp_version_params, icp_signal_params, icp_signal_save_params,
    icp_signal_act_params, icp_signal_add_params, icp_verdict_params;

/* icp_tiers_page.c */
page_fn icp_tiers_page, icp_tiers_save_page;
extern const struct params icp_tiers_params;

/* icp_version_page.c */
page_fn icp_versions_page, icp_document_page, icp_export_page, icp_import_page,
    icp_import_send_page, icp_begin_page, icp_drop_page, icp_activate_page;
extern const struct params icp_import_params;

/* icp_compare_page.c */
page_fn icp_compare_page, icp_compare_start_page, icp_compare_progress_page;

/* score_page.c */
page_fn score_company_page;
extern const struct params score_company_params;

#endif
