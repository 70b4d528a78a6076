/* Tags, lists and custom fields as the page of a record shows them. Called by its overview. */
#ifndef LEADGEN_WEB_RECORD_LABEL_PAGE_H
#define LEADGEN_WEB_RECORD_LABEL_PAGE_H

#include "domain/record/record.h"
#include "web/web.h"

/* Tags and Lists: chips with the address where each kind is edited. */
MUST_CHECK bool record_label_show(struct page *pg, const struct record *record);

/* Custom.of.N: every custom field with a value as a fact; Custom.more: the others. */
MUST_CHECK bool record_label_show_custom(struct page *pg, const struct record *record);

#endif
