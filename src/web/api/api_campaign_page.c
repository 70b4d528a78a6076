/* /api/v1/{tenant}/campaigns: campaigns as a list and one by one: made, changed, cloned, deleted, taken
 * from state to state, with what is offered in each language. The same functions and so the same rules
 * as behind the pages. */
#include <inttypes.h>
#include <string.h>

#include "domain/campaign/campaign_clone.h"
#include "domain/campaign/campaign_list.h"
#include "domain/campaign/campaign_offer.h"
#include "domain/campaign/campaign_state.h"
#include "domain/sequence/campaign_template.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { WORD_MOST = 20, KEY_MOST = 40, LIMIT = 50, LIMIT_MOST = 200, BODY_MOST = 256 * 1024 };

static const char *const channels[] = {"email", "linkedin", "call", NULL};
static const char *const languages[] = {"en", "cs", "de", "fr", "es", "it", "pt",
                                        "pl", "nl", "sk", "da", "sv", "fi", NULL};
static const char *const states[] = {"draft",   "ready",  "generating", "review",   "approved",
                                     "sending", "paused", "finished",   "archived", NULL};

struct list_sent {
    const char *state, *q, *channel, *sort;
    int64_t owner, after, limit;
};
static const struct param list_items[] = {
    PARAM_TEXT(struct list_sent, state, WORD_MOST, OPTIONAL),
    PARAM_TEXT(struct list_sent, q, CAMPAIGN_NAME_MOST, OPTIONAL),
    PARAM_CHOICE(struct list_sent, channel, channels, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_sent, owner),
    PARAM_CHOICE(struct list_sent, sort, campaign_orders, OPTIONAL),
    PARAM_I64(struct list_sent, after, 0, INT32_MAX, OPTIONAL),
    PARAM_I64(struct list_sent, limit, 1, LIMIT_MOST, OPTIONAL),
};
const struct params api_campaigns_params = PARAMS(struct list_sent, list_items);

static const struct param one_items[] = {PARAM_ID(struct api_one, id)};
static const struct param body_items[] = {PARAM_ID(struct api_one, id),
                                          PARAM_BODY(struct api_one, body, BODY_MOST)};
static const struct param new_items[] = {PARAM_BODY(struct api_one, body, BODY_MOST)};
const struct params api_one_params = PARAMS(struct api_one, one_items);
const struct params api_one_body_params = PARAMS(struct api_one, body_items);
const struct params api_body_params = PARAMS(struct api_one, new_items);

struct offer_sent {
    int64_t id;
    const char *language;
    struct span body;
};
static const struct param offer_path_items[] = {
    PARAM_ID(struct offer_sent, id),
    PARAM_CHOICE(struct offer_sent, language, languages, REQUIRED),
    PARAM_BODY(struct offer_sent, body, BODY_MOST),
};
const struct params api_campaign_offer_params = PARAMS(struct offer_sent, offer_path_items);

/* What can be written of a campaign. */
struct change {
    struct campaign settings;
    const char *template; /* of a new one: where its steps and voice come from */
};
#define SETTING(member, kind, low, high)                                                           \
    {                                                                                              \
        .name = #member, .type = (kind), .offset = offsetof(struct change, settings.member),       \
        .min = (low), .max = (high), .presence = OPTIONAL                                          \
    }
