/* /api/v1/{tenant}/campaigns/{id}/review: how far review is and the draft in hand, and taking the next
 * one. As on the page, a GET only looks: what is kept for a reviewer is written by the POST. The order
 * and the keeping are review.h's, decisions are in api_decide_page.c. */
#include <string.h>

#include "domain/message/message_version.h"
#include "domain/message/review.h"
#include "domain/record/record_code.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

struct shown {
    int64_t id, message;
};
static const struct param shown_items[] = {
    PARAM_ID(struct shown, id),
    PARAM_ID_OR_NONE(struct shown, message),
};
const struct params api_review_params = PARAMS(struct shown, shown_items);

struct take {
    int64_t skip;
};
static const struct param take_items[] = {PARAM_ID_OR_NONE(struct take, skip)};
const struct params api_review_take_input = PARAMS(struct take, take_items);

/* NOT_FOUND: the campaign has no such message. */
static bool
message_of(struct page *pg, int64_t campaign_id, int64_t message_id, struct message *out)
{
    if (!message_get(pg->ctx, message_id, out))
        return false;
    return out->campaign_id == campaign_id ||
           err_raise(pg->ctx, ERR_NOT_FOUND, "This campaign has no such message.");
}

static void
set_code(struct jsn *object, const char *key, const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    jsn_set_text(object, key, choice ? choice->name : NULL);
}

static void
set_company(struct arena *arena, struct jsn *item, const struct review_card *card)
{
    struct jsn *object = jsn_object(arena);
    if (!card->company_id) {
        jsn_set_text(item, "company", NULL);
        return;
    }
    jsn_set_int(object, "id", card->company_id);
    jsn_set_text(object, "name", card->company);
    jsn_set_text(object, "domain", card->domain);
    set_code(object, "industry", &record_industries, card->industry);
    set_code(object, "tier", &record_tiers, card->tier);
    if (card->scored)
        jsn_set_int(object, "score", card->score);
    else
        jsn_set_text(object, "score", NULL);
    jsn_set_text(object, "employees", card->employees);
    jsn_set_text(object, "description", card->description);
    api_json_when(arena, object, "touched_at", card->company_touch_ms);
    jsn_set(item, "company", object);
}

static bool
set_card(struct page *pg, struct jsn *item, const struct message *message)
{
    struct arena *arena = pg->ctx->arena;
    struct review_card card;
    if (!review_card(pg->ctx, message->contact_id, &card))
        return false;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", card.contact_id);
    jsn_set_text(object, "name", card.person);
    jsn_set_text(object, "title", card.job_title);
    jsn_set_text(object, "city", card.city);
    jsn_set_text(object, "country", card.country);
    jsn_set_text(object, "email", card.email);
    jsn_set_text(object, "linkedin_url", card.linkedin_url);
    jsn_set_text(object, "seniority", card.seniority);
    jsn_set_text(object, "notes", card.notes);
    api_json_when(arena, object, "touched_at", card.touch_ms);
    jsn_set(item, "contact", object);
    set_company(arena, item, &card);
    return true;
}

static bool
set_evidence(struct page *pg, struct jsn *item, const struct message *message)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *list = jsn_array(arena);
    struct message_claim *claims;
    size_t n;
    if (!message_version_claims(pg->ctx, message->body, message->claims, &claims, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_int(one, "start", (int64_t)claims[i].start);
        jsn_set_int(one, "end", (int64_t)claims[i].end);
        jsn_set_text(one, "words", claims[i].words);
        jsn_set_text(one, "kind", claims[i].kind);
        jsn_set_text(one, "snippet", claims[i].snippet);
        jsn_set_text(one, "url", claims[i].url);
        api_json_when(arena, one, "read_at", claims[i].at);
        jsn_add(list, one);
    }
    jsn_set(item, "evidence", list);
    return true;
}

static bool
set_hints(struct page *pg, struct jsn *item, const struct message *message)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *list = jsn_array(arena);
    struct message_check *checks;
    size_t n;
    if (!review_hints(pg->ctx, message, &checks, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_bool(one, "warn", checks[i].warn);
        jsn_set_text(one, "text", checks[i].text);
        jsn_add(list, one);
    }
    jsn_set(item, "hints", list);
    return true;
}

