/* The timeline of a record as its pages show it. Called by the pages of one record. */
#ifndef LEADGEN_WEB_RECORD_TIMELINE_H
#define LEADGEN_WEB_RECORD_TIMELINE_H

#include "domain/record/record_history.h"
#include "web/web.h"

enum { RECORD_EVENTS_SHORT = 6 /* beside the facts */ };

/* Events.N for what was read. */
void record_timeline_show(struct page *pg, const struct record *record,
                          const struct record_history *history);

/* Reads and shows the newest `most`; More is set when there is more. */
MUST_CHECK bool record_timeline_newest(struct page *pg, const struct record *record, int64_t most);

#endif
