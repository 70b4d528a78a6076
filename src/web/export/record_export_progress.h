/* How far the job behind an export is. Called by the pages of exports, of lists and of campaigns. */
#ifndef LEADGEN_WEB_RECORD_EXPORT_PROGRESS_H
#define LEADGEN_WEB_RECORD_EXPORT_PROGRESS_H

#include "web/web.h"

/* Sets Progress.* for partials/export.cs and lets the page be asked for again; `path` is polled by htmx,
 * `unit` is what is counted: "rows". */
MUST_CHECK bool record_export_progress(struct page *pg, int64_t job_id, const char *path,
                                       const char *unit);

#endif
