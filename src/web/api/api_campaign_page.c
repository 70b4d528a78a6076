/* /api/v1/{tenant}/campaigns and /messages: campaigns with their steps, counts and exports; messages
 * read, edited, approved and rejected by programs. The same functions and so the same rules as behind
 * the pages. */
#include <inttypes.h>
#include <string.h>

#include "domain/campaign/campaign_list.h"
#include "domain/message/message.h"
#include "domain/message/message_export.h"
#include "domain/message/message_version.h"
#include "domain/sequence/campaign_step.h"
#include "web/api/api_json.h"
#include "web/api/pages.h"
#include "web/params.h"

enum {
    BODY_MOST = 64 * 1024,
    STATE_MOST = 20,
    LIMIT = 50,
    LIMIT_MOST = 200,
    REASONS_MOST = 20,
    OK = 200,
    CREATED = 201
};

struct list_sent {
    int64_t campaign, after, limit;
    const char *state;
};
static const struct param campaign_items[] = {
    PARAM_TEXT(struct list_sent, state, STATE_MOST, OPTIONAL),
    PARAM_I64(struct list_sent, after, 0, INT32_MAX, OPTIONAL),
    PARAM_I64(struct list_sent, limit, 1, LIMIT_MOST, OPTIONAL),
};
static const struct param message_items[] = {
    PARAM_ID_OR_NONE(struct list_sent, campaign),
    PARAM_TEXT(struct list_sent, state, STATE_MOST, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_sent, after),
    PARAM_I64(struct list_sent, limit, 1, LIMIT_MOST, OPTIONAL),
};
const struct params api_campaigns_params = PARAMS(struct list_sent, campaign_items);
const struct params api_messages_params = PARAMS(struct list_sent, message_items);

struct one_sent {
    int64_t id;
    struct span body;
};
static const struct param one_items[] = {PARAM_ID(struct one_sent, id)};
static const struct param body_items[] = {PARAM_ID(struct one_sent, id),
                                          PARAM_BODY(struct one_sent, body, BODY_MOST)};
const struct params api_campaign_params = PARAMS(struct one_sent, one_items);
const struct params api_campaign_body_params = PARAMS(struct one_sent, body_items);

static size_t
limit_of(const struct list_sent *sent)
{
    return sent->limit ? (size_t)sent->limit : LIMIT;
}

static void
set_time(struct arena *arena, struct jsn *object, const char *key, int64_t ms)
{
    jsn_set_text(object, key, ms ? api_json_time(arena, ms) : NULL);
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
    const struct campaign_filter filter = {0};
    struct campaign_row *rows;
    size_t n, most = limit_of(sent);
    const struct campaign_tab *tab =
        *sent->state ? campaign_tab_of(sent->state) : &campaign_tabs[0];
    if (!tab)
        return err_field(pg->ctx, ERR_INPUT, "state", "There is no such group of states.");
    if (!campaign_list(pg->ctx, tab, &filter, "-updated", (int64_t)most, sent->after, &rows, &n))
        return false;
    struct jsn *items = jsn_array(arena), *object = jsn_object(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *item = jsn_object(arena);
        jsn_set_int(item, "id", rows[i].campaign_id);
        jsn_set_text(item, "name", rows[i].name);
        jsn_set_text(item, "state", rows[i].state);
        jsn_set_text(item, "owner", rows[i].owner);
        jsn_set_int(item, "steps", rows[i].steps);
        set_counts(item, &rows[i].counts);
        jsn_add(items, item);
    }
    int64_t total = n ? rows[0].total : 0, next = sent->after + (int64_t)n;
    jsn_set_int(object, "total", total);
    jsn_set(object, "items", items);
    jsn_set_text(object, "after", next < total ? arena_printf(arena, "%" PRId64, next) : NULL);
    return api_json_reply(pg, OK, object);
}