#define SETTINGS                                                                                   \
    SETTING(name, PARAM_TYPE_TEXT, 0, CAMPAIGN_NAME_MOST),                                         \
        SETTING(description, PARAM_TYPE_LONG, 0, CAMPAIGN_DESCRIPTION_MOST),                       \
        SETTING(owner_id, PARAM_TYPE_ID, 1, INT64_MAX),                                            \
        SETTING(sender_id, PARAM_TYPE_ID, 1, INT64_MAX), SETTING(language, PARAM_TYPE_TEXT, 0, 2), \
        SETTING(own_language, PARAM_TYPE_FLAG, 0, 0),                                              \
        SETTING(tone, PARAM_TYPE_TEXT, 0, WORD_MOST),                                              \
        SETTING(formality, PARAM_TYPE_TEXT, 0, WORD_MOST),                                         \
        SETTING(personalisation, PARAM_TYPE_I64, 1, CAMPAIGN_PERSONALISATION_MOST),                \
        SETTING(instructions, PARAM_TYPE_LONG, 0, CAMPAIGN_INSTRUCTIONS_MOST),                     \
        SETTING(provider_id, PARAM_TYPE_ID, 1, INT64_MAX),                                         \
        SETTING(variant_mode, PARAM_TYPE_TEXT, 0, WORD_MOST),                                      \
        SETTING(skip_unready, PARAM_TYPE_FLAG, 0, 0),                                              \
        SETTING(cooldown_days, PARAM_TYPE_I64, 0, CAMPAIGN_COOLDOWN_MOST),                         \
        SETTING(starts_on, PARAM_TYPE_DATE, 0, 0)
static const struct param create_items[] = {
    SETTINGS, PARAM_TEXT(struct change, template, KEY_MOST, OPTIONAL)};
static const struct param change_items[] = {SETTINGS,
                                            SETTING(version, PARAM_TYPE_I64, 1, INT64_MAX)};
const struct params api_campaign_create_input = PARAMS(struct change, create_items);
const struct params api_campaign_change_input = PARAMS(struct change, change_items);

struct clone {
    const char *name;
};
static const struct param clone_items[] = {
    PARAM_TEXT(struct clone, name, CAMPAIGN_NAME_MOST, OPTIONAL)};
const struct params api_campaign_clone_input = PARAMS(struct clone, clone_items);

struct move {
    const char *to;
};
static const struct param move_items[] = {PARAM_CHOICE(struct move, to, states, REQUIRED)};
const struct params api_campaign_move_input = PARAMS(struct move, move_items);

static const struct param offer_items[] = {
    PARAM_TEXT(struct campaign_offer, does, CAMPAIGN_OFFER_MOST, OPTIONAL),
    PARAM_TEXT(struct campaign_offer, outcome, CAMPAIGN_OFFER_MOST, OPTIONAL),
    PARAM_TEXT(struct campaign_offer, proof, CAMPAIGN_OFFER_MOST, OPTIONAL),
    PARAM_TEXT(struct campaign_offer, proof_url, CAMPAIGN_OFFER_URL_MOST, OPTIONAL),
    PARAM_TEXT(struct campaign_offer, ask, CAMPAIGN_OFFER_ASK_MOST, OPTIONAL),
};
const struct params api_campaign_offer_input = PARAMS(struct campaign_offer, offer_items);

bool
api_campaign_there(struct page *pg, int64_t id)
{
    struct campaign campaign;
    return campaign_get(pg->ctx, id, &campaign);
}

static void
set_counts(struct jsn *object, const struct campaign_counts *counts)
{
    jsn_set_int(object, "people", counts->people);
    jsn_set_int(object, "drafts", counts->draft);
    jsn_set_int(object, "approved", counts->approved);
    jsn_set_int(object, "rejected", counts->rejected);
    jsn_set_int(object, "sent", counts->sent);
}

