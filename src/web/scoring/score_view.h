/* A company's score in short, for its overview. Called by record_page.c. */
#ifndef LEADGEN_WEB_SCORING_SCORE_VIEW_H
#define LEADGEN_WEB_SCORING_SCORE_VIEW_H

#include "web/web.h"

/* Score.total, Score.tier and Score.signals, those that gave most first; nothing without a score. */
MUST_CHECK bool score_view_short(struct page *pg, int64_t company_id);

#endif
