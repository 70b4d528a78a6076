/* /api/v1/{tenant}/campaigns/{id}/preview: what would be written to somebody. /generation: what writing
 * the messages would come to, how it is getting on, what failed; start, pause, go on, cancel, try again.
 * /insights: what reviewers say and the changes that follow from it. The rules are those of
 * generation.h and insight.h. */
#include <string.h>

#include "domain/campaign/campaign.h"
#include "domain/generation/generation.h"
#include "domain/generation/letter_preview.h"
#include "domain/generation/message_put.h"
#include "domain/message/feedback.h"
#include "domain/message/insight.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { CAUSE_MOST = 60, CODE_MOST = 40, BODY_MOST = 64 * 1024 };

static const char *const acts[] = {"start", "pause", "resume", "cancel", "retry", NULL};
static const char *const insight_acts[] = {"apply", "dismiss", "undo", NULL};

struct act_sent {
    int64_t id;
    const char *act;
    struct span body;
};
static const struct param act_path_items[] = {
    PARAM_ID(struct act_sent, id),
    PARAM_CHOICE(struct act_sent, act, acts, REQUIRED),
    PARAM_BODY(struct act_sent, body, BODY_MOST),
};
static const struct param insight_path_items[] = {
    PARAM_ID(struct act_sent, id),
    PARAM_CHOICE(struct act_sent, act, insight_acts, REQUIRED),
    PARAM_BODY(struct act_sent, body, BODY_MOST),
};
const struct params api_generation_act_params = PARAMS(struct act_sent, act_path_items);
const struct params api_insight_act_params = PARAMS(struct act_sent, insight_path_items);

struct preview_sent {
    int64_t id, contact;
};
static const struct param preview_items[] = {PARAM_ID(struct preview_sent, id),
                                             PARAM_ID(struct preview_sent, contact)};
const struct params api_preview_params = PARAMS(struct preview_sent, preview_items);

struct act {
    const char *cause;
};
static const struct param act_items[] = {PARAM_TEXT(struct act, cause, CAUSE_MOST, OPTIONAL)};
const struct params api_generation_act_input = PARAMS(struct act, act_items);

struct deciding {
    const char *code;
};
static const struct param deciding_items[] = {
    PARAM_TEXT(struct deciding, code, CODE_MOST, REQUIRED)};
const struct params api_insight_act_input = PARAMS(struct deciding, deciding_items);

static struct jsn *
estimate_json(struct arena *arena, const struct generation_estimate *estimate)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "people", estimate->people);
    jsn_set_int(object, "messages", estimate->messages);
    jsn_set_int(object, "written", estimate->written);
    jsn_set_int(object, "unready", estimate->unready);
    jsn_set_int(object, "left_for_later", estimate->left);
    jsn_set_int(object, "unreachable", estimate->unreachable);
    jsn_set_int(object, "cost_micros", estimate->cost_micros);
    jsn_set_int(object, "each_micros", estimate->each_micros);
    jsn_set_text(object, "missing", estimate->missing);
    return object;
}

static struct jsn *
troubles_json(struct arena *arena, const struct pipeline_trouble *rows, size_t n)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *object = jsn_object(arena);
        jsn_set_text(object, "result", rows[i].result);
        jsn_set_text(object, "cause", rows[i].cause);
        jsn_set_text(object, "message", rows[i].message);
        jsn_set_int(object, "people", rows[i].n);
        jsn_add(list, object);
    }
    return list;
}

/* What starting would come to while it can be started; the run once there is one. */
static bool
show(struct page *pg, int64_t id, struct jsn *retried)
{
    struct arena *arena = pg->ctx->arena;
    struct campaign campaign;
    struct generation_estimate estimate;
    struct pipeline_run run;
    struct pipeline_trouble *troubles = NULL;
    size_t n = 0;
    if (!campaign_get(pg->ctx, id, &campaign))
        return false;
    bool may = !strcmp(campaign.state, "draft") || !strcmp(campaign.state, "ready");
    if ((may && !generation_estimate(pg->ctx, id, &estimate)) ||
        (campaign.run_id && (!pipeline_run_get(pg->ctx, campaign.run_id, &run) ||
                             !pipeline_run_troubles(pg->ctx, campaign.run_id, &troubles, &n))))
        return false;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "campaign", id);
    jsn_set_text(object, "state", campaign.state);
    jsn_set(object, "estimate", may ? estimate_json(arena, &estimate) : NULL);
    jsn_set(object, "run", campaign.run_id ? api_run_json(arena, &run) : NULL);
    jsn_set(object, "troubles", troubles_json(arena, troubles, n));
    jsn_set(object, "retried", retried);
    return api_json_reply(pg, API_OK, object);
}

