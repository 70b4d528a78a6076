/* /api/v1/{tenant}/campaigns/{id}/people: the people of a campaign and how ready they are; left out, taken
 * out, put back; added by ids or by the filter of a list, at once or after a look at whom it would bring
 * (…/addings). The rules are those of campaign_person.h and campaign_adding.h. */
#include <string.h>

#include "domain/audience/campaign_adding.h"
#include "domain/audience/campaign_person.h"
#include "domain/audience/campaign_ready.h"
#include "domain/record/record_code.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum {
    LIMIT = 50,
    LIMIT_MOST = 200,
    SEARCH_MOST = 100,
    PLACE_MOST = 600,
    FILTER_MOST = 8000,
    BODY_MOST = 256 * 1024
};

static const char *const states[] = {"waiting", "written", "failed", "excluded", NULL};
static const char *const acts[] = {"exclude", "remove", "back", NULL};
static const char *const adding_acts[] = {"confirm", "cancel", "undo", NULL};
static const char *const entities[] = {"contact", "company", NULL};

struct list_sent {
    int64_t id, conflict, limit;
    const char *state, *ready, *q, *after;
};
static const struct param list_items[] = {
    PARAM_ID(struct list_sent, id),
    PARAM_CHOICE(struct list_sent, state, states, OPTIONAL),
    PARAM_CHOICE(struct list_sent, ready, campaign_ready_names, OPTIONAL),
    PARAM_ID_OR_NONE(struct list_sent, conflict),
    PARAM_TEXT(struct list_sent, q, SEARCH_MOST, OPTIONAL),
    PARAM_TEXT(struct list_sent, after, PLACE_MOST, OPTIONAL),
    PARAM_I64(struct list_sent, limit, 1, LIMIT_MOST, OPTIONAL),
};
const struct params api_people_params = PARAMS(struct list_sent, list_items);

struct act_sent {
    int64_t id, adding;
    const char *act;
    struct span body;
};
static const struct param many_items[] = {PARAM_ID(struct act_sent, id),
                                          PARAM_BODY(struct act_sent, body, BODY_MOST)};
static const struct param act_path_items[] = {
    PARAM_ID(struct act_sent, id),
    PARAM_CHOICE(struct act_sent, act, acts, REQUIRED),
    PARAM_BODY(struct act_sent, body, BODY_MOST),
};
static const struct param adding_items[] = {PARAM_ID(struct act_sent, id),
                                            PARAM_ID(struct act_sent, adding)};
static const struct param adding_act_items[] = {
    PARAM_ID(struct act_sent, id),
    PARAM_ID(struct act_sent, adding),
    PARAM_CHOICE(struct act_sent, act, adding_acts, REQUIRED),
    PARAM_BODY(struct act_sent, body, BODY_MOST),
};
const struct params api_people_body_params = PARAMS(struct act_sent, many_items);
const struct params api_people_act_params = PARAMS(struct act_sent, act_path_items);
const struct params api_adding_params = PARAMS(struct act_sent, adding_items);
const struct params api_adding_act_params = PARAMS(struct act_sent, adding_act_items);

/* Whom: ids, or all that a filter leaves. */
struct choice {
    const char *entity, *filter;
    struct param_texts ids;
    bool skip_busy;
};
#define CHOICE_ITEMS                                                                               \
    PARAM_CHOICE(struct choice, entity, entities, OPTIONAL),                                       \
        PARAM_TEXT(struct choice, filter, FILTER_MOST, OPTIONAL),                                  \
        PARAM_ITEM(struct choice, ids, PARAM_TYPE_TEXTS, struct param_texts : 0, 1,                \
                   CAMPAIGN_ADDING_CHOSEN, OPTIONAL, NULL)
static const struct param ask_items[] = {CHOICE_ITEMS};
static const struct param add_items[] = {CHOICE_ITEMS, PARAM_FLAG(struct choice, skip_busy)};
const struct params api_adding_ask_input = PARAMS(struct choice, ask_items);
const struct params api_people_add_input = PARAMS(struct choice, add_items);

struct confirm {
    int64_t expected;
    bool skip_busy;
};
static const struct param confirm_items[] = {
    PARAM_I64(struct confirm, expected, 0, CAMPAIGN_ADDING_MOST, OPTIONAL),
    PARAM_FLAG(struct confirm, skip_busy),
};
const struct params api_adding_act_input = PARAMS(struct confirm, confirm_items);

struct act {
    struct param_texts ids;
    const char *reason;
};
static const struct param act_items[] = {
    API_IDS(struct act, ids, CAMPAIGN_PERSON_CHOSEN),
    PARAM_TEXT(struct act, reason, CAMPAIGN_PERSON_REASON, OPTIONAL),
};
const struct params api_people_act_input = PARAMS(struct act, act_items);

