/* /api/v1/{tenant}/messages: messages as a list with counts, one with all its texts and claims, a new text
 * for it, and decisions on all drafts of a list. The rules are those of message.h and message_version.h;
 * decisions on one are in api_decide_page.c. */
#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "domain/campaign/campaign.h"
#include "domain/message/message.h"
#include "domain/message/message_version.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum {
    LIMIT = 50,
    LIMIT_MOST = 200,
    SEARCH_MOST = 120,
    WHY_MOST = 500,
    SUBJECT_MOST = 200,
    TEXT_MOST = 20000,
    REASONS_MOST = 10,
    DRAFTS_MOST = 100000000
};

static const char *const channels[] = {"linkedin_connect", "linkedin_message", "email", "call",
                                       NULL};
static const char *const bulk_acts[] = {"approve", "reject", NULL};

/* What a list is narrowed by. */
struct narrow {
    int64_t campaign, contact, company, step, variant;
    const char *channel, *language, *q;
};
#define NARROW_ITEM(form, member, kind, low, high, list)                                           \
    {                                                                                              \
        .name = #member, .type = (kind), .offset = offsetof(form, narrow.member), .min = (low),    \
        .max = (high), .presence = OPTIONAL, .choices = (list)                                     \
    }
#define NARROW(form)                                                                               \
    NARROW_ITEM(form, campaign, PARAM_TYPE_ID, 1, INT64_MAX, NULL),                                \
        NARROW_ITEM(form, contact, PARAM_TYPE_ID, 1, INT64_MAX, NULL),                             \
        NARROW_ITEM(form, company, PARAM_TYPE_ID, 1, INT64_MAX, NULL),                             \
        NARROW_ITEM(form, step, PARAM_TYPE_ID, 1, INT64_MAX, NULL),                                \
        NARROW_ITEM(form, variant, PARAM_TYPE_I64, 1, 3, NULL),                                    \
        NARROW_ITEM(form, channel, PARAM_TYPE_CHOICE, 0, 0, channels),                             \
        NARROW_ITEM(form, language, PARAM_TYPE_TEXT, 0, 2, NULL),                                  \
        NARROW_ITEM(form, q, PARAM_TYPE_TEXT, 0, SEARCH_MOST, NULL)

struct list_sent {
    struct narrow narrow;
    const char *state;
    int64_t after, limit;
};
static const struct param list_items[] = {
    NARROW(struct list_sent),
    PARAM_CHOICE(struct list_sent, state, message_state_names, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_sent, after),
    PARAM_I64(struct list_sent, limit, 1, LIMIT_MOST, OPTIONAL),
};
const struct params api_messages_params = PARAMS(struct list_sent, list_items);

struct bulk {
    struct narrow narrow;
    const char *act, *reason;
    int64_t expected;
};
static const struct param bulk_items[] = {
    NARROW(struct bulk),
    PARAM_CHOICE(struct bulk, act, bulk_acts, REQUIRED),
    PARAM_LONG(struct bulk, reason, WHY_MOST, OPTIONAL),
    PARAM_I64(struct bulk, expected, 0, DRAFTS_MOST, REQUIRED),
};
const struct params api_message_bulk_input = PARAMS(struct bulk, bulk_items);

struct edit {
    int64_t version;
    const char *subject, *body, *reason_text;
    struct param_texts reasons;
};
static const struct param edit_items[] = {
    PARAM_I64(struct edit, version, 1, INT64_MAX, OPTIONAL),
    PARAM_TEXT(struct edit, subject, SUBJECT_MOST, OPTIONAL),
    PARAM_LONG(struct edit, body, TEXT_MOST, OPTIONAL),
    PARAM_TEXTS(struct edit, reasons, REASONS_MOST, OPTIONAL),
    PARAM_TEXT(struct edit, reason_text, WHY_MOST, OPTIONAL),
};
const struct params api_message_input = PARAMS(struct edit, edit_items);

/* Values that a filter points to. */
struct chosen {
    const char *channels[2], *languages[2];
    int64_t steps[2], variants[2];
};

