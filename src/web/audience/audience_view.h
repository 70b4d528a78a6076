/* The cards of conflicts and readiness, on the overview of a campaign and on their own pages. Printed by
 * templates/partials/campaign_conflicts.cs. */
#ifndef LEADGEN_WEB_AUDIENCE_VIEW_H
#define LEADGEN_WEB_AUDIENCE_VIEW_H

#include "domain/campaign/campaign.h"
#include "web/web.h"

/* Fills Conflicts.*: what the check found (0: the newest), how old it is, what can be done. */
MUST_CHECK bool audience_view_conflicts(struct page *pg, const struct campaign *campaign,
                                        int64_t check_id);

/* Fills Ready.*: how many are ready, what research would cost. With `rows` some of those who are not. */
MUST_CHECK bool audience_view_ready(struct page *pg, const struct campaign *campaign, bool rows);

#endif
