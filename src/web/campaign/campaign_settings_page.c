/* GET and POST /{tenant}/campaigns/{id}/settings: what a campaign is called and how it writes; GET and
 * POST …/offer/{language}: what it has to say in one language. What its state does not allow to change is shown
 * and not taken. */
#include <string.h>

#include "domain/campaign/campaign_offer.h"
#include "domain/campaign/campaign_state.h"
#include "domain/provider/provider.h"
#include "domain/writing/letter_register.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const languages[] = {"en", "cs", "de", "fr", "es", "it", "pt",
                                        "pl", "nl", "sk", "da", "sv", "fi", NULL};

struct settings {
    int64_t id, version;
    const char *name, *description, *instructions, *language, *tone, *formality, *variant_mode,
        *starts_on;
    int64_t owner_id, sender_id, provider_id, personalisation, cooldown_days;
    bool own_language, skip_unready;
};
static const struct param settings_items[] = {
    PARAM_ID(struct settings, id),
    PARAM_I64(struct settings, version, 1, INT64_MAX, REQUIRED),
    PARAM_TEXT(struct settings, name, CAMPAIGN_NAME_MOST, OPTIONAL),
    PARAM_LONG(struct settings, description, CAMPAIGN_DESCRIPTION_MOST, OPTIONAL),
    PARAM_LONG(struct settings, instructions, CAMPAIGN_INSTRUCTIONS_MOST, OPTIONAL),
    PARAM_TEXT(struct settings, language, 2, OPTIONAL),
    PARAM_TEXT(struct settings, tone, 20, OPTIONAL),
    PARAM_TEXT(struct settings, formality, 20, OPTIONAL),
    PARAM_TEXT(struct settings, variant_mode, 20, OPTIONAL),
    PARAM_DATE(struct settings, starts_on, OPTIONAL),
    PARAM_ID_OR_NONE(struct settings, owner_id),
    PARAM_ID_OR_NONE(struct settings, sender_id),
    PARAM_ID_OR_NONE(struct settings, provider_id),
    PARAM_I64(struct settings, personalisation, 1, CAMPAIGN_PERSONALISATION_MOST, OPTIONAL),
    PARAM_I64(struct settings, cooldown_days, 0, CAMPAIGN_COOLDOWN_MOST, OPTIONAL),
    PARAM_FLAG(struct settings, own_language),
    PARAM_FLAG(struct settings, skip_unready),
};
const struct params campaign_settings_params = PARAMS(struct settings, settings_items);

struct offering {
    int64_t id;
    const char *language, *does, *outcome, *proof, *proof_url, *ask;
};
static const struct param offer_items[] = {
    PARAM_ID(struct offering, id),
    PARAM_CHOICE(struct offering, language, languages, REQUIRED),
};
const struct params campaign_offer_params = PARAMS(struct offering, offer_items);
static const struct param offer_save_items[] = {
    PARAM_ID(struct offering, id),
    PARAM_CHOICE(struct offering, language, languages, REQUIRED),
    PARAM_TEXT(struct offering, does, CAMPAIGN_OFFER_MOST, OPTIONAL),
    PARAM_TEXT(struct offering, outcome, CAMPAIGN_OFFER_MOST, OPTIONAL),
    PARAM_TEXT(struct offering, proof, CAMPAIGN_OFFER_MOST, OPTIONAL),
    PARAM_TEXT(struct offering, proof_url, CAMPAIGN_OFFER_URL_MOST, OPTIONAL),
    PARAM_TEXT(struct offering, ask, CAMPAIGN_OFFER_ASK_MOST, OPTIONAL),
};
const struct params campaign_offer_save_params = PARAMS(struct offering, offer_save_items);

static const char *
number(struct page *pg, int64_t value)
{
    return arena_printf(pg->ctx->arena, "%" PRId64, value);
}

/* Each entry with what it means, for lists of radio buttons. */
static void
fill_choices(struct page *pg, const char *name, const struct campaign_choice *all,
             const char *chosen)
{
    struct tree_list list = tree_list(pg->view, arena_printf(pg->ctx->arena, "Choices.%s", name));
    view_field(pg, name, chosen);
    for (; all->value; all++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "value", all->value);
        tree_set(row, "label", all->label);
        tree_set(row, "hint", all->hint);
    }
}

/* The services that can write; the embedded writer stands first. */
static bool
fill_providers(struct page *pg, const struct campaign *campaign)
{
    struct provider *providers;
    size_t n;
    if (!provider_list(pg->ctx, &providers, &n))
        return false;
    view_field(pg, "provider_id", campaign->provider_id ? number(pg, campaign->provider_id) : "");
    view_option(pg, "provider_id", "", "Built in: rules and templates, costs nothing");
    for (size_t i = 0; i < n; i++)
        if (strcmp(providers[i].kind, PROVIDER_SEARCH) != 0)
            view_option(pg, "provider_id", number(pg, providers[i].provider_id), providers[i].name);
    return true;
}

