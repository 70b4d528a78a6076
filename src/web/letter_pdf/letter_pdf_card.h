/* The newest PDFs made for a person, beside what else is shown of them. Called by record_page.c and
 * message_page.c. */
#ifndef LEADGEN_WEB_LETTER_PDF_CARD_H
#define LEADGEN_WEB_LETTER_PDF_CARD_H

#include "web/web.h"

/* Pdfs: the card, without rows when none was made. */
MUST_CHECK bool letter_pdf_card_show(struct page *pg, int64_t contact_id);

#endif