struct disqualifying {
    const char *reason;
};
static const struct param disqualify_items[] = {
    PARAM_TEXT(struct disqualifying, reason, CAMPAIGN_PERSON_REASON, REQUIRED)};
const struct params api_disqualify_input = PARAMS(struct disqualifying, disqualify_items);

static const char *
name_of(const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->name : NULL;
}

static struct jsn *
person_json(struct arena *arena, const struct campaign_person *person)
{
    struct jsn *object = jsn_object(arena);
    const char *of = person->of_company ? person->of_company : "";
    const char *own = person->of_person ? person->of_person : "";
    jsn_set_int(object, "contact", person->contact_id);
    jsn_set_text(object, "name", person->name);
    jsn_set_text(object, "title", person->title);
    jsn_set_text(object, "email", person->email);
    jsn_set_text(object, "email_state", name_of(&record_email_states, person->email_state));
    jsn_set_bool(object, "linkedin", person->linkedin);
    api_json_id(arena, object, "company", person->company_id);
    jsn_set_text(object, "company_name", person->company);
    jsn_set(object, "score", person->scored ? jsn_int(arena, person->score) : NULL);
    jsn_set_text(object, "tier", name_of(&record_tiers, person->tier));
    jsn_set_text(object, "state", person->state);
    jsn_set_text(object, "reason", person->reason);
    jsn_set_text(object, "not_before", person->not_before);
    jsn_set(object, "skip_channels", api_json_names(arena, person->skip_channels));
    jsn_set_text(object, "ready", person->ready ? campaign_ready_names[person->ready - 1] : NULL);
    jsn_set(object, "missing",
            api_json_names(arena, arena_printf(arena, "%s%s%s", of, *of && *own ? "," : "", own)));
    return object;
}

bool
api_people_list(struct page *pg)
{
    const struct list_sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct campaign_person *rows;
    size_t n, most = sent->limit ? (size_t)sent->limit : LIMIT;
    struct campaign_person_wish wish = {.state = sent->state,
                                        .ready = campaign_ready_of(sent->ready),
                                        .conflict = sent->conflict,
                                        .search = sent->q,
                                        .most = (int64_t)most + 1};
    campaign_person_after(sent->after, &wish);
    if (!api_campaign_there(pg, sent->id) ||
        (sent->conflict && !api_conflict_there(pg, sent->id, sent->conflict)) ||
        !campaign_person_list(pg->ctx, sent->id, &wish, &rows, &n))
        return false;
    struct jsn *items = jsn_array(arena), *object = jsn_object(arena);
    for (size_t i = 0; i < n && i < most; i++)
        jsn_add(items, person_json(arena, &rows[i]));
    jsn_set(object, "items", items);
    jsn_set_text(object, "after", n > most ? campaign_person_place(arena, &rows[most - 1]) : NULL);
    return api_json_reply(pg, API_OK, object);
}

/* What was sent as a choice of the domain. */
static bool
read_choice(struct page *pg, struct span body, const struct params *params, struct choice *in,
            struct campaign_adding_choice *out)
{
    if (!api_body_read(pg, body, params, in))
        return false;
    if (in->ids.count && *in->filter)
        return err_field(pg->ctx, ERR_INPUT, "ids", "Send ids or a filter, not both.");
    if (!in->ids.count && !*in->filter)
        return err_field(pg->ctx, ERR_INPUT, "ids", "Send ids or a filter.");
    *out = (struct campaign_adding_choice){
        .entity = !strcmp(in->entity, "company") ? RECORD_COMPANY : RECORD_CONTACT,
        .filter = in->filter,
        .ids = in->ids.count ? api_body_ids(pg->ctx->arena, &in->ids) : NULL,
        .n_ids = in->ids.count,
        .how = "api"};
    return true;
}

static struct jsn *
preview_json(struct arena *arena, const struct campaign_adding_preview *preview)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "chosen", preview->chosen);
    jsn_set_int(object, "fit", preview->fit);
    jsn_set_int(object, "busy", preview->busy);
    jsn_set_int(object, "already", preview->already);
    jsn_set_int(object, "gone", preview->gone);
    jsn_set_int(object, "suppressed", preview->suppressed);
    jsn_set_int(object, "disqualified", preview->disqualified);
    jsn_set_int(object, "company_disqualified", preview->company);
    jsn_set_int(object, "left_out_by_triage", preview->triage);
    jsn_set_int(object, "duplicate", preview->duplicate);
    return object;
}