/* NOT_FOUND: the campaign that is named is not there. */
static bool
filter_of(struct page *pg, const struct narrow *in, struct chosen *chosen,
          struct message_filter *out)
{
    *chosen = (struct chosen){.channels = {in->channel},
                              .languages = {in->language},
                              .steps = {in->step},
                              .variants = {in->variant}};
    *out = (struct message_filter){.campaign_id = in->campaign,
                                   .contact_id = in->contact,
                                   .company_id = in->company,
                                   .channels = *in->channel ? chosen->channels : NULL,
                                   .languages = *in->language ? chosen->languages : NULL,
                                   .step_ids = chosen->steps,
                                   .variants = chosen->variants,
                                   .search = in->q};
    return !in->campaign || api_campaign_there(pg, in->campaign);
}

static struct jsn *
counts_json(struct arena *arena, const struct message_counts *counts)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "draft", counts->draft);
    jsn_set_int(object, "approved", counts->approved);
    jsn_set_int(object, "rejected", counts->rejected);
    jsn_set_int(object, "set_aside", counts->set_aside);
    jsn_set_int(object, "sent", counts->sent);
    return object;
}

static struct jsn *
line_json(struct arena *arena, const struct message_row *row)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", row->message_id);
    jsn_set_int(object, "campaign", row->campaign_id);
    jsn_set_int(object, "contact", row->contact_id);
    api_json_id(arena, object, "company", row->company_id);
    jsn_set_int(object, "step_id", row->step_id);
    jsn_set_int(object, "variant", row->variant);
    jsn_set_int(object, "version", row->version);
    jsn_set_text(object, "person", row->person);
    jsn_set_text(object, "company_name", row->company);
    jsn_set_text(object, "step", row->label);
    jsn_set_text(object, "channel", row->channel);
    jsn_set_text(object, "language", row->language);
    jsn_set_text(object, "state", row->state);
    jsn_set_text(object, "begins", row->subject_start);
    jsn_set_text(object, "decided_by", row->decided_by);
    api_json_when(arena, object, "decided_at", row->decided_ms);
    api_json_when(arena, object, "sent_at", row->sent_ms);
    return object;
}

bool
api_message_list(struct page *pg)
{
    const struct list_sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct message_filter filter;
    struct message_counts counts;
    struct message_row *rows;
    struct chosen chosen;
    size_t n, most = sent->limit ? (size_t)sent->limit : LIMIT;
    if (!filter_of(pg, &sent->narrow, &chosen, &filter))
        return false;
    filter.states = message_states_of(sent->state);
    if (!message_list(pg->ctx, &filter, sent->after, (int64_t)most + 1, &rows, &n) ||
        !message_count(pg->ctx, &filter, &counts))
        return false;
    struct jsn *items = jsn_array(arena), *object = jsn_object(arena);
    struct jsn *by_state = counts_json(arena, &counts);
    for (size_t i = 0; i < n && i < most; i++)
        jsn_add(items, line_json(arena, &rows[i]));
    jsn_set_int(object, "total",
                *sent->state ? jsn_as_int(jsn_get(by_state, sent->state), 0) : counts.total);
    jsn_set(object, "counts", by_state);
    jsn_set(object, "items", items);
    jsn_set_text(object, "after",
                 n > most ? arena_printf(arena, "%" PRId64, rows[most - 1].message_id) : NULL);
    return api_json_reply(pg, API_OK, object);
}

static bool
set_json(struct page *pg, struct jsn *object, const char *key, const char *text)
{
    struct jsn *value = NULL;
    if (!jsn_read(pg->ctx, pg->ctx->arena, text, strlen(text), &value))
        return false;
    jsn_set(object, key, value);
    return true;
}

/* Every text that it had, the newest first. */
static bool
set_versions(struct page *pg, struct jsn *object, int64_t message_id)
{
    struct arena *arena = pg->ctx->arena;
    struct message_version *rows;
    struct jsn *list = jsn_array(arena);
    size_t n;
    if (!message_version_list(pg->ctx, message_id, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena), *reasons = jsn_array(arena);
        struct db_strs codes;
        if (!db_strs(pg->ctx, rows[i].reasons, &codes) ||
            !set_json(pg, one, "claims", rows[i].claims))
            return false;
        for (size_t k = 0; k < codes.n; k++)
            jsn_add(reasons, jsn_text(arena, codes.values[k]));
        jsn_set_int(one, "version", rows[i].version);
        jsn_set_text(one, "subject", rows[i].subject);
        jsn_set_text(one, "body", rows[i].body);
        jsn_set_text(one, "origin", rows[i].origin);
        jsn_set_text(one, "by", rows[i].author);
        jsn_set(one, "reasons", reasons);
        jsn_set_text(one, "reason_text", rows[i].reason_text);
        api_json_when(arena, one, "at", rows[i].created_ms);
        jsn_add(list, one);
    }
    jsn_set(object, "versions", list);
    return true;
}

