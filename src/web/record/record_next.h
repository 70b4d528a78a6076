/* What a record needs: its quality with the parts, how old its facts are, what to do next. Called by
 * the pages of one record. */
#ifndef LEADGEN_WEB_RECORD_NEXT_H
#define LEADGEN_WEB_RECORD_NEXT_H

#include "domain/record/record.h"
#include "web/web.h"

enum { RECORD_STALE_DAYS = 60 };

/* Quality and Checked: the score with its parts, how old the facts are. */
void record_next_quality(struct page *pg, const struct record *record);

/* Record.next: the main button, from what is missing, doubtful or old. Asks for a twin. */
MUST_CHECK bool record_next_show(struct page *pg, const struct record *record);

#endif
