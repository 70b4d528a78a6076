/* The pages of exports: choosing columns, the progress, the download, the list; rows of routes.c. */
#ifndef LEADGEN_WEB_EXPORT_PAGES_H
#define LEADGEN_WEB_EXPORT_PAGES_H

#include "web/web.h"

extern const struct params record_export_new_params, record_export_start_params;
bool record_export_companies_page(struct page *pg);
bool record_export_contacts_page(struct page *pg);
bool record_export_companies_start(struct page *pg);
bool record_export_contacts_start(struct page *pg);

extern const struct params record_export_list_params, record_export_one_params;
bool record_export_list_page(struct page *pg);
bool record_export_show_page(struct page *pg);
bool record_export_progress_page(struct page *pg);
bool record_export_cancel_page(struct page *pg);
bool record_export_file_page(struct page *pg);

#endif