static void
fill_fields(struct page *pg, const struct campaign *campaign)
{
    view_field(pg, "name", campaign->name);
    view_field(pg, "description", campaign->description ? campaign->description : "");
    view_field(pg, "instructions", campaign->instructions ? campaign->instructions : "");
    view_field(pg, "starts_on", campaign->starts_on ? campaign->starts_on : "");
    view_field(pg, "language", campaign->language);
    campaign_view_options(pg, "language", campaign_languages);
    view_field(pg, "own_language", campaign->own_language ? "1" : "");
    view_field(pg, "skip_unready", campaign->skip_unready ? "1" : "");
    view_field_i64(pg, "cooldown_days", campaign->cooldown_days);
    view_field(pg, "owner_id", campaign->owner_id ? number(pg, campaign->owner_id) : "");
    view_field(pg, "sender_id", campaign->sender_id ? number(pg, campaign->sender_id) : "");
    view_option(pg, "owner_id", "", "Nobody");
    view_option(pg, "sender_id", "", "None yet");
    fill_choices(pg, "tone", campaign_tones, campaign->tone);
    fill_choices(pg, "formality", campaign_formalities, campaign->formality);
    fill_choices(pg, "variant_mode", campaign_variant_modes, campaign->variant_mode);
    fill_choices(pg, "personalisation", campaign_personalisations,
                 number(pg, campaign->personalisation));
}

static void
fill_allowed(struct page *pg, const struct campaign *campaign)
{
    bool writes = pg->caller->role_rank >= AUTH_EDITOR;
    struct tree *node = tree_node(pg->view, "Settings");
    tree_set_i64(node, "version", campaign->version);
    tree_set_bool(node, "name", writes && campaign_allows(campaign->state, CAMPAIGN_NAME));
    tree_set_bool(node, "rules", writes && campaign_allows(campaign->state, CAMPAIGN_SETTINGS));
    tree_set_bool(node, "voice", writes && campaign_allows(campaign->state, CAMPAIGN_VOICE));
    tree_set_bool(node, "schedule", writes && campaign_allows(campaign->state, CAMPAIGN_SCHEDULE));
    tree_set(node, "formal",
             campaign_choice(campaign_languages, campaign->language)
                 ? campaign_choice(campaign_languages, campaign->language)->hint
                 : "");
    tree_set_i64(node, "instructions_most", CAMPAIGN_INSTRUCTIONS_MOST);
}

static void
fill_offer(struct tree *row, const struct campaign_offer *offer)
{
    const char *const texts[][2] = {
        {"does",      offer->does     },
        {"outcome",   offer->outcome  },
        {"proof",     offer->proof    },
        {"proof_url", offer->proof_url},
        {"ask",       offer->ask      }
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i][1])
            tree_set(row, texts[i][0], texts[i][1]);
}

/* What the author of an offer should know: words of the other address, and asks that are none. */
static size_t
hints_of(struct page *pg, const struct campaign *campaign, const struct campaign_offer *offer,
         struct letter_hint out[LETTER_HINTS_MOST])
{
    const struct letter_offer of = {
        .does = offer->does, .outcome = offer->outcome, .proof = offer->proof, .ask = offer->ask};
    return letter_register_hints(pg->ctx->arena, offer->language, campaign->formality, &of, out);
}

static void
fill_hints(struct page *pg, const struct campaign *campaign, const struct campaign_offer *offer)
{
    static const char *const labels[][2] = {
        {"does",    "What you do"                 },
        {"outcome", "What they get from it"       },
        {"proof",   "Who has it already"          },
        {"ask",     "The one thing they are to do"}
    };
    struct letter_hint hints[LETTER_HINTS_MOST];
    size_t n = hints_of(pg, campaign, offer, hints);
    struct tree_list list = tree_list(pg->view, "Hints");
    for (size_t i = 0; i < n; i++)
        for (size_t l = 0; l < sizeof labels / sizeof *labels; l++)
            if (!strcmp(labels[l][0], hints[i].field))
                tree_set(tree_row(&list), "text",
                         arena_printf(pg->ctx->arena, "%s: %s", labels[l][1], hints[i].text));
}

static bool
fill_offers(struct page *pg, const struct campaign *campaign)
{
    struct campaign_offer *offers;
    size_t n;
    if (!campaign_offers(pg->ctx, campaign->campaign_id, &offers, &n))
        return false;
    const char *path = campaign_view_path(pg, campaign->campaign_id, "/offer");
    struct tree_list list = tree_list(pg->view, "Offers");
    struct tree_list missing = tree_list(pg->view, "Settings.languages");
    bool own = false;
    for (const struct campaign_choice *choice = campaign_languages; choice->value; choice++) {
        bool there = false;
        for (size_t i = 0; i < n; i++)
            there |= !strcmp(offers[i].language, choice->value);
        if (there)
            continue;
        struct tree *row = tree_row(&missing);
        tree_set(row, "label", choice->label);
        tree_set(row, "path", arena_printf(pg->ctx->arena, "%s/%s", path, choice->value));
    }
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "language", campaign_label(campaign_languages, offers[i].language));
        tree_set(row, "path", arena_printf(pg->ctx->arena, "%s/%s", path, offers[i].language));
        fill_offer(row, &offers[i]);
        struct letter_hint hints[LETTER_HINTS_MOST];
        if (hints_of(pg, campaign, &offers[i], hints))
            tree_set(row, "hint", hints[0].text);
        own |= !strcmp(offers[i].language, campaign->language);
    }
    tree_set(pg->view, "Settings.offer_path",
             arena_printf(pg->ctx->arena, "%s/%s", path, campaign->language));
    tree_set(pg->view, "Settings.language", campaign_label(campaign_languages, campaign->language));
    tree_set_bool(pg->view, "Settings.own_offer", own);
    return true;
}