bool
api_generation_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return show(pg, sent->id, NULL);
}

bool
api_generation_act(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct act in;
    int64_t n = 0;
    if (!api_campaign_there(pg, sent->id) ||
        !api_body_read(pg, sent->body, &api_generation_act_input, &in))
        return false;
    if (!strcmp(sent->act, "retry"))
        return generation_retry(pg->ctx, sent->id, in.cause, &n) &&
               show(pg, sent->id, jsn_int(pg->ctx->arena, n));
    bool ok = !strcmp(sent->act, "start")    ? generation_start(pg->ctx, sent->id, &n)
              : !strcmp(sent->act, "pause")  ? generation_pause(pg->ctx, sent->id)
              : !strcmp(sent->act, "resume") ? generation_resume(pg->ctx, sent->id)
                                             : generation_cancel(pg->ctx, sent->id);
    return ok && show(pg, sent->id, NULL);
}

/* What would be written to somebody, without writing it. */
bool
api_preview_page(struct page *pg)
{
    const struct preview_sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct letter_brief brief;
    struct letter_preview *rows;
    struct jsn *items = jsn_array(arena);
    size_t n;
    if (!letter_brief_read(pg->ctx, sent->id, &brief) ||
        !letter_preview(pg->ctx, &brief, sent->contact, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena), *claims = NULL;
        const char *text = rows[i].written ? message_claims(arena, &rows[i].letter) : "[]";
        if (!jsn_read(pg->ctx, arena, text, strlen(text), &claims))
            return false;
        jsn_set_int(one, "step_id", rows[i].step->step_id);
        jsn_set_text(one, "step", rows[i].step->label);
        jsn_set_text(one, "channel", rows[i].step->channel);
        jsn_set_int(one, "variant", rows[i].variant);
        jsn_set_text(one, "language", rows[i].language);
        jsn_set_text(one, "tone", rows[i].tone);
        jsn_set_text(one, "formality", rows[i].formality);
        jsn_set_bool(one, "written", rows[i].written);
        jsn_set_text(one, "subject", rows[i].written ? rows[i].letter.subject : NULL);
        jsn_set_text(one, "body", rows[i].written ? rows[i].letter.body : NULL);
        jsn_set(one, "claims", claims);
        jsn_add(items, one);
    }
    return api_json_items(pg, items);
}

static bool
show_insights(struct page *pg, int64_t id)
{
    struct arena *arena = pg->ctx->arena;
    struct insight *rows;
    struct feedback_sum *sums;
    size_t n, n_sums;
    int64_t actions;
    if (!insight_list(pg->ctx, id, &rows, &n, &actions) ||
        !feedback_sums(pg->ctx, id, &sums, &n_sums))
        return false;
    struct jsn *object = jsn_object(arena), *list = jsn_array(arena), *feedback = jsn_array(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "code", rows[i].code);
        jsn_set_text(one, "title", rows[i].title);
        jsn_set_text(one, "change", rows[i].change);
        jsn_set_text(one, "action", rows[i].action);
        jsn_set_text(one, "by", rows[i].who);
        api_json_when(arena, one, "decided_at", rows[i].decided_ms);
        jsn_add(list, one);
    }
    for (size_t i = 0; i < n_sums; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "action", sums[i].action);
        jsn_set_text(one, "reason", *sums[i].reason ? sums[i].reason : NULL);
        api_json_id(arena, one, "step", sums[i].step_id);
        jsn_set_int(one, "count", sums[i].n);
        jsn_add(feedback, one);
    }
    jsn_set_int(object, "actions", actions);
    jsn_set(object, "insights", list);
    jsn_set(object, "feedback", feedback);
    return api_json_reply(pg, API_OK, object);
}

bool
api_insight_list(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return api_campaign_there(pg, sent->id) && show_insights(pg, sent->id);
}

bool
api_insight_act(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct deciding in;
    if (!api_campaign_there(pg, sent->id) ||
        !api_body_read(pg, sent->body, &api_insight_act_input, &in))
        return false;
    bool ok = !strcmp(sent->act, "apply")  ? insight_apply(pg->ctx, sent->id, in.code)
              : !strcmp(sent->act, "undo") ? insight_undo(pg->ctx, sent->id, in.code)
                                           : insight_dismiss(pg->ctx, sent->id, in.code);
    return ok && show_insights(pg, sent->id);
}
