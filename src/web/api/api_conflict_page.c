/* /api/v1/{tenant}/campaigns/{id}/readiness, /checks and /conflicts: how ready the people are and what
 * research would cost; checks for conflicts, what they found, and deciding on it. The rules are those of
 * campaign_ready.h, campaign_check.h and campaign_conflict.h. */
#include <string.h>

#include "domain/audience/campaign_check.h"
#include "domain/audience/campaign_conflict.h"
#include "domain/audience/campaign_ready.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { CHECKS_MOST = 50, BODY_MOST = 64 * 1024 };

static const char *const acts[] = {"fix", "accept", "undo", NULL};

struct sent {
    int64_t id, check, conflict;
    const char *act;
    struct span body;
};
static const struct param check_items[] = {PARAM_ID(struct sent, id), PARAM_ID(struct sent, check)};
static const struct param act_path_items[] = {
    PARAM_ID(struct sent, id),
    PARAM_ID(struct sent, conflict),
    PARAM_CHOICE(struct sent, act, acts, REQUIRED),
    PARAM_BODY(struct sent, body, BODY_MOST),
};
const struct params api_check_params = PARAMS(struct sent, check_items);
const struct params api_conflict_act_params = PARAMS(struct sent, act_path_items);

struct deciding {
    const char *reason;
};
static const struct param act_items[] = {
    PARAM_TEXT(struct deciding, reason, CAMPAIGN_CONFLICT_REASON, OPTIONAL)};
const struct params api_conflict_act_input = PARAMS(struct deciding, act_items);

bool
api_conflict_there(struct page *pg, int64_t campaign_id, int64_t conflict_id)
{
    struct campaign_conflict conflict;
    if (!campaign_conflict_get(pg->ctx, conflict_id, &conflict))
        return false;
    return conflict.campaign_id == campaign_id ||
           err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such conflict here.");
}

static struct jsn *
research_json(struct arena *arena, const struct pipeline_cost *cost, size_t people)
{
    struct jsn *object = jsn_object(arena), *all = jsn_array(arena);
    jsn_set_int(object, "people", (int64_t)people);
    jsn_set_int(object, "cost_micros", cost->cost_micros);
    for (size_t i = 0; i < cost->n_stages; i++) {
        struct jsn *stage = jsn_object(arena);
        jsn_set_text(stage, "stage", cost->stages[i].stage->name);
        jsn_set_int(stage, "records", cost->stages[i].records);
        jsn_set_int(stage, "kept", cost->stages[i].kept);
        jsn_set_int(stage, "cost_micros", cost->stages[i].cost_micros);
        jsn_add(all, stage);
    }
    jsn_set(object, "stages", all);
    return object;
}

bool
api_readiness_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct campaign_readiness sums;
    struct pipeline_cost cost;
    size_t people = 0;
    if (!api_campaign_there(pg, sent->id) || !campaign_ready_sums(pg->ctx, sent->id, &sums) ||
        (sums.missing && !campaign_ready_estimate(pg->ctx, sent->id, &cost, &people)))
        return false;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "people", sums.people);
    jsn_set_int(object, "ready", sums.ready);
    jsn_set_int(object, "missing", sums.missing);
    jsn_set_int(object, "no_way", sums.no_way);
    jsn_set(object, "research", people ? research_json(arena, &cost, people) : NULL);
    return api_json_reply(pg, API_OK, object);
}

bool
api_research_start(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct pipeline_run run;
    int64_t run_id;
    if (!api_campaign_there(pg, sent->id) || !api_body_nothing(pg, sent->body) ||
        !campaign_ready_research(pg->ctx, sent->id, &run_id) ||
        !pipeline_run_get(pg->ctx, run_id, &run))
        return false;
    return api_json_reply(pg, API_CREATED, api_run_json(pg->ctx->arena, &run));
}

