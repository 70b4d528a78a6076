/* What the stages of the pipeline last said about a record, and where a company was found. Called by
 * record_page.c; its button comes back to research_card.c. */
#ifndef LEADGEN_WEB_RESEARCH_CARD_H
#define LEADGEN_WEB_RESEARCH_CARD_H

#include "domain/record/record.h"
#include "web/web.h"

/* Research.*: the card, empty of stages when nothing was researched yet. */
MUST_CHECK bool research_card_show(struct page *pg, const struct record *record);

#endif
