/* /api/v1/{tenant}/campaigns/templates: the presets of the system and the library of the workspace: read,
 * renamed, deleted; /campaigns/{id}/template keeps a campaign's steps and voice as a template. The rules
 * are those of campaign_template.h. */
#include <stdlib.h>

#include "domain/sequence/campaign_template.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { KEY_MOST = 40, BODY_MOST = 64 * 1024 };

struct key_sent {
    const char *key;
    struct span body;
};
static const struct param key_items[] = {PARAM_TEXT(struct key_sent, key, KEY_MOST, REQUIRED)};
static const struct param key_body_items[] = {
    PARAM_TEXT(struct key_sent, key, KEY_MOST, REQUIRED),
    PARAM_BODY(struct key_sent, body, BODY_MOST),
};
const struct params api_template_params = PARAMS(struct key_sent, key_items);
const struct params api_template_body_params = PARAMS(struct key_sent, key_body_items);

struct form {
    const char *name, *description;
    bool replace;
};
static const struct param rename_items[] = {
    PARAM_TEXT(struct form, name, CAMPAIGN_TEMPLATE_NAME_MOST, OPTIONAL),
    PARAM_LONG(struct form, description, CAMPAIGN_TEMPLATE_DESCRIPTION_MOST, OPTIONAL),
};
static const struct param save_items[] = {
    PARAM_TEXT(struct form, name, CAMPAIGN_TEMPLATE_NAME_MOST, REQUIRED),
    PARAM_LONG(struct form, description, CAMPAIGN_TEMPLATE_DESCRIPTION_MOST, OPTIONAL),
    PARAM_FLAG(struct form, replace),
};
const struct params api_template_change_input = PARAMS(struct form, rename_items);
const struct params api_template_save_input = PARAMS(struct form, save_items);

static bool
template_json(struct page *pg, const struct campaign_template *of, struct jsn **out)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *object = jsn_object(arena), *steps = jsn_array(arena), *step;
    for (size_t i = 0; i < of->n_steps; i++) {
        if (!api_step_json(pg, &of->steps[i], false, &step))
            return false;
        jsn_add(steps, step);
    }
    jsn_set_text(object, "key", of->key);
    jsn_set_bool(object, "preset", !of->template_id);
    jsn_set_text(object, "name", of->name);
    jsn_set_text(object, "description", of->description);
    jsn_set_text(object, "language", of->language);
    jsn_set_text(object, "tone", of->tone);
    jsn_set_text(object, "formality", of->formality);
    api_json_id(arena, object, "personalisation", of->personalisation);
    jsn_set_text(object, "instructions", of->instructions);
    api_json_id(arena, object, "pdf_step", of->pdf_step);
    jsn_set_text(object, "author", of->author);
    api_json_when(arena, object, "updated_at", of->updated_ms);
    jsn_set(object, "steps", steps);
    *out = object;
    return true;
}

static bool
show(struct page *pg, const char *key, int status)
{
    struct campaign_template of;
    struct jsn *object;
    return campaign_template_get(pg->ctx, key, &of) && template_json(pg, &of, &object) &&
           api_json_reply(pg, status, object);
}

bool
api_template_list(struct page *pg)
{
    struct campaign_template *all;
    struct jsn *items = jsn_array(pg->ctx->arena), *object;
    size_t n;
    if (!campaign_templates(pg->ctx, &all, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!template_json(pg, &all[i], &object))
            return false;
        jsn_add(items, object);
    }
    return api_json_items(pg, items);
}

bool
api_template_page(struct page *pg)
{
    const struct key_sent *sent = pg->params;
    return show(pg, sent->key, API_OK);
}

/* A preset has no id, and so is nobody's to change. */
bool
api_template_change(struct page *pg)
{
    const struct key_sent *sent = pg->params;
    struct campaign_template of;
    struct jsn *object = NULL;
    if (!campaign_template_get(pg->ctx, sent->key, &of) ||
        !api_body_object(pg, sent->body, &object))
        return false;
    struct form in = {.name = of.name, .description = of.description};
    return api_body_patch(pg, "", object, &api_template_change_input, &in) &&
           campaign_template_rename(pg->ctx, of.template_id, in.name, in.description) &&
           show(pg, sent->key, API_OK);
}

bool
api_template_delete(struct page *pg)
{
    const struct key_sent *sent = pg->params;
    struct campaign_template of;
    return campaign_template_get(pg->ctx, sent->key, &of) &&
           campaign_template_delete(pg->ctx, of.template_id) && api_json_gone(pg, of.template_id);
}

bool
api_template_save(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct form in;
    int64_t id;
    return api_campaign_there(pg, sent->id) &&
           api_body_read(pg, sent->body, &api_template_save_input, &in) &&
           campaign_template_save(pg->ctx, sent->id, in.name, in.description, in.replace, &id) &&
           show(pg, arena_printf(pg->ctx->arena, "%" PRId64, id), API_CREATED);
}
