/* What the pages of bulk actions, trash and undo share: how a job is getting on, numbers of records in
 * words. Called by the handlers of web/bulk and by the page of a change. */
#ifndef LEADGEN_WEB_BULK_VIEW_H
#define LEADGEN_WEB_BULK_VIEW_H

#include "domain/record/record_field.h"
#include "web/web.h"

/* "1 company", "3,418 contacts". */
const char *bulk_view_count(struct page *pg, enum record_entity entity, int64_t n);

/* "/kestrel/companies". */
const char *bulk_view_list(struct page *pg, enum record_entity entity);

/* Progress.* of a job, for the macro job_progress; `path` is polled. *active false: it has ended, or
 * there is none. */
MUST_CHECK bool bulk_view_progress(struct page *pg, int64_t job_id, const char *path, bool *active);

#endif
