/* What a campaign says about its letters. See letter_brief.h. */
#include "domain/generation/letter_brief.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

static const char *const angles[LETTER_VARIANTS_MOST] = {"pain", "opportunity", "social_proof"};

static const struct field step_fields[] = {
    FIELD_I64(struct letter_step, step_id),    FIELD_I64(struct letter_step, position),
    FIELD_I64(struct letter_step, max_length), FIELD_I64(struct letter_step, variants),
    FIELD_STR(struct letter_step, channel),    FIELD_STR(struct letter_step, label),
    FIELD_STR(struct letter_step, tone),       FIELD_STR(struct letter_step, formality),
    FIELD_STR(struct letter_step, language),   FIELD_STR(struct letter_step, instructions),
    FIELD_STR(struct letter_step, examples),   FIELD_END,
};

bool
letter_brief_read(struct ctx *ctx, int64_t campaign_id, struct letter_brief *out)
{
    memset(out, 0, sizeof *out);
    if (!campaign_get(ctx, campaign_id, &out->campaign) ||
        !DB_ALL(ctx, &SQL_LETTER_STEPS, DB_ARGS(DB_I64(campaign_id)), step_fields, &out->steps,
                &out->n_steps) ||
        !campaign_offers(ctx, campaign_id, &out->offers, &out->n_offers) ||
        (out->campaign.sender_id && !sender_get(ctx, out->campaign.sender_id, &out->sender)))
        return false;
    out->split = !strcmp(out->campaign.variant_mode, "split");
    return true;
}

const struct campaign_offer *
letter_brief_offer(const struct letter_brief *brief, const char *language)
{
    for (size_t i = 0; i < brief->n_offers; i++)
        if (!strcmp(brief->offers[i].language, language))
            return &brief->offers[i];
    return NULL;
}

const char *
letter_brief_angle(int64_t variant)
{
    return angles[variant >= 1 && variant <= LETTER_VARIANTS_MOST ? variant - 1 : 0];
}

int64_t
letter_brief_variant(const struct letter_step *step, int64_t own)
{
    return own > 0 && step->variants > 0 ? (own - 1) % step->variants + 1 : 1;
}

/* Only languages in which there is something to say; the embedded writer speaks but a few. */
static bool
is_spoken(const struct letter_brief *brief, const char *language)
{
    return letter_brief_offer(brief, language) &&
           (brief->campaign.provider_id || letter_speaks(language));
}

static const char *
language_of(const struct letter_brief *brief, const struct letter_step *step,
            const struct letter_facts *facts, const struct letter_wish *wish)
{
    if (wish->language)
        return wish->language;
    if (step->language)
        return step->language;
    if (brief->campaign.own_language && facts->language && is_spoken(brief, facts->language))
        return facts->language;
    return brief->campaign.language;
}

static const char *
first_of(const char *a, const char *b, const char *c)
{
    return a ? a : b ? b : c;
}

/* Mixes numbers to one that looks like chance and is always the same. */
static uint64_t
mixed(uint64_t seed, uint64_t number)
{
    seed = (seed ^ number) * 0x9e3779b97f4a7c15U;
    return seed ^ seed >> 29;
}

void
letter_brief_request(const struct letter_brief *brief, const struct letter_facts *facts,
                     const struct letter_place *place, const struct letter_wish *wish,
                     struct letter_request *out)
{
    static const struct letter_wish none = {0};
    const struct letter_step *step = place->step;
    const struct campaign *campaign = &brief->campaign;
    const struct sender *sender = &brief->sender;
    wish = wish ? wish : &none;
    *out = (struct letter_request){
        .channel = step->channel,
        .language = language_of(brief, step, facts, wish),
        .tone = first_of(wish->tone, step->tone, campaign->tone),
        .formality = first_of(wish->formality, step->formality, campaign->formality),
        .personalisation = (int)campaign->personalisation,
        .angle = letter_brief_angle(place->variant),
        .touch = place->touch,
        .touches = place->touches,
        .first_subject = place->first_subject,
        .max_length = (size_t)step->max_length,
        .sender = {.name = sender->name,
                   .role = sender->role,
                   .company = sender->company,
                   .signature = sender->signature,
                   .postal_address = sender->postal_address},
    };
    out->seed =
        mixed(mixed(mixed(mixed(1, (uint64_t)campaign->campaign_id), (uint64_t)facts->contact_id),
                    (uint64_t)step->step_id * 4 + (uint64_t)place->variant),
              wish->again);
    const struct campaign_offer *offer = letter_brief_offer(brief, out->language);
    if (offer)
        out->offer = (struct letter_offer){.does = offer->does,
                                           .outcome = offer->outcome,
                                           .proof = offer->proof,
                                           .proof_url = offer->proof_url,
                                           .ask = offer->ask};
    letter_facts_fill(facts, out);
}

const char *
letter_brief_missing(struct arena *arena, const struct letter_brief *brief)
{
    const struct campaign *campaign = &brief->campaign;
    if (!brief->n_steps)
        return "No step is on. Add a step, or switch one on.";
    if (!brief->sender.sender_id)
        return "Nobody sends it yet. Choose a sender in its settings.";
    for (size_t i = 0; i < brief->n_steps; i++) {
        const struct letter_step *step = &brief->steps[i];
        const char *language = step->language ? step->language : campaign->language;
        const char *name = campaign_label(campaign_languages, language);
        if (!campaign->provider_id && !letter_speaks(language))
            return arena_printf(arena,
                                "\"%s\" is to be in %s, which only a language model writes. Choose "
                                "another language, or a service that writes.",
                                step->label, name);
        if (strcmp(step->channel, "linkedin_connect") != 0 && !letter_brief_offer(brief, language))
            return arena_printf(arena,
                                "\"%s\" is to be in %s, but what you offer is not written in that "
                                "language. Add it in the settings.",
                                step->label, name);
    }
    return NULL;
}
