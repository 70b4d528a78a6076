/* Where a contact was seen on their company's pages, and whether they still work there. Called by
 * record_page.c; its buttons come back to sighting_card.c. */
#ifndef LEADGEN_WEB_SIGHTING_CARD_H
#define LEADGEN_WEB_SIGHTING_CARD_H

#include "domain/record/record.h"
#include "web/web.h"

/* Sighting.*: the card of a contact; none when no page ever showed them and nobody said anything. */
MUST_CHECK bool sighting_card_show(struct page *pg, const struct record *record);

#endif
