/* What somebody wants a step to be, checked field by field. Called by campaign_step.c. Asks no database:
 * whether there is a PDF is left to its constraint. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_STEP_FORM_H
#define LEADGEN_DOMAIN_CAMPAIGN_STEP_FORM_H

#include "domain/sequence/campaign_step.h"

/* What `form` says, as it is stored: nothing instead of "", the channel's label and usual length where
 * none is given. steps[but] is the step itself; n for a new one. INPUT on the field. */
MUST_CHECK bool campaign_step_read(struct ctx *ctx, const struct campaign_step *steps, size_t n,
                                   size_t but, const struct campaign_step *form,
                                   struct campaign_step *out);

/* INPUT on "day_offset" when `day` does not fit between its neighbours; NULL: there is none. */
MUST_CHECK bool campaign_step_check_day(struct ctx *ctx, const struct campaign_step *before,
                                        const struct campaign_step *after, int64_t day);

#endif
