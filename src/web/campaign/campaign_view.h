/* What the pages of one campaign share: the head with state and actions, the stepper, the tabs. Called by
 * every page below /{tenant}/campaigns/{id}; printed by templates/partials/campaign.cs. */
#ifndef LEADGEN_WEB_CAMPAIGN_VIEW_H
#define LEADGEN_WEB_CAMPAIGN_VIEW_H

#include "domain/campaign/campaign.h"
#include "web/web.h"

/* What a page is asked with that needs no more than the campaign (campaign_params). */
struct campaign_one {
    int64_t id;
};

/* Reads the campaign and fills Campaign.*: print it with campaign_head(). The tab whose page this is,
 * or lies below, is the current one. Only tabs and actions with a page stand there. NOT_FOUND. */
MUST_CHECK bool campaign_view_head(struct page *pg, int64_t id, struct campaign *out);

/* "/kestrel/campaigns/7" and what follows. */
const char *campaign_view_path(struct page *pg, int64_t id, const char *rest);

/* Whether a GET page has this path below "/{tenant}" and the caller may open it. */
bool campaign_view_has(const struct page *pg, const char *path);

/* "1 person", "1,204 people"; "1 message", "38 messages". */
const char *campaign_view_people(struct page *pg, int64_t n);
const char *campaign_view_messages(struct page *pg, int64_t n);

/* The entries of a choice, for a select: Form.<name>.options. */
void campaign_view_options(struct page *pg, const char *name, const struct campaign_choice *all);

/* The members of the workspace, for a select; also who stands there now (kept, 0: nobody) and is no
 * member any more. */
MUST_CHECK bool campaign_view_owners(struct page *pg, const char *name, int64_t kept,
                                     const char *kept_name);

/* The senders, for a select; also the one that stands there now (kept, 0: none) and was removed. */
MUST_CHECK bool campaign_view_senders(struct page *pg, const char *name, int64_t kept);

#endif
