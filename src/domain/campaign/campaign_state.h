/* The states of a campaign: which there are, which follows which, what each allows to change. The
 * database has the same table (app.campaign_may) and the gates; here they get words. Called by
 * whoever changes a campaign, its people, steps, offers or messages, and by the pages. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_STATE_H
#define LEADGEN_DOMAIN_CAMPAIGN_STATE_H

#include "domain/campaign/campaign.h"

struct campaign_state {
    const char *name;  /* as stored */
    const char *label; /* "Review" */
    const char *look;  /* of the class status-<look>; "" for plain */
    const char *about; /* one sentence: what happens in it */
};
extern const struct campaign_state campaign_states[]; /* in the order of life; NULL name last */

/* NULL when there is none. */
const struct campaign_state *campaign_state_of(const char *name);
const char *campaign_state_label(const char *name);

/* A step from a state to another, as people take it. */
struct campaign_move {
    const char *from, *to;
    const char *act;  /* "Mark as ready": on the button; NULL: only a run takes it */
    const char *says; /* what it means, for the page that asks */
};
extern const struct campaign_move campaign_moves[]; /* NULL from last */

/* NULL when a campaign may not go from the one to the other. */
const struct campaign_move *campaign_move_between(const char *from, const char *to);
bool campaign_may(const char *from, const char *to);

/* What can be changed, by when. */
enum campaign_part {
    CAMPAIGN_PEOPLE,   /* adding; draft, ready */
    CAMPAIGN_STEPS,    /* draft, ready */
    CAMPAIGN_SETTINGS, /* sender, language, rules; draft, ready */
    CAMPAIGN_VOICE, /* tone, formality, instructions, provider, offers; in review too, for rewriting */
    CAMPAIGN_SCHEDULE, /* until sending begins */
    CAMPAIGN_NAME,     /* name, description, owner; always but in the archive */
    CAMPAIGN_REWRITE   /* texts of messages; review */
};
bool campaign_allows(const char *state, enum campaign_part part);

/* campaign_lock for a change of that part. CONFLICT, in words, when the state does not allow it. */
MUST_CHECK bool campaign_lock_for(struct ctx *ctx, int64_t id, enum campaign_part part,
                                  struct campaign *out);

/* What a campaign has of what the gates ask for. */
struct campaign_gates {
    int64_t people, steps; /* steps that are on */
    int64_t draft, approved;
    bool checked;       /* for conflicts, ever */
    bool checked_since; /* and since people or steps changed */
    int64_t blocking;   /* conflicts that block, neither solved nor accepted */
};
MUST_CHECK bool campaign_gates(struct ctx *ctx, int64_t id, struct campaign_gates *out);

/* What of it stands in the way from a state to another: a sentence that says what to do, or NULL. */
const char *campaign_missing(struct arena *arena, const struct campaign_gates *gates,
                             const char *from, const char *to);

/* Takes the campaign to a state; who approved it and when is kept, and all but what runs do is
 * audited. CONFLICT with a sentence that says what is missing or what may follow; NOT_FOUND. */
MUST_CHECK bool campaign_move(struct ctx *ctx, int64_t id, const char *to);

/* The same as a person or a program asks for it: CONFLICT also where only a run may take it. */
MUST_CHECK bool campaign_move_by_hand(struct ctx *ctx, int64_t id, const char *to);

#endif
