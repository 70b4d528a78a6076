/* Pages of people found on the web: handlers and parameters that routes.c names. */
#ifndef LEADGEN_WEB_ENRICH_PAGES_H
#define LEADGEN_WEB_ENRICH_PAGES_H

#include "web/web.h"

/* sighting_card.c */
page_fn contact_employment_act;
extern const struct params contact_employment_params;

/* people_focus_page.c */
page_fn people_focus_page, people_focus_save_page;
extern const struct params people_focus_params;

#endif
