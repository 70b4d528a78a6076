/* /api/v1/{tenant}/campaigns/{id}/steps: the steps of a campaign: read, added, changed, moved, taken away,
 * or all replaced, by others or by those of a template. The rules are those of campaign_step.h. */
#include <string.h>

#include "domain/sequence/campaign_example.h"
#include "domain/sequence/campaign_template.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum {
    BODY_MOST = 1024 * 1024,
    WORD_MOST = 20,
    KEY_MOST = 40,
    NUMBER_MOST = 1000000,
    LONG_MOST = 20000
};

struct step_sent {
    int64_t id, step;
    struct span body;
};
static const struct param all_items[] = {PARAM_ID(struct step_sent, id),
                                         PARAM_BODY(struct step_sent, body, BODY_MOST)};
static const struct param one_items[] = {PARAM_ID(struct step_sent, id),
                                         PARAM_ID(struct step_sent, step)};
static const struct param body_items[] = {PARAM_ID(struct step_sent, id),
                                          PARAM_ID(struct step_sent, step),
                                          PARAM_BODY(struct step_sent, body, BODY_MOST)};
const struct params api_steps_body_params = PARAMS(struct step_sent, all_items);
const struct params api_step_params = PARAMS(struct step_sent, one_items);
const struct params api_step_body_params = PARAMS(struct step_sent, body_items);

static const struct param example_items[] = {
    PARAM_LONG(struct campaign_example, body, LONG_MOST, OPTIONAL),
    PARAM_TEXT(struct campaign_example, note, LONG_MOST, OPTIONAL),
};
const struct params api_example_input = PARAMS(struct campaign_example, example_items);

static const char *const example_schema[] = {"StepExample", NULL};
static const char *const step_schema[] = {"StepInput", NULL};

/* A step as it is sent. */
struct form {
    struct campaign_step step;
    struct span examples;
};
#define STEP(key, member, kind, low, high)                                                         \
    {                                                                                              \
        .name = (key), .type = (kind), .offset = offsetof(struct form, step.member), .min = (low), \
        .max = (high), .presence = OPTIONAL                                                        \
    }
#define STEP_ITEMS                                                                                 \
    STEP("channel", channel, PARAM_TYPE_TEXT, 0, WORD_MOST),                                       \
        STEP("label", label, PARAM_TYPE_TEXT, 0, 1000),                                            \
        STEP("condition", condition, PARAM_TYPE_TEXT, 0, WORD_MOST),                               \
        STEP("day", day_offset, PARAM_TYPE_I64, 0, NUMBER_MOST),                                   \
        STEP("max_length", max_length, PARAM_TYPE_I64, 0, NUMBER_MOST),                            \
        STEP("variants", variants, PARAM_TYPE_I64, 1, NUMBER_MOST),                                \
        STEP("tone", tone, PARAM_TYPE_TEXT, 0, WORD_MOST),                                         \
        STEP("formality", formality, PARAM_TYPE_TEXT, 0, WORD_MOST),                               \
        STEP("language", language, PARAM_TYPE_TEXT, 0, WORD_MOST),                                 \
        STEP("instructions", instructions, PARAM_TYPE_LONG, 0, LONG_MOST),                         \
        STEP("pdf_template_id", pdf_template_id, PARAM_TYPE_ID, 1, INT64_MAX),                     \
        STEP("on", is_on, PARAM_TYPE_FLAG, 0, 0),                                                  \
        API_OBJECTS(struct form, examples, CAMPAIGN_EXAMPLES_MOST, OPTIONAL, example_schema)
static const struct param step_items[] = {STEP_ITEMS};
static const struct param add_items[] = {
    STEP_ITEMS, STEP("position", position, PARAM_TYPE_I64, 0, CAMPAIGN_STEPS_MOST)};
const struct params api_step_input = PARAMS(struct form, step_items);
const struct params api_step_add_input = PARAMS(struct form, add_items);