static void
set_facts(struct arena *arena, struct jsn *object, const struct message *message)
{
    jsn_set_int(object, "id", message->message_id);
    jsn_set_int(object, "campaign", message->campaign_id);
    jsn_set_int(object, "contact", message->contact_id);
    api_json_id(arena, object, "company", message->company_id);
    jsn_set_int(object, "step_id", message->step_id);
    jsn_set_int(object, "variant", message->variant);
    jsn_set_int(object, "version", message->version);
    jsn_set_text(object, "person", message->person);
    jsn_set_text(object, "email", message->email);
    jsn_set_text(object, "company_name", message->company);
    jsn_set_text(object, "step", message->label);
    jsn_set_text(object, "channel", message->channel);
    jsn_set_text(object, "angle", message->angle);
    jsn_set_text(object, "language", message->language);
    jsn_set_text(object, "tone", message->tone);
    jsn_set_text(object, "formality", message->formality);
    jsn_set_text(object, "provider", message->provider);
    jsn_set_text(object, "trouble", message->trouble);
    jsn_set_int(object, "max_length", message->max_length);
    jsn_set_int(object, "cost_micros", message->cost_micros);
    jsn_set_text(object, "state", message->state);
    jsn_set_text(object, "subject", message->subject);
    jsn_set_text(object, "body", message->body);
    api_json_id(arena, object, "approved_version", message->approved_version);
    jsn_set_text(object, "reject_reason", message->reject_reason);
    jsn_set_text(object, "decided_by", message->decided_by);
    api_json_when(arena, object, "decided_at", message->decided_ms);
    jsn_set_text(object, "sent_via", message->sent_via);
    jsn_set_text(object, "sent_by", message->sent_by);
    api_json_when(arena, object, "sent_at", message->sent_ms);
    api_json_when(arena, object, "created_at", message->created_ms);
}

bool
api_message_json(struct page *pg, int64_t id, struct jsn **out)
{
    struct message message;
    const char *barred;
    if (!message_get(pg->ctx, id, &message) || !message_barred(pg->ctx, &message, &barred))
        return false;
    *out = jsn_object(pg->ctx->arena);
    set_facts(pg->ctx->arena, *out, &message);
    jsn_set_text(*out, "barred", barred);
    return set_json(pg, *out, "claims", message.claims) && set_versions(pg, *out, id);
}

bool
api_message_show(struct page *pg, int64_t id)
{
    struct jsn *object;
    return api_message_json(pg, id, &object) && api_json_reply(pg, API_OK, object);
}

bool
api_message_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return api_message_show(pg, sent->id);
}

/* A new text; what is not sent stays. */
bool
api_message_change(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct message message;
    struct jsn *object = NULL;
    int64_t version;
    if (!message_get(pg->ctx, sent->id, &message) || !api_body_object(pg, sent->body, &object))
        return false;
    struct edit in = {.subject = message.subject, .body = message.body, .reason_text = ""};
    if (!api_body_patch(pg, "", object, &api_message_input, &in))
        return false;
    const struct message_text text = {.subject = in.subject,
                                      .body = in.body,
                                      .origin = "edit",
                                      .reasons = in.reasons.values,
                                      .n_reasons = in.reasons.count,
                                      .reason_text = in.reason_text};
    return message_version_add(pg->ctx, sent->id, in.version, &text, &version) &&
           api_message_show(pg, sent->id);
}

bool
api_message_bulk(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct jsn *object = jsn_object(pg->ctx->arena);
    struct message_filter filter;
    struct message_bulk_done done;
    struct chosen chosen;
    struct bulk in;
    if (!api_body_read(pg, sent->body, &api_message_bulk_input, &in) ||
        !filter_of(pg, &in.narrow, &chosen, &filter) ||
        !api_body_named(pg, message_bulk(pg->ctx, &filter, in.act, in.reason, in.expected, &done),
                        "why", "reason"))
        return false;
    jsn_set_int(object, "done", done.done);
    jsn_set_int(object, "barred", done.barred);
    jsn_set_int(object, "unfit", done.unfit);
    return api_json_reply(pg, API_OK, object);
}