bool
api_campaign_list(struct page *pg)
{
    const struct list_sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    const struct campaign_filter filter = {
        .search = sent->q, .owner_id = sent->owner, .channel = sent->channel};
    struct campaign_row *rows;
    size_t n;
    const struct campaign_tab *tab =
        *sent->state ? campaign_tab_of(sent->state) : &campaign_tabs[0];
    if (!tab)
        return err_field(pg->ctx, ERR_INPUT, "state", "There is no such group of states.");
    if (!campaign_list(pg->ctx, tab, &filter, *sent->sort ? sent->sort : "-updated",
                       sent->limit ? sent->limit : LIMIT, sent->after, &rows, &n))
        return false;
    struct jsn *items = jsn_array(arena), *object = jsn_object(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *item = jsn_object(arena);
        jsn_set_int(item, "id", rows[i].campaign_id);
        jsn_set_text(item, "name", rows[i].name);
        jsn_set_text(item, "state", rows[i].state);
        jsn_set_text(item, "owner", rows[i].owner);
        jsn_set_int(item, "steps", rows[i].steps);
        jsn_set_int(item, "cost_micros", rows[i].cost_micros);
        set_counts(item, &rows[i].counts);
        jsn_add(items, item);
    }
    int64_t total = n ? rows[0].total : 0, next = sent->after + (int64_t)n;
    jsn_set_int(object, "total", total);
    jsn_set(object, "items", items);
    jsn_set_text(object, "after", next < total ? arena_printf(arena, "%" PRId64, next) : NULL);
    return api_json_reply(pg, API_OK, object);
}

static void
set_settings(struct arena *arena, struct jsn *object, const struct campaign *campaign)
{
    jsn_set_int(object, "id", campaign->campaign_id);
    jsn_set_int(object, "version", campaign->version);
    jsn_set_text(object, "name", campaign->name);
    jsn_set_text(object, "description", campaign->description);
    jsn_set_text(object, "state", campaign->state);
    api_json_id(arena, object, "owner_id", campaign->owner_id);
    jsn_set_text(object, "owner", campaign->owner);
    api_json_id(arena, object, "sender_id", campaign->sender_id);
    jsn_set_text(object, "language", campaign->language);
    jsn_set_bool(object, "own_language", campaign->own_language);
    jsn_set_text(object, "tone", campaign->tone);
    jsn_set_text(object, "formality", campaign->formality);
    jsn_set_int(object, "personalisation", campaign->personalisation);
    jsn_set_text(object, "instructions", campaign->instructions);
    api_json_id(arena, object, "provider_id", campaign->provider_id);
    jsn_set_text(object, "variant_mode", campaign->variant_mode);
    jsn_set_bool(object, "skip_unready", campaign->skip_unready);
    jsn_set_int(object, "cooldown_days", campaign->cooldown_days);
    jsn_set_text(object, "starts_on", campaign->starts_on);
    api_json_id(arena, object, "run", campaign->run_id);
    api_json_id(arena, object, "check", campaign->check_id);
    jsn_set_text(object, "approved_by", campaign->approver);
    api_json_when(arena, object, "approved_at", campaign->approved_ms);
    jsn_set_int(object, "cost_micros", campaign->cost_micros);
    api_json_when(arena, object, "created_at", campaign->created_ms);
    api_json_when(arena, object, "updated_at", campaign->updated_ms);
}

/* Where it can go from here, and what stands in the way. */
static struct jsn *
moves_of(struct arena *arena, const struct campaign *campaign, const struct campaign_gates *gates)
{
    struct jsn *list = jsn_array(arena);
    for (const struct campaign_move *move = campaign_moves; move->from; move++) {
        if (strcmp(move->from, campaign->state) != 0 || !move->act)
            continue;
        struct jsn *object = jsn_object(arena);
        jsn_set_text(object, "to", move->to);
        jsn_set_text(object, "missing", campaign_missing(arena, gates, move->from, move->to));
        jsn_add(list, object);
    }
    return list;
}

static struct jsn *
offers_of(struct arena *arena, const struct campaign_offer *offers, size_t n)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *object = jsn_object(arena);
        jsn_set_text(object, "language", offers[i].language);
        jsn_set_text(object, "does", offers[i].does);
        jsn_set_text(object, "outcome", offers[i].outcome);
        jsn_set_text(object, "proof", offers[i].proof);
        jsn_set_text(object, "proof_url", offers[i].proof_url);
        jsn_set_text(object, "ask", offers[i].ask);
        jsn_add(list, object);
    }
    return list;
}