static bool
set_variants(struct page *pg, struct jsn *item, const struct message *message)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *list = jsn_array(arena);
    struct review_variant *rows;
    size_t n;
    if (!review_variants(pg->ctx, message->message_id, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_int(one, "id", rows[i].message_id);
        jsn_set_int(one, "variant", rows[i].variant);
        jsn_set_int(one, "version", rows[i].version);
        jsn_set_text(one, "state", rows[i].state);
        jsn_set_text(one, "angle", rows[i].angle);
        jsn_set_text(one, "subject", rows[i].subject);
        jsn_set_text(one, "body", rows[i].body);
        jsn_add(list, one);
    }
    jsn_set(item, "variants", list);
    return true;
}

/* A message with all that one decides by. */
static bool
item_json(struct page *pg, int64_t campaign_id, int64_t message_id, struct jsn **out)
{
    struct jsn *item = jsn_object(pg->ctx->arena), *text;
    struct message message;
    if (!message_of(pg, campaign_id, message_id, &message) ||
        !api_message_json(pg, message_id, &text))
        return false;
    jsn_set(item, "message", text);
    jsn_set_text(item, "held_by", message.holder);
    *out = item;
    return set_evidence(pg, item, &message) && set_hints(pg, item, &message) &&
           set_card(pg, item, &message) && set_variants(pg, item, &message);
}

/* Where one is, for programs and in words. */
static void
set_status(struct arena *arena, struct jsn *object, const struct review_progress *at, bool item,
           bool took)
{
    const char *status = "message", *says = "Decide this message, then take the next one.";
    if (!item && !at->total) {
        status = "empty";
        says = "Nothing has been written for this campaign yet.";
    } else if (!item && !at->left) {
        status = "done";
        says = "Every message is decided.";
    } else if (!item && (took || at->left <= at->kept)) {
        status = "with_others";
        says = arena_printf(arena, "%s %s at what is left. Ask again in two minutes.",
                            at->others ? at->others : "Somebody else",
                            at->others && strchr(at->others, ',') ? "look" : "looks");
    } else if (!item) {
        status = "take";
        says = "Nothing is kept for you. Take the next message with a POST to this address.";
    }
    jsn_set_text(object, "status", status);
    jsn_set_text(object, "says", says);
}

/* message_id 0: none is in hand; took: though one was asked for. */
static bool
answer(struct page *pg, int64_t campaign_id, int64_t message_id, bool took)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *object = jsn_object(arena), *item = NULL;
    struct review_progress at;
    int64_t back;
    if ((message_id && !item_json(pg, campaign_id, message_id, &item)) ||
        !review_progress(pg->ctx, campaign_id, &at) ||
        !review_back(pg->ctx, campaign_id, message_id, &back))
        return false;
    int64_t done = at.total - at.left;
    jsn_set_int(object, "campaign", campaign_id);
    set_status(arena, object, &at, message_id != 0, took);
    jsn_set_int(object, "total", at.total);
    jsn_set_int(object, "left", at.left);
    jsn_set_int(object, "done", done);
    jsn_set_int(object, "place", at.left ? done + 1 : done);
    jsn_set_int(object, "approved", at.approved);
    jsn_set_int(object, "rejected", at.rejected);
    jsn_set_int(object, "set_aside", at.set_aside);
    jsn_set_int(object, "with_others", at.kept);
    jsn_set_text(object, "others", at.others);
    api_json_id(arena, object, "back", back);
    if (item)
        jsn_set(object, "item", item);
    else
        jsn_set_text(object, "item", NULL);
    return api_json_reply(pg, API_OK, object);
}

bool
api_review_page(struct page *pg)
{
    const struct shown *sent = pg->params;
    int64_t at = sent->message;
    return api_campaign_there(pg, sent->id) && (at || review_held(pg->ctx, sent->id, &at)) &&
           answer(pg, sent->id, at, false);
}

bool
api_review_take(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct message skipped;
    struct take in;
    int64_t next = 0;
    if (!api_campaign_there(pg, sent->id) ||
        !api_body_read(pg, sent->body, &api_review_take_input, &in) ||
        (in.skip &&
         (!message_of(pg, sent->id, in.skip, &skipped) || !review_skip(pg->ctx, in.skip))) ||
        !review_next(pg->ctx, sent->id, in.skip, &next))
        return false;
    /* A single one that was skipped comes again. */
    return (next || !in.skip || review_next(pg->ctx, sent->id, 0, &next)) &&
           answer(pg, sent->id, next, true);
}