bool
campaign_settings_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    if (!campaign_view_head(pg, in->id, &campaign))
        return false;
    fill_fields(pg, &campaign);
    fill_allowed(pg, &campaign);
    return campaign_view_owners(pg, "owner_id", campaign.owner_id, campaign.owner) &&
           campaign_view_senders(pg, "sender_id", campaign.sender_id) &&
           fill_providers(pg, &campaign) && fill_offers(pg, &campaign) && reply_template(pg);
}

/* What was sent, over what is there, where the state allows it. */
static void
take(struct campaign *campaign, const struct settings *in)
{
    if (campaign_allows(campaign->state, CAMPAIGN_NAME)) {
        campaign->name = in->name;
        campaign->description = in->description;
        campaign->owner_id = in->owner_id;
    }
    if (campaign_allows(campaign->state, CAMPAIGN_SCHEDULE))
        campaign->starts_on = *in->starts_on ? in->starts_on : NULL;
    if (campaign_allows(campaign->state, CAMPAIGN_VOICE)) {
        campaign->tone = in->tone;
        campaign->formality = in->formality;
        campaign->instructions = in->instructions;
        campaign->personalisation = in->personalisation;
        campaign->provider_id = in->provider_id;
    }
    if (campaign_allows(campaign->state, CAMPAIGN_SETTINGS)) {
        campaign->sender_id = in->sender_id;
        campaign->language = in->language;
        campaign->own_language = in->own_language;
        campaign->variant_mode = in->variant_mode;
        campaign->skip_unready = in->skip_unready;
        campaign->cooldown_days = in->cooldown_days;
    }
}

/* A CONFLICT becomes a message over the form, so that nothing typed is lost. */
static bool
ended(struct page *pg, bool ok, const char *path)
{
    if (ok) {
        reply_flash(pg, "ok", "Saved.", NULL, NULL);
        return reply_redirect_to(pg, path);
    }
    if (pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    const char *message = arena_strdup(pg->ctx->arena, pg->ctx->err.message);
    err_clear(pg->ctx);
    return reply_form_error(pg, "", "%s", message);
}

bool
campaign_settings_save(struct page *pg)
{
    const struct settings *in = pg->params;
    struct campaign campaign;
    if (!campaign_get(pg->ctx, in->id, &campaign))
        return false;
    take(&campaign, in);
    campaign.version = in->version;
    return ended(pg, campaign_edit(pg->ctx, &campaign),
                 campaign_view_path(pg, in->id, "/settings"));
}

bool
campaign_offer_page(struct page *pg)
{
    const struct offering *in = pg->params;
    struct campaign campaign;
    struct campaign_offer *offers;
    size_t n;
    if (!campaign_view_head(pg, in->id, &campaign) ||
        !campaign_offers(pg->ctx, in->id, &offers, &n))
        return false;
    struct campaign_offer offer = {.language = in->language};
    for (size_t i = 0; i < n; i++)
        if (!strcmp(offers[i].language, in->language))
            offer = offers[i];
    view_field(pg, "does", offer.does ? offer.does : "");
    view_field(pg, "outcome", offer.outcome ? offer.outcome : "");
    view_field(pg, "proof", offer.proof ? offer.proof : "");
    view_field(pg, "proof_url", offer.proof_url ? offer.proof_url : "");
    view_field(pg, "ask", offer.ask ? offer.ask : "");
    tree_set(pg->view, "Offer.language", campaign_label(campaign_languages, in->language));
    tree_set(pg->view, "Offer.back", campaign_view_path(pg, in->id, "/settings"));
    tree_set_bool(pg->view, "Offer.there", offer.does != NULL);
    fill_hints(pg, &campaign, &offer);
    tree_set_bool(pg->view, "Offer.may", campaign_allows(campaign.state, CAMPAIGN_VOICE));
    return reply_template(pg);
}

bool
campaign_offer_post(struct page *pg)
{
    const struct offering *in = pg->params;
    const struct campaign_offer offer = {.language = in->language,
                                         .does = in->does,
                                         .outcome = in->outcome,
                                         .proof = in->proof,
                                         .proof_url = in->proof_url,
                                         .ask = in->ask};
    return ended(pg, campaign_offer_save(pg->ctx, in->id, &offer),
                 campaign_view_path(pg, in->id, "/settings"));
}