static bool
show(struct page *pg, int64_t id, int status)
{
    struct arena *arena = pg->ctx->arena;
    struct campaign campaign;
    struct campaign_counts counts;
    struct campaign_gates gates;
    struct campaign_offer *offers;
    struct jsn *object = jsn_object(arena), *steps;
    size_t n;
    if (!campaign_get(pg->ctx, id, &campaign) || !campaign_counts(pg->ctx, id, &counts) ||
        !campaign_gates(pg->ctx, id, &gates) || !campaign_offers(pg->ctx, id, &offers, &n) ||
        !api_step_all(pg, id, &steps))
        return false;
    set_settings(arena, object, &campaign);
    set_counts(object, &counts);
    jsn_set_int(object, "written", counts.written);
    jsn_set_int(object, "failed", counts.failed);
    jsn_set_int(object, "excluded", counts.excluded);
    jsn_set_int(object, "set_aside", counts.set_aside);
    jsn_set(object, "steps", steps);
    jsn_set(object, "offers", offers_of(arena, offers, n));
    jsn_set(object, "moves", moves_of(arena, &campaign, &gates));
    return api_json_reply(pg, status, object);
}

bool
api_campaign_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return show(pg, sent->id, API_OK);
}

/* No day instead of "". */
static void
no_day(struct campaign *settings)
{
    if (settings->starts_on && !*settings->starts_on)
        settings->starts_on = NULL;
}

bool
api_campaign_create(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct change change = {.settings = campaign_defaults, .template = ""};
    struct campaign_template from;
    struct jsn *object = NULL;
    int64_t id;
    if (!api_body_object(pg, sent->body, &object))
        return false;
    const char *key = jsn_as_text(jsn_get(object, "template"), "");
    if (*key) {
        if (!campaign_template_get(pg->ctx, key, &from))
            return false;
        campaign_template_voice(&from, &change.settings);
        change.settings.language = from.language ? from.language : change.settings.language;
    }
    if (!api_body_patch(pg, "", object, &api_campaign_create_input, &change))
        return false;
    no_day(&change.settings);
    return campaign_create(pg->ctx, &change.settings, &id) &&
           (!*key || campaign_template_load(pg->ctx, id, key, &from)) && show(pg, id, API_CREATED);
}

bool
api_campaign_change(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct change change = {.template = ""};
    struct jsn *object = NULL;
    if (!campaign_get(pg->ctx, sent->id, &change.settings) ||
        !api_body_object(pg, sent->body, &object) ||
        !api_body_patch(pg, "", object, &api_campaign_change_input, &change))
        return false;
    no_day(&change.settings);
    return campaign_edit(pg->ctx, &change.settings) && show(pg, sent->id, API_OK);
}

bool
api_campaign_delete(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return campaign_delete(pg->ctx, sent->id) && api_json_gone(pg, sent->id);
}

bool
api_campaign_copy(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct clone in;
    int64_t id;
    return api_campaign_there(pg, sent->id) &&
           api_body_read(pg, sent->body, &api_campaign_clone_input, &in) &&
           campaign_clone(pg->ctx, sent->id, in.name, &id) && show(pg, id, API_CREATED);
}

bool
api_campaign_go(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct move in;
    return api_campaign_there(pg, sent->id) &&
           api_body_read(pg, sent->body, &api_campaign_move_input, &in) &&
           campaign_move_by_hand(pg->ctx, sent->id, in.to) && show(pg, sent->id, API_OK);
}

bool
api_campaign_offer_put(struct page *pg)
{
    const struct offer_sent *sent = pg->params;
    struct campaign_offer offer;
    if (!api_campaign_there(pg, sent->id) ||
        !api_body_read(pg, sent->body, &api_campaign_offer_input, &offer))
        return false;
    offer.language = sent->language;
    return campaign_offer_save(pg->ctx, sent->id, &offer) && show(pg, sent->id, API_OK);
}
