/* /api/v1/{tenant}/senders and /countries: who writes, and on which basis each country lets companies be
 * written to. Everybody reads; editors add and change senders; admins remove them and decide on
 * countries. The rules are those of sender.h and country_policy.h. */
#include <string.h>

#include "domain/campaign/country_policy.h"
#include "domain/campaign/sender.h"
#include "domain/record/country.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { EMAIL_MOST = 254, BODY_MOST = 64 * 1024 };

static const char *const bases[] = {"allowed", "role_only", "consent", "blocked", NULL};

#define SENDER_ITEMS                                                                               \
    PARAM_TEXT(struct sender, name, SENDER_NAME_MOST, OPTIONAL),                                   \
        PARAM_TEXT(struct sender, role, SENDER_NAME_MOST, OPTIONAL),                               \
        PARAM_TEXT(struct sender, company, SENDER_COMPANY_MOST, OPTIONAL),                         \
        PARAM_TEXT(struct sender, email, EMAIL_MOST, OPTIONAL),                                    \
        PARAM_LONG(struct sender, postal_address, SENDER_ADDRESS_MOST, OPTIONAL),                  \
        PARAM_LONG(struct sender, signature, SENDER_SIGNATURE_MOST, OPTIONAL),                     \
        PARAM_ID_OR_NONE(struct sender, user_id), PARAM_FLAG(struct sender, is_default)
static const struct param add_items[] = {SENDER_ITEMS};
static const struct param change_items[] = {
    SENDER_ITEMS, PARAM_I64(struct sender, version, 1, INT64_MAX, OPTIONAL)};
const struct params api_sender_input = PARAMS(struct sender, add_items);
const struct params api_sender_change_input = PARAMS(struct sender, change_items);

struct country_sent {
    const char *country;
    struct span body;
};
static const struct param country_items[] = {
    PARAM_TEXT(struct country_sent, country, 2, REQUIRED),
};
static const struct param country_body_items[] = {
    PARAM_TEXT(struct country_sent, country, 2, REQUIRED),
    PARAM_BODY(struct country_sent, body, BODY_MOST),
};
const struct params api_country_params = PARAMS(struct country_sent, country_items);
const struct params api_country_body_params = PARAMS(struct country_sent, country_body_items);

struct deciding {
    const char *basis, *note;
};
static const struct param deciding_items[] = {
    PARAM_CHOICE(struct deciding, basis, bases, REQUIRED),
    PARAM_LONG(struct deciding, note, COUNTRY_POLICY_NOTE_MOST, OPTIONAL),
};
const struct params api_country_input = PARAMS(struct deciding, deciding_items);

static struct jsn *
sender_json(struct arena *arena, const struct sender *sender)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", sender->sender_id);
    jsn_set_int(object, "version", sender->version);
    jsn_set_text(object, "name", sender->name);
    jsn_set_text(object, "role", sender->role);
    jsn_set_text(object, "company", sender->company);
    jsn_set_text(object, "email", sender->email);
    jsn_set_text(object, "postal_address", sender->postal_address);
    jsn_set_text(object, "signature", sender->signature);
    api_json_id(arena, object, "user_id", sender->user_id);
    jsn_set_bool(object, "is_default", sender->is_default);
    jsn_set_int(object, "campaigns", sender->campaigns);
    return object;
}

bool
api_sender_list(struct page *pg)
{
    struct sender *rows;
    struct jsn *items = jsn_array(pg->ctx->arena);
    size_t n;
    if (!sender_list(pg->ctx, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        jsn_add(items, sender_json(pg->ctx->arena, &rows[i]));
    return api_json_items(pg, items);
}

static bool
save(struct page *pg, const struct sender *wanted, int status)
{
    struct sender sender;
    int64_t id;
    return sender_save(pg->ctx, wanted, &id) && sender_get(pg->ctx, id, &sender) &&
           api_json_reply(pg, status, sender_json(pg->ctx->arena, &sender));
}

bool
api_sender_create(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct sender sender = {0};
    return api_body_read(pg, sent->body, &api_sender_input, &sender) &&
           save(pg, &sender, API_CREATED);
}

bool
api_sender_change(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct sender sender;
    struct jsn *object = NULL;
    return sender_get(pg->ctx, sent->id, &sender) && api_body_object(pg, sent->body, &object) &&
           api_body_patch(pg, "", object, &api_sender_change_input, &sender) &&
           save(pg, &sender, API_OK);
}

bool
api_sender_remove(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct sender sender;
    return sender_get(pg->ctx, sent->id, &sender) && sender_remove(pg->ctx, sent->id) &&
           api_json_gone(pg, sent->id);
}

static struct jsn *
country_json(struct arena *arena, const struct country_policy *policy)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_text(object, "country", policy->country);
    jsn_set_text(object, "basis", policy->basis);
    jsn_set_text(object, "basis_by_law", policy->law ? policy->law->basis : NULL);
    jsn_set_text(object, "law", policy->law ? policy->law->law : NULL);
    jsn_set_text(object, "source", policy->law ? policy->law->source : NULL);
    jsn_set_text(object, "about", policy->law ? policy->law->about : NULL);
    jsn_set_text(object, "note", policy->note);
    jsn_set_text(object, "by", policy->by);
    api_json_when(arena, object, "decided_at", policy->at_ms);
    return object;
}

bool
api_country_list(struct page *pg)
{
    struct country_policy *rows;
    struct jsn *items = jsn_array(pg->ctx->arena);
    size_t n;
    if (!country_policies(pg->ctx, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        jsn_add(items, country_json(pg->ctx->arena, &rows[i]));
    return api_json_items(pg, items);
}

static bool
show_country(struct page *pg, const char *country)
{
    struct country_policy policy;
    return country_policy_of(pg->ctx, country, &policy) &&
           api_json_reply(pg, API_OK, country_json(pg->ctx->arena, &policy));
}

static bool
is_country(struct page *pg, const char *country)
{
    return country_by_code(country) ||
           err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such country.");
}

bool
api_country_put(struct page *pg)
{
    const struct country_sent *sent = pg->params;
    struct deciding in;
    return is_country(pg, sent->country) &&
           api_body_read(pg, sent->body, &api_country_input, &in) &&
           country_policy_set(pg->ctx, sent->country, in.basis, in.note) &&
           show_country(pg, sent->country);
}

bool
api_country_reset(struct page *pg)
{
    const struct country_sent *sent = pg->params;
    return is_country(pg, sent->country) && country_policy_reset(pg->ctx, sent->country) &&
           show_country(pg, sent->country);
}