static struct jsn *
check_json(struct arena *arena, const struct campaign_check *check)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", check->check_id);
    jsn_set_int(object, "campaign", check->campaign_id);
    jsn_set_int(object, "people", check->people);
    jsn_set_bool(object, "finished", check->finished);
    api_json_id(arena, object, "job", check->job_id);
    jsn_set_int(object, "found", check->found);
    jsn_set_int(object, "blocking", check->blocking);
    jsn_set_int(object, "undecided", check->undecided);
    jsn_set_text(object, "by", check->who);
    api_json_when(arena, object, "checked_at", check->checked_ms);
    return object;
}

static struct jsn *
conflict_json(struct arena *arena, const struct campaign_conflict *conflict)
{
    static const char *const severities[] = {
        [CAMPAIGN_INFO] = "info", [CAMPAIGN_WARNING] = "warning", [CAMPAIGN_BLOCKS] = "blocks"};
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", conflict->conflict_id);
    jsn_set_int(object, "check", conflict->check_id);
    jsn_set_text(object, "kind", conflict->kind);
    jsn_set_text(object, "severity", severities[conflict->severity]);
    jsn_set_text(object, "title", conflict->title);
    jsn_set_text(object, "detail", conflict->detail);
    jsn_set_int(object, "people", conflict->people);
    api_json_id(arena, object, "step", conflict->step_id);
    jsn_set_text(object, "fix", conflict->fix);
    jsn_set_text(object, "fix_label", campaign_conflict_fix_label(arena, conflict));
    jsn_set_text(object, "state", conflict->state);
    jsn_set_text(object, "reason", conflict->accepted_reason);
    jsn_set_text(object, "by", conflict->who);
    api_json_when(arena, object, "decided_at", conflict->decided_ms);
    return object;
}

/* A check of this campaign with what it found. */
static bool
show_check(struct page *pg, int64_t campaign_id, int64_t check_id, int status)
{
    struct campaign_check check;
    struct campaign_conflict *rows;
    size_t n;
    if (!campaign_check_get(pg->ctx, check_id, &check))
        return false;
    if (check.campaign_id != campaign_id)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such check of this campaign.");
    if (!campaign_conflict_list(pg->ctx, check_id, &rows, &n))
        return false;
    struct jsn *object = check_json(pg->ctx->arena, &check), *list = jsn_array(pg->ctx->arena);
    for (size_t i = 0; i < n; i++)
        jsn_add(list, conflict_json(pg->ctx->arena, &rows[i]));
    jsn_set(object, "conflicts", list);
    return api_json_reply(pg, status, object);
}

bool
api_check_list(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct campaign_check *rows;
    struct jsn *items = jsn_array(pg->ctx->arena);
    size_t n;
    if (!api_campaign_there(pg, sent->id) ||
        !campaign_check_list(pg->ctx, sent->id, CHECKS_MOST, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        jsn_add(items, check_json(pg->ctx->arena, &rows[i]));
    return api_json_items(pg, items);
}

bool
api_check_start(struct page *pg)
{
    const struct api_one *sent = pg->params;
    int64_t check_id, job_id;
    return api_campaign_there(pg, sent->id) && api_body_nothing(pg, sent->body) &&
           campaign_check_start(pg->ctx, sent->id, &check_id, &job_id) &&
           show_check(pg, sent->id, check_id, API_CREATED);
}

bool
api_check_page(struct page *pg)
{
    const struct sent *sent = pg->params;
    return show_check(pg, sent->id, sent->check, API_OK);
}

bool
api_conflict_act(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct campaign_conflict conflict;
    struct deciding in;
    if (!api_conflict_there(pg, sent->id, sent->conflict) ||
        !api_body_read(pg, sent->body, &api_conflict_act_input, &in))
        return false;
    bool ok = !strcmp(sent->act, "fix") ? campaign_conflict_fix(pg->ctx, sent->conflict)
              : !strcmp(sent->act, "accept")
                  ? campaign_conflict_accept(pg->ctx, sent->conflict, in.reason)
                  : campaign_conflict_undo(pg->ctx, sent->conflict);
    return ok && campaign_conflict_get(pg->ctx, sent->conflict, &conflict) &&
           api_json_reply(pg, API_OK, conflict_json(pg->ctx->arena, &conflict));
}
