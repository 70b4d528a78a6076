/* The pages of the import wizard: upload, map, preview, run; rows of routes.c. What they share is in
 * import_view.h. */
#ifndef LEADGEN_WEB_IMPORT_PAGES_H
#define LEADGEN_WEB_IMPORT_PAGES_H

#include "web/web.h"

extern const struct params import_list_params, import_one_params;
bool import_list_page(struct page *pg);
bool import_show_page(struct page *pg);

extern const struct params import_upload_params, import_paste_params, import_begin_params,
    import_slice_params;
bool import_upload_page(struct page *pg);
bool import_paste_page(struct page *pg);
bool import_begin_page(struct page *pg);
bool import_slice_page(struct page *pg);

extern const struct params import_dialect_params;
bool import_dialect_page(struct page *pg);
bool import_dialect_save_page(struct page *pg);

extern const struct params import_map_params;
bool import_map_page(struct page *pg);
bool import_map_save_page(struct page *pg);

extern const struct params import_rows_params, import_start_params;
bool import_preview_page(struct page *pg);
bool import_start_page(struct page *pg);
bool import_preview_again_page(struct page *pg);

bool import_run_page(struct page *pg);
bool import_progress_page(struct page *pg);
bool import_cancel_page(struct page *pg);
bool import_undo_page(struct page *pg);
bool import_discard_ask_page(struct page *pg);
bool import_discard_page(struct page *pg);
bool import_rejected_page(struct page *pg);

#endif
