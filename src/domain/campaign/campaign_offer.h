/* What the sender of a campaign has to say in each language: whole sentences that a letter can take
 * in. Called by the settings of a campaign, by what writes messages and by what copies campaigns. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_OFFER_H
#define LEADGEN_DOMAIN_CAMPAIGN_OFFER_H

#include "domain/campaign/campaign.h"

enum { CAMPAIGN_OFFER_MOST = 500, CAMPAIGN_OFFER_URL_MOST = 2048, CAMPAIGN_OFFER_ASK_MOST = 300 };

/* NULL: there is none. */
struct campaign_offer {
    const char *language;
    const char *does;      /* what we do; never NULL */
    const char *outcome;   /* what they get from it */
    const char *proof;     /* who has it already, what came of it */
    const char *proof_url; /* where that can be read */
    const char *ask;       /* the one thing they are to do */
};

/* Those of a campaign, its own language first, the others by code. */
MUST_CHECK bool campaign_offers(struct ctx *ctx, int64_t campaign_id, struct campaign_offer **out,
                                size_t *n);

/* Writes the offer of a language; without any text it is taken away. INPUT on "language" or on the
 * text's name; CONFLICT by the state of the campaign; NOT_FOUND. */
MUST_CHECK bool campaign_offer_save(struct ctx *ctx, int64_t campaign_id,
                                    const struct campaign_offer *offer);

#endif
