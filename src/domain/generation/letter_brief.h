/* What a campaign says about its letters: steps, offers, sender, voice; and the request for a letter that
 * follows from it and from what is known of a person. Called by the stage "write", by estimates, by
 * rewriting and by previews. Reading is one function, in a transaction; all else is pure. */
#ifndef LEADGEN_DOMAIN_MESSAGE_LETTER_BRIEF_H
#define LEADGEN_DOMAIN_MESSAGE_LETTER_BRIEF_H

#include "domain/campaign/campaign.h"
#include "domain/campaign/campaign_offer.h"
#include "domain/campaign/sender.h"
#include "domain/generation/letter_facts.h"

enum { LETTER_VARIANTS_MOST = 3 };

/* A step that is on. */
struct letter_step {
    int64_t step_id, position, max_length, variants;
    const char *channel, *label;
    const char *tone, *formality, *language; /* NULL: the campaign's */
    const char *instructions;                /* NULL: none */
    const char *examples;                    /* JSON of campaign_step.h */
};

struct letter_brief {
    struct campaign campaign;
    struct letter_step *steps;
    size_t n_steps;
    struct campaign_offer *offers;
    size_t n_offers;
    struct sender sender; /* sender_id 0: none is chosen */
    bool split;           /* each person gets one variant */
};

/* NOT_FOUND: the campaign is gone. */
MUST_CHECK bool letter_brief_read(struct ctx *ctx, int64_t campaign_id, struct letter_brief *out);

/* How one letter is to be; NULL and 0 leave it to the brief. What people wish for one letter goes before
 * the step, that before the person's own language, that before the campaign. */
struct letter_wish {
    const char *language, *tone, *formality;
    const char *instruction; /* models only */
    uint64_t again;          /* another number, another letter */
};

/* Which of a person's letters: variant from 1; touch of touches. */
struct letter_place {
    const struct letter_step *step;
    int64_t variant;
    int touch, touches;
    const char *first_subject; /* of their first e-mail in that variant; NULL: none yet */
};

/* The request for it; `facts` may know nothing but the contact's id. */
void letter_brief_request(const struct letter_brief *brief, const struct letter_facts *facts,
                          const struct letter_place *place, const struct letter_wish *wish,
                          struct letter_request *out);

/* The offer in a language; NULL: there is none. */
const struct campaign_offer *letter_brief_offer(const struct letter_brief *brief,
                                                const char *language);

/* What a variant is about: "pain", "opportunity", "social_proof". */
const char *letter_brief_angle(int64_t variant);

/* Which variant of a step somebody gets where people are split; their own number may be above those that
 * the step has. */
int64_t letter_brief_variant(const struct letter_step *step, int64_t own);

/* Why letters cannot be written as the brief stands, as a sentence; NULL: they can. */
const char *letter_brief_missing(struct arena *arena, const struct letter_brief *brief);

#endif
