/* Campaigns as a list: by where they stand, found by name, owner and channel, with how far each is.
 * Called by the list of campaigns, the API and leadgen-batch. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_LIST_H
#define LEADGEN_DOMAIN_CAMPAIGN_LIST_H

#include "domain/campaign/campaign.h"

/* States that people look at together. NULL name last. */
struct campaign_tab {
    const char *name, *label;
    const char *const *states;
    size_t n_states;
};
extern const struct campaign_tab campaign_tabs[]; /* the first: all that is at work */

/* NULL when there is none of that name. */
const struct campaign_tab *campaign_tab_of(const char *name);

/* What a list of them is filtered by; NULL or "" and 0 for all. */
struct campaign_filter {
    const char *search;  /* part of the name; capitals and accents do not count */
    int64_t owner_id;    /* CAMPAIGN_NOBODY: those that nobody owns */
    const char *channel; /* "email", "linkedin" or "call": has a step of it that is on */
};
enum { CAMPAIGN_NOBODY = -1 };

struct campaign_row {
    int64_t campaign_id;
    const char *name, *state;
    int64_t owner_id;
    const char *owner; /* NULL: nobody */
    bool email, linkedin, call;
    int64_t steps; /* that are on */
    struct campaign_counts counts;
    int64_t cost_micros, updated_ms;
    int64_t total; /* how many match, beyond this page too */
};

/* Ways to order them, for addresses: "name", "people", "messages", "cost", "updated"; with a minus in
 * front the other way round. NULL last. */
extern const char *const campaign_orders[];

/* Those of a tab, `most` from `offset` on. An order that is none of the table's: "-updated". */
MUST_CHECK bool campaign_list(struct ctx *ctx, const struct campaign_tab *tab,
                              const struct campaign_filter *filter, const char *order, int64_t most,
                              int64_t offset, struct campaign_row **out, size_t *n);

/* How many match in each of campaign_tabs, in their order: `counts` has room for all of them. */
MUST_CHECK bool campaign_list_counts(struct ctx *ctx, const struct campaign_filter *filter,
                                     int64_t *counts);

#endif