struct all {
    struct span steps;
};
static const struct param replace_items[] = {
    API_OBJECTS(struct all, steps, CAMPAIGN_STEPS_MOST, REQUIRED, step_schema)};
const struct params api_steps_input = PARAMS(struct all, replace_items);

struct moving {
    int64_t position;
};
static const struct param move_items[] = {
    PARAM_I64(struct moving, position, 1, CAMPAIGN_STEPS_MOST, REQUIRED)};
const struct params api_step_move_input = PARAMS(struct moving, move_items);

struct loading {
    const char *template;
};
static const struct param load_items[] = {PARAM_TEXT(struct loading, template, KEY_MOST, REQUIRED)};
const struct params api_step_load_input = PARAMS(struct loading, load_items);

static bool
examples_json(struct page *pg, const char *stored, struct jsn **out)
{
    struct campaign_example *examples;
    size_t n;
    *out = jsn_array(pg->ctx->arena);
    if (!campaign_examples_read(pg->ctx, stored ? stored : "[]", &examples, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *object = jsn_object(pg->ctx->arena);
        jsn_set_text(object, "body", examples[i].body);
        jsn_set_text(object, "note", examples[i].note);
        jsn_add(*out, object);
    }
    return true;
}

bool
api_step_json(struct page *pg, const struct campaign_step *step, bool own, struct jsn **out)
{
    struct jsn *object = jsn_object(pg->ctx->arena), *examples;
    if (!examples_json(pg, step->examples, &examples))
        return false;
    if (own) {
        jsn_set_int(object, "id", step->step_id);
        jsn_set_int(object, "messages", step->messages);
    }
    jsn_set_int(object, "position", step->position);
    jsn_set_text(object, "channel", step->channel);
    jsn_set_text(object, "label", step->label);
    jsn_set_int(object, "day", step->day_offset);
    jsn_set_text(object, "condition", step->condition);
    jsn_set_int(object, "max_length", step->max_length);
    jsn_set_int(object, "variants", step->variants);
    jsn_set_text(object, "tone", step->tone);
    jsn_set_text(object, "formality", step->formality);
    jsn_set_text(object, "language", step->language);
    jsn_set_text(object, "instructions", step->instructions);
    api_json_id(pg->ctx->arena, object, "pdf_template_id", step->pdf_template_id);
    jsn_set_bool(object, "on", step->is_on);
    jsn_set(object, "examples", examples);
    *out = object;
    return true;
}

bool
api_step_all(struct page *pg, int64_t campaign_id, struct jsn **out)
{
    struct campaign_step *steps;
    size_t n;
    if (!campaign_steps(pg->ctx, campaign_id, &steps, &n))
        return false;
    *out = jsn_array(pg->ctx->arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *step;
        if (!api_step_json(pg, &steps[i], true, &step))
            return false;
        jsn_add(*out, step);
    }
    return true;
}

static bool
show_all(struct page *pg, int64_t id)
{
    struct jsn *items;
    return api_step_all(pg, id, &items) && api_json_items(pg, items);
}

static bool
show_one(struct page *pg, int64_t id, int64_t step_id, int status)
{
    struct campaign_step step;
    struct jsn *object;
    return campaign_step_get(pg->ctx, id, step_id, &step) &&
           api_step_json(pg, &step, true, &object) && api_json_reply(pg, status, object);
}

/* What was sent over `form->step`; examples that were not sent stay. */
static bool
read_step(struct page *pg, const char *prefix, const struct jsn *object,
          const struct params *params, struct form *form)
{
    struct campaign_example examples[CAMPAIGN_EXAMPLES_MOST];
    if (!api_body_patch(pg, prefix, object, params, form))
        return false;
    const struct jsn *sent = jsn_get(object, "examples");
    size_t n = jsn_length(sent);
    if (!api_body_has(object, "examples"))
        return true;
    for (size_t i = 0; i < n; i++)
        if (!api_body_take(pg, arena_printf(pg->ctx->arena, "%sexamples.%zu.", prefix, i),
                           jsn_at(sent, i), &api_example_input, &examples[i]))
            return false;
    return campaign_examples_write(pg->ctx, examples, n, &form->step.examples);
}

bool
api_step_list(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return api_campaign_there(pg, sent->id) && show_all(pg, sent->id);
}

bool
api_step_page(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    return show_one(pg, sent->id, sent->step, API_OK);
}

/* A step of that channel as the form of a new one begins. */
static bool
suggest(struct page *pg, int64_t id, const char *channel, struct campaign_step *out)
{
    struct campaign_step *steps;
    size_t n;
    if (!campaign_channel_of(channel))
        return err_field(pg->ctx, ERR_INPUT, "channel", "Choose one of the channels.");
    if (!campaign_steps(pg->ctx, id, &steps, &n))
        return false;
    campaign_step_suggest(steps, n, channel, out);
    return true;
}

bool
api_step_add(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    struct form form = {0}, wanted;
    struct jsn *object = NULL;
    int64_t step_id;
    if (!api_campaign_there(pg, sent->id) || !api_body_object(pg, sent->body, &object) ||
        !api_body_take(pg, "", object, &api_step_add_input, &wanted) ||
        !suggest(pg, sent->id, wanted.step.channel, &form.step))
        return false;
    form.step.position = 0;
    return read_step(pg, "", object, &api_step_add_input, &form) &&
           api_body_named(pg, campaign_step_add(pg->ctx, sent->id, &form.step, &step_id),
                          "day_offset", "day") &&
           show_one(pg, sent->id, step_id, API_CREATED);
}

bool
api_step_change(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    struct form form = {0};
    struct jsn *object = NULL;
    return campaign_step_get(pg->ctx, sent->id, sent->step, &form.step) &&
           api_body_object(pg, sent->body, &object) &&
           read_step(pg, "", object, &api_step_input, &form) &&
           api_body_named(pg, campaign_step_edit(pg->ctx, sent->id, sent->step, &form.step),
                          "day_offset", "day") &&
           show_one(pg, sent->id, sent->step, API_OK);
}

bool
api_step_remove(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    return campaign_step_remove(pg->ctx, sent->id, sent->step) && api_json_gone(pg, sent->step);
}

bool
api_step_move(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    struct campaign_step step;
    struct moving in;
    return campaign_step_get(pg->ctx, sent->id, sent->step, &step) &&
           api_body_read(pg, sent->body, &api_step_move_input, &in) &&
           campaign_step_move(pg->ctx, sent->id, sent->step, in.position) && show_all(pg, sent->id);
}

bool
api_step_replace(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    struct campaign_step steps[CAMPAIGN_STEPS_MOST];
    struct jsn *object = NULL;
    struct all in;
    if (!api_campaign_there(pg, sent->id) || !api_body_object(pg, sent->body, &object) ||
        !api_body_take(pg, "", object, &api_steps_input, &in))
        return false;
    const struct jsn *list = jsn_get(object, "steps");
    size_t n = jsn_length(list);
    if (!list)
        return err_field(pg->ctx, ERR_INPUT, "steps", "Send the steps.");
    for (size_t i = 0; i < n; i++) {
        struct form form = {
            .step = {.channel = "", .variants = 1, .is_on = true, .examples = "[]"}
        };
        if (!read_step(pg, arena_printf(pg->ctx->arena, "steps.%zu.", i), jsn_at(list, i),
                       &api_step_input, &form))
            return false;
        steps[i] = form.step;
    }
    return api_body_named(pg, campaign_steps_replace(pg->ctx, sent->id, steps, n), "day_offset",
                          "day") &&
           show_all(pg, sent->id);
}

bool
api_step_load(struct page *pg)
{
    const struct step_sent *sent = pg->params;
    struct campaign_template of;
    struct loading in;
    return api_campaign_there(pg, sent->id) &&
           api_body_read(pg, sent->body, &api_step_load_input, &in) &&
           campaign_template_load(pg->ctx, sent->id, in.template, &of) && show_all(pg, sent->id);
}
