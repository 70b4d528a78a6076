/* The custom fields of a record as the controls of a form. */
#ifndef LEADGEN_WEB_CUSTOM_VIEW_H
#define LEADGEN_WEB_CUSTOM_VIEW_H

#include "domain/record/record.h"
#include "web/web.h"

/* Fills CustomForm.* with a control for each field and what is wrong with what was sent: print them
 * with custom_errors() and custom_controls() of partials/custom.cs. */
MUST_CHECK bool custom_view_form(struct page *pg, const struct record *record);

#endif
