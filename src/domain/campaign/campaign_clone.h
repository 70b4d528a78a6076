/* A campaign once more: its settings, offers and steps under another name, as a draft; never its people
 * or messages. Called by the campaign pages and the API. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_CLONE_H
#define LEADGEN_DOMAIN_CAMPAIGN_CLONE_H

#include "domain/campaign/campaign.h"

/* The name a clone gets: "Nordic (Copy)", then "Nordic (Copy 2)", counted among all campaigns that
 * are not deleted; of a clone, its original's. Cut where it would be too long. NOT_FOUND. */
MUST_CHECK bool campaign_clone_name(struct ctx *ctx, int64_t campaign_id, const char **name);

/* Makes it; the caller owns it, and a first day that is over is left out. name "": as above. INPUT on
 * "name"; NOT_FOUND. */
MUST_CHECK bool campaign_clone(struct ctx *ctx, int64_t campaign_id, const char *name, int64_t *id);

#endif