bool
api_campaign_page(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct campaign campaign;
    struct campaign_counts counts;
    struct campaign_step *steps;
    size_t n;
    if (!campaign_get(pg->ctx, sent->id, &campaign) ||
        !campaign_counts(pg->ctx, sent->id, &counts) ||
        !campaign_steps(pg->ctx, sent->id, &steps, &n))
        return false;
    struct jsn *object = jsn_object(arena), *list = jsn_array(arena);
    jsn_set_int(object, "id", campaign.campaign_id);
    jsn_set_int(object, "version", campaign.version);
    jsn_set_text(object, "name", campaign.name);
    jsn_set_text(object, "description", campaign.description);
    jsn_set_text(object, "state", campaign.state);
    jsn_set_text(object, "owner", campaign.owner);
    jsn_set_text(object, "language", campaign.language);
    jsn_set_text(object, "tone", campaign.tone);
    jsn_set_text(object, "formality", campaign.formality);
    set_counts(object, &counts);
    for (size_t i = 0; i < n; i++) {
        struct jsn *step = jsn_object(arena);
        jsn_set_int(step, "id", steps[i].step_id);
        jsn_set_int(step, "position", steps[i].position);
        jsn_set_text(step, "channel", steps[i].channel);
        jsn_set_text(step, "label", steps[i].label);
        jsn_set_int(step, "day", steps[i].day_offset);
        jsn_set_text(step, "condition", steps[i].condition);
        jsn_set_int(step, "max_length", steps[i].max_length);
        jsn_set_int(step, "variants", steps[i].variants);
        jsn_set_bool(step, "on", steps[i].is_on);
        jsn_add(list, step);
    }
    jsn_set(object, "steps", list);
    return api_json_reply(pg, OK, object);
}

static struct jsn *
export_json(struct page *pg, const struct message_export *export)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", export->export_id);
    jsn_set_int(object, "campaign", export->campaign_id);
    jsn_set_text(object, "format", export->format);
    jsn_set_text(object, "state", export->state);
    jsn_set_int(object, "people", export->people);
    jsn_set_int(object, "messages", export->messages);
    jsn_set_int(object, "left_out", export->left_out);
    jsn_set_text(object, "error", export->error);
    set_time(arena, object, "asked_at", export->asked_at);
    set_time(arena, object, "finished_at", export->finished_at);
    return object;
}

bool
api_campaign_exports(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    struct campaign campaign;
    struct message_export *rows;
    size_t n;
    if (!campaign_get(pg->ctx, sent->id, &campaign) ||
        !message_export_list(pg->ctx, sent->id, INT64_MAX, LIMIT_MOST, &rows, &n))
        return false;
    struct jsn *object = jsn_object(pg->ctx->arena), *items = jsn_array(pg->ctx->arena);
    for (size_t i = 0; i < n; i++)
        jsn_add(items, export_json(pg, &rows[i]));
    jsn_set(object, "items", items);
    return api_json_reply(pg, OK, object);
}

static bool
read_body(struct page *pg, struct span body, struct jsn **out)
{
    if (!jsn_read(pg->ctx, pg->ctx->arena, body.data ? body.data : "", body.length, out))
        return false;
    return jsn_kind(*out) == JSN_OBJECT || err_raise(pg->ctx, ERR_INPUT, "Send one JSON object.");
}

bool
api_campaign_export_start(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    enum message_export_format format;
    struct message_export export;
    struct jsn *body = NULL;
    int64_t export_id;
    return read_body(pg, sent->body, &body) &&
           message_export_format_read(pg->ctx, jsn_as_text(jsn_get(body, "format"), ""), &format) &&
           message_export_start(pg->ctx, sent->id, format, jsn_as_bool(jsn_get(body, "bom"), false),
                                &export_id) &&
           message_export_get(pg->ctx, sent->id, export_id, &export) &&
           api_json_reply(pg, CREATED, export_json(pg, &export));
}

