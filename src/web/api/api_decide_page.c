/* /api/v1/{tenant}/messages/{id}/…: one message approved, rejected, a draft again, sent by hand, with an
 * older text again, or written anew. The rules are those of message.h, message_version.h and rewrite.h. */
#include "domain/generation/rewrite.h"
#include "domain/message/message.h"
#include "domain/message/message_version.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { WORD_MOST = 30, WHY_MOST = 500 };

static const char *const ways[] = {"email", "linkedin", "call", "other", NULL};

struct deciding {
    int64_t version, which;
    const char *code, *reason, *channel;
};
static const struct param approve_items[] = {
    PARAM_I64(struct deciding, version, 1, INT64_MAX, REQUIRED)};
static const struct param reject_items[] = {
    PARAM_TEXT(struct deciding, code, WORD_MOST, OPTIONAL),
    PARAM_LONG(struct deciding, reason, WHY_MOST, OPTIONAL),
};
static const struct param restore_items[] = {
    PARAM_I64(struct deciding, which, 1, INT64_MAX, REQUIRED),
    PARAM_I64(struct deciding, version, 1, INT64_MAX, OPTIONAL),
};
static const struct param sent_items[] = {PARAM_CHOICE(struct deciding, channel, ways, REQUIRED)};
const struct params api_message_approve_input = PARAMS(struct deciding, approve_items);
const struct params api_message_reject_input = PARAMS(struct deciding, reject_items);
const struct params api_message_restore_input = PARAMS(struct deciding, restore_items);
const struct params api_message_sent_input = PARAMS(struct deciding, sent_items);

static const struct param rewrite_items[] = {
    PARAM_TEXT(struct rewrite_wish, language, WORD_MOST, OPTIONAL),
    PARAM_TEXT(struct rewrite_wish, formality, WORD_MOST, OPTIONAL),
    PARAM_TEXT(struct rewrite_wish, tone, WORD_MOST, OPTIONAL),
    PARAM_TEXT(struct rewrite_wish, instruction, REWRITE_INSTRUCTION_MOST, OPTIONAL),
};
const struct params api_message_rewrite_input = PARAMS(struct rewrite_wish, rewrite_items);

static bool
there(struct page *pg, int64_t id)
{
    struct message message;
    return message_get(pg->ctx, id, &message);
}

bool
api_message_approve(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct deciding in;
    return there(pg, sent->id) && api_body_read(pg, sent->body, &api_message_approve_input, &in) &&
           message_approve(pg->ctx, sent->id, in.version) && api_message_show(pg, sent->id);
}

bool
api_message_reject(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct deciding in;
    return there(pg, sent->id) && api_body_read(pg, sent->body, &api_message_reject_input, &in) &&
           api_body_named(pg, message_reject(pg->ctx, sent->id, in.code, in.reason), "why",
                          "reason") &&
           api_message_show(pg, sent->id);
}

bool
api_message_reopen(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return there(pg, sent->id) && api_body_nothing(pg, sent->body) &&
           message_reopen(pg->ctx, sent->id) && api_message_show(pg, sent->id);
}

bool
api_message_restore(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct deciding in;
    int64_t version;
    return there(pg, sent->id) && api_body_read(pg, sent->body, &api_message_restore_input, &in) &&
           message_version_restore(pg->ctx, sent->id, in.version, in.which, &version) &&
           api_message_show(pg, sent->id);
}

bool
api_message_sent(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct deciding in;
    return there(pg, sent->id) && api_body_read(pg, sent->body, &api_message_sent_input, &in) &&
           message_send_by_hand(pg->ctx, sent->id, in.channel) && api_message_show(pg, sent->id);
}

bool
api_message_unsent(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return there(pg, sent->id) && api_body_nothing(pg, sent->body) &&
           message_unsend(pg->ctx, sent->id) && api_message_show(pg, sent->id);
}

bool
api_rewrite_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct jsn *object = jsn_object(pg->ctx->arena);
    bool by_model;
    int64_t cost;
    if (!rewrite_estimate(pg->ctx, sent->id, &by_model, &cost))
        return false;
    jsn_set_bool(object, "by_model", by_model);
    jsn_set_int(object, "cost_micros", cost);
    return api_json_reply(pg, API_OK, object);
}

/* At once, or by a job to wait for. */
bool
api_message_rewrite(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct jsn *object = jsn_object(pg->ctx->arena), *message;
    struct rewrite_wish wish;
    int64_t job_id;
    if (!there(pg, sent->id) || !api_body_read(pg, sent->body, &api_message_rewrite_input, &wish) ||
        !rewrite_start(pg->ctx, sent->id, &wish, &job_id) ||
        !api_message_json(pg, sent->id, &message))
        return false;
    api_json_id(pg->ctx->arena, object, "job", job_id);
    jsn_set(object, "message", message);
    return api_json_reply(pg, API_OK, object);
}
