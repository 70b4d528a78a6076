/* What a contact's page shows of its address: the state, the estimate with every piece of evidence, the
 * candidates where it has none. Called by record_page.c; its buttons come back to email_card.c. */
#ifndef LEADGEN_WEB_EMAIL_CARD_H
#define LEADGEN_WEB_EMAIL_CARD_H

#include "domain/record/record.h"
#include "web/web.h"

/* Email.*: the card of a contact. */
MUST_CHECK bool email_card_show(struct page *pg, const struct record *record);

#endif