bool
api_message_list(struct page *pg)
{
    const struct list_sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    const char *const states[] = {sent->state, NULL};
    const struct message_filter filter = {.campaign_id = sent->campaign,
                                          .states = *sent->state ? states : NULL};
    struct message_counts counts;
    struct message_row *rows;
    size_t n, most = limit_of(sent);
    if (!message_list(pg->ctx, &filter, sent->after, (int64_t)most, &rows, &n) ||
        !message_count(pg->ctx, &filter, &counts))
        return false;
    struct jsn *items = jsn_array(arena), *object = jsn_object(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *item = jsn_object(arena);
        jsn_set_int(item, "id", rows[i].message_id);
        jsn_set_int(item, "campaign", rows[i].campaign_id);
        jsn_set_int(item, "contact", rows[i].contact_id);
        jsn_set_int(item, "version", rows[i].version);
        jsn_set_text(item, "person", rows[i].person);
        jsn_set_text(item, "step", rows[i].label);
        jsn_set_text(item, "channel", rows[i].channel);
        jsn_set_text(item, "state", rows[i].state);
        jsn_set_text(item, "begins", rows[i].subject_start);
        jsn_add(items, item);
    }
    jsn_set_int(object, "total", counts.total);
    jsn_set(object, "items", items);
    jsn_set_text(object, "after",
                 n == most ? arena_printf(arena, "%" PRId64, rows[n - 1].message_id) : NULL);
    return api_json_reply(pg, OK, object);
}

static bool
show_message(struct page *pg, int64_t id)
{
    struct arena *arena = pg->ctx->arena;
    struct message message;
    if (!message_get(pg->ctx, id, &message))
        return false;
    struct jsn *object = jsn_object(arena), *claims = NULL;
    jsn_set_int(object, "id", message.message_id);
    jsn_set_int(object, "campaign", message.campaign_id);
    jsn_set_int(object, "contact", message.contact_id);
    jsn_set_int(object, "version", message.version);
    jsn_set_text(object, "person", message.person);
    jsn_set_text(object, "step", message.label);
    jsn_set_text(object, "channel", message.channel);
    jsn_set_text(object, "language", message.language);
    jsn_set_text(object, "tone", message.tone);
    jsn_set_text(object, "state", message.state);
    jsn_set_text(object, "subject", message.subject);
    jsn_set_text(object, "body", message.body);
    jsn_set_text(object, "reject_reason", message.reject_reason);
    jsn_set_text(object, "decided_by", message.decided_by);
    set_time(arena, object, "decided_at", message.decided_ms);
    if (!jsn_read(pg->ctx, arena, message.claims, strlen(message.claims), &claims))
        return false;
    jsn_set(object, "claims", claims);
    return api_json_reply(pg, OK, object);
}

bool
api_message_page(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    return show_message(pg, sent->id);
}

bool
api_message_approve(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    struct jsn *body = NULL;
    if (!read_body(pg, sent->body, &body))
        return false;
    int64_t version = jsn_as_int(jsn_get(body, "version"), 0);
    if (version < 1)
        return err_field(pg->ctx, ERR_INPUT, "version", "Send the version that was read.");
    return message_approve(pg->ctx, sent->id, version) && show_message(pg, sent->id);
}

bool
api_message_reject(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    struct jsn *body = NULL;
    return read_body(pg, sent->body, &body) &&
           message_reject(pg->ctx, sent->id, jsn_as_text(jsn_get(body, "code"), ""),
                          jsn_as_text(jsn_get(body, "reason"), "")) &&
           show_message(pg, sent->id);
}

/* A new text; what is not sent stays. */
bool
api_message_change(struct page *pg)
{
    const struct one_sent *sent = pg->params;
    const char *reasons[REASONS_MOST];
    struct jsn *body = NULL;
    struct message message;
    size_t n = 0;
    int64_t version;
    if (!message_get(pg->ctx, sent->id, &message) || !read_body(pg, sent->body, &body))
        return false;
    struct jsn *list = jsn_get(body, "reasons");
    for (; n < jsn_length(list) && n < REASONS_MOST; n++)
        reasons[n] = jsn_as_text(jsn_at(list, n), "");
    const struct message_text text = {
        .subject = jsn_as_text(jsn_get(body, "subject"), message.subject),
        .body = jsn_as_text(jsn_get(body, "body"), message.body),
        .origin = "edit",
        .reasons = reasons,
        .n_reasons = n,
        .reason_text = jsn_as_text(jsn_get(body, "reason_text"), NULL),
    };
    return message_version_add(pg->ctx, sent->id, jsn_as_int(jsn_get(body, "version"), 0), &text,
                               &version) &&
           show_message(pg, sent->id);
}
