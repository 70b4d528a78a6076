/* How steps look wherever they stand: as a line of days and as cards, of a campaign or of a template. Called
 * by the pages of steps, templates and previews; printed by templates/partials/campaign_step.cs. */
#ifndef LEADGEN_WEB_CAMPAIGN_STEP_VIEW_H
#define LEADGEN_WEB_CAMPAIGN_STEP_VIEW_H

#include "base/template.h"
#include "domain/sequence/campaign_template.h"
#include "web/web.h"

/* What people read of a step; tell step_seq() and step_cards() the list of such nodes. */
MUST_CHECK bool campaign_step_view_fill(struct page *pg, struct tree *row,
                                        const struct campaign_step *step);

/* All of them under `path` of the view. */
MUST_CHECK bool campaign_step_view_list(struct page *pg, struct tree *parent, const char *path,
                                        const struct campaign_step *steps, size_t n);

/* A template as a card: name, description, voice, who made it, its steps, its address. */
MUST_CHECK bool campaign_step_view_template(struct page *pg, struct tree *row,
                                            const struct campaign_template *of);

/* "3 steps", "1 step", "no step". */
const char *campaign_step_view_count(struct page *pg, size_t n);

#endif
