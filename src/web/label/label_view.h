/* What the pages of this area share: counts in words, what follows a change of many records. */
#ifndef LEADGEN_WEB_LABEL_VIEW_H
#define LEADGEN_WEB_LABEL_VIEW_H

#include "web/web.h"

/* "1,204 contacts and 31 companies", "1 contact", "no record". */
const char *label_view_records(struct page *pg, int64_t companies, int64_t contacts);

/* " 3 records in the trash change too.", or "". */
const char *label_view_trash(struct page *pg, int64_t trashed);

/* The message after it: `done` with a link to undo; or, while a job goes on, that it does, with a link
 * to the jobs. set_id 0: no link. */
void label_view_done(struct page *pg, const char *done, int64_t set_id, int64_t job_id);

#endif
