/* What the pages of this area share: counts in words, what follows a change of many records. */
#ifndef LEADGEN_WEB_LABEL_VIEW_H
#define LEADGEN_WEB_LABEL_VIEW_H

#include "web/web.h"

/* "1,204 contacts and 31 companies", "1 contact", "no record". */
const char *label_view_records(struct page *pg, int64_t companies, int64_t contacts);

/* " 3 records in the trash change too.", or "". */
const char *label_view_trash(struct page *pg, int64_t trashed);

/* After it: to `path`, with the message `done` and a link to undo; or, while a job goes on, to the page
 * of the change, which shows its progress. set_id 0: nothing to undo. */
MUST_CHECK bool label_view_done(struct page *pg, const char *done, int64_t set_id, int64_t job_id,
                                const char *path);

#endif
