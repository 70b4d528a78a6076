/* The custom fields of a record on its page. Called by the record's page and by its form. */
#ifndef LEADGEN_WEB_CUSTOM_VIEW_H
#define LEADGEN_WEB_CUSTOM_VIEW_H

#include "domain/record/record.h"
#include "web/web.h"

/* Fills Custom.* with every field that has a value and, for those who may write, the others too: print
 * them with the macro custom_facts() of partials/custom.cs. */
MUST_CHECK bool custom_view_show(struct page *pg, const struct record *record);

/* Fills Fact.* with the field of that key, for the macro custom_fact(). */
MUST_CHECK bool custom_view_fact(struct page *pg, const struct record *record, const char *key);

/* Fills CustomForm.* with a control for each field, or for the one called `only` (a key; "" for all):
 * print them with custom_controls(). *any is false when there is no such field. */
MUST_CHECK bool custom_view_form(struct page *pg, const struct record *record, const char *only,
                                 bool *any);

#endif