bool
api_people_add(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct campaign_adding_choice choice;
    struct campaign_adding_preview preview;
    struct choice in;
    int64_t job_id;
    if (!api_campaign_there(pg, sent->id) ||
        !read_choice(pg, sent->body, &api_people_add_input, &in, &choice) ||
        !campaign_adding_now(pg->ctx, sent->id, &choice, in.skip_busy, &preview, &job_id))
        return false;
    struct jsn *object = jsn_object(pg->ctx->arena);
    jsn_set(object, "preview", preview_json(pg->ctx->arena, &preview));
    api_json_id(pg->ctx->arena, object, "job", job_id);
    return api_json_reply(pg, API_OK, object);
}

/* One of this campaign. */
static bool
get_adding(struct page *pg, struct campaign_adding *out)
{
    const struct act_sent *sent = pg->params;
    if (!api_campaign_there(pg, sent->id) || !campaign_adding_get(pg->ctx, sent->adding, out))
        return false;
    return out->campaign_id == sent->id ||
           err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such question here.");
}

static bool
show_adding(struct page *pg, int64_t adding_id, int status)
{
    struct arena *arena = pg->ctx->arena;
    struct campaign_adding adding;
    struct campaign_adding_preview preview;
    if (!campaign_adding_get(pg->ctx, adding_id, &adding))
        return false;
    bool asked = !strcmp(adding.state, "asked");
    if (asked && !campaign_adding_preview(pg->ctx, adding_id, &preview))
        return false;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", adding.adding_id);
    jsn_set_int(object, "campaign", adding.campaign_id);
    jsn_set_text(object, "state", adding.state);
    jsn_set_text(object, "error", adding.error);
    jsn_set_int(object, "total", adding.total);
    jsn_set_int(object, "done", adding.done);
    jsn_set_int(object, "added", adding.added);
    api_json_id(arena, object, "job", adding.job_id);
    jsn_set(object, "preview", asked ? preview_json(arena, &preview) : NULL);
    return api_json_reply(pg, status, object);
}

bool
api_adding_ask(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct campaign_adding_choice choice;
    struct choice in;
    int64_t adding_id;
    return api_campaign_there(pg, sent->id) &&
           read_choice(pg, sent->body, &api_adding_ask_input, &in, &choice) &&
           campaign_adding_ask(pg->ctx, sent->id, &choice, &adding_id) &&
           show_adding(pg, adding_id, API_CREATED);
}

bool
api_adding_page(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct campaign_adding adding;
    return get_adding(pg, &adding) && show_adding(pg, sent->adding, API_OK);
}

bool
api_adding_act(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct campaign_adding adding;
    struct confirm in;
    int64_t n;
    if (!get_adding(pg, &adding) || !api_body_read(pg, sent->body, &api_adding_act_input, &in))
        return false;
    if (!strcmp(sent->act, "undo"))
        return campaign_adding_undo(pg->ctx, sent->adding, &n) &&
               show_adding(pg, sent->adding, API_OK);
    if (!strcmp(sent->act, "confirm"))
        return campaign_adding_confirm(pg->ctx, sent->adding, in.skip_busy, in.expected) &&
               show_adding(pg, sent->adding, API_OK);
    if (!campaign_adding_cancel(pg->ctx, sent->adding))
        return false;
    return strcmp(adding.state, "asked") != 0 ? show_adding(pg, sent->adding, API_OK)
                                              : api_json_gone(pg, sent->adding);
}

bool
api_people_act(struct page *pg)
{
    const struct act_sent *sent = pg->params;
    struct act in;
    int64_t n;
    if (!api_campaign_there(pg, sent->id) ||
        !api_body_read(pg, sent->body, &api_people_act_input, &in))
        return false;
    const int64_t *ids = api_body_ids(pg->ctx->arena, &in.ids);
    if (!strcmp(sent->act, "exclude")) {
        if (!campaign_person_exclude(pg->ctx, sent->id, ids, in.ids.count, in.reason, &n))
            return false;
    } else if (!strcmp(sent->act, "remove")) {
        if (!campaign_person_remove(pg->ctx, sent->id, ids, in.ids.count, &n))
            return false;
    } else if (!campaign_person_back(pg->ctx, sent->id, ids, in.ids.count, NULL, &n)) {
        return false;
    }
    struct jsn *object = jsn_object(pg->ctx->arena);
    jsn_set_int(object, "people", n);
    return api_json_reply(pg, API_OK, object);
}

/* Everywhere: the status of the contact, and every campaign that is not over. */
bool
api_contact_disqualify(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct record record;
    struct disqualifying in;
    return record_get(pg->ctx, RECORD_CONTACT, sent->id, &record) &&
           api_body_read(pg, sent->body, &api_disqualify_input, &in) &&
           campaign_person_disqualify(pg->ctx, sent->id, in.reason) &&
           record_get(pg->ctx, RECORD_CONTACT, sent->id, &record) &&
           api_json_reply(pg, API_OK, api_json_record(pg->ctx->arena, &record));
}
