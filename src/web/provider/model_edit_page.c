/* /{tenant}/settings/providers/models/new and …/{id}: a language model: which, where, its prices and
 * limits; how it does stands beside, as for every outside service. */
#include <string.h>

#include "domain/account/audit.h"
#include "domain/provider/model_settings.h"
#include "domain/provider/provider.h"
#include "web/account/account_view.h"
#include "web/provider/pages.h"
#include "web/provider/provider_view.h"
#include "web/reply.h"
#include "web/view.h"

struct preset {
    const char *preset;
};
static const struct param preset_items[] = {PARAM_TEXT(struct preset, preset, 20, OPTIONAL)};
const struct params model_new_params = PARAMS(struct preset, preset_items);

struct form {
    int64_t id;
    const char *preset;
    const char *name, *base_url, *model, *price_in, *price_out, *price_cached, *price;
    int64_t max_tokens, per_minute, per_day, timeout_seconds;
    bool schema, search, is_on;
    const char *key;
};
#define FORM_ITEMS                                                                                 \
    PARAM_TEXT(struct form, name, 80, REQUIRED),                                                   \
        PARAM_TEXT(struct form, base_url, 2000, REQUIRED),                                         \
        PARAM_TEXT(struct form, model, 200, REQUIRED),                                             \
        PARAM_I64(struct form, max_tokens, MODEL_TOKENS_LEAST, MODEL_TOKENS_MOST, REQUIRED),       \
        PARAM_FLAG(struct form, schema), PARAM_FLAG(struct form, search),                          \
        PARAM_TEXT(struct form, price_in, 20, OPTIONAL),                                           \
        PARAM_TEXT(struct form, price_out, 20, OPTIONAL),                                          \
        PARAM_TEXT(struct form, price_cached, 20, OPTIONAL),                                       \
        PARAM_TEXT(struct form, price, 20, OPTIONAL),                                              \
        PARAM_I64(struct form, per_minute, 1, 6000, REQUIRED),                                     \
        PARAM_I64(struct form, per_day, 0, 10000000, OPTIONAL),                                    \
        PARAM_I64(struct form, timeout_seconds, 1, 120, REQUIRED), PARAM_FLAG(struct form, is_on)
static const struct param add_items[] = {
    PARAM_TEXT(struct form, preset, 20, OPTIONAL),
    FORM_ITEMS,
    PARAM_SECRET(struct form, key, 500, OPTIONAL),
};
const struct params model_add_params = PARAMS(struct form, add_items);
static const struct param save_items[] = {PARAM_ID(struct form, id), FORM_ITEMS};
const struct params model_save_params = PARAMS(struct form, save_items);

static const struct model_preset *
preset_named(const char *name)
{
    for (const struct model_preset *one = model_presets; one->name; one++)
        if (!strcmp(one->name, name))
            return one;
    return model_presets;
}

/* "" for none. */
static const char *
price_text(struct page *pg, int64_t micros)
{
    return micros > 0 ? provider_view_money(pg->ctx->arena, micros) + 1 : "";
}

static bool
show_form(struct page *pg, const struct provider *provider)
{
    struct model_settings model;
    if (!model_settings_read(pg->ctx, provider->kind, provider->base_url, provider->settings,
                             &model))
        return false;
    bool agent = !strcmp(provider->kind, MODEL_PERPLEXITY);
    view_field(pg, "name", provider->name);
    view_field(pg, "base_url", provider->base_url);
    view_field(pg, "model", model.model);
    view_field_i64(pg, "max_tokens", model.max_tokens);
    view_field(pg, "schema", model.schema ? "1" : "0");
    view_field(pg, "search", model.search ? "1" : "0");
    view_field(pg, "price_in", price_text(pg, model.price_in));
    view_field(pg, "price_out", price_text(pg, model.price_out));
    view_field(pg, "price_cached", price_text(pg, model.price_cached));
    view_field(pg, "price", price_text(pg, provider->price_micros));
    view_field_i64(pg, "per_minute", provider->per_minute);
    view_field(pg, "per_day",
               provider->per_day ? arena_printf(pg->ctx->arena, "%" PRId64, provider->per_day)
                                 : "");
    view_field_i64(pg, "timeout_seconds", provider->timeout_seconds);
    view_field(pg, "is_on", provider->is_on ? "1" : "0");
    if (agent)
        tree_set(pg->view, "Form.may_search", "1");
    tree_set(pg->view, "Form.kind_label",
             agent                                      ? "Perplexity"
             : !strcmp(provider->kind, MODEL_ANTHROPIC) ? "Anthropic"
                                                        : "OpenAI-compatible");
    tree_set(pg->view, "List.path", provider_view_path(pg, 0));
    account_tabs(pg);
    return true;
}

/* What the form has, into a provider of that kind. */
static bool
take_form(struct page *pg, const struct form *in, const char *kind, struct provider *out)
{
    struct model_settings model = {.model = in->model,
                                   .max_tokens = in->max_tokens,
                                   .price_cached = -1,
                                   .schema = in->schema,
                                   .search = in->search};
    int64_t price;
    if (!provider_view_read_money(pg, "price_in", in->price_in, &model.price_in) ||
        !provider_view_read_money(pg, "price_out", in->price_out, &model.price_out) ||
        (*in->price_cached &&
         !provider_view_read_money(pg, "price_cached", in->price_cached, &model.price_cached)) ||
        !provider_view_read_money(pg, "price", in->price, &price))
        return false;
    *out = (struct provider){.provider_id = in->id,
                             .kind = kind,
                             .name = in->name,
                             .base_url = in->base_url,
                             .settings = model_settings_write(pg->ctx->arena, &model),
                             .price_micros = price,
                             .per_minute = in->per_minute,
                             .per_day = in->per_day,
                             .timeout_seconds = in->timeout_seconds,
                             .is_on = in->is_on};
    return true;
}

bool
model_new_page(struct page *pg)
{
    const struct preset *in = pg->params;
    const struct model_preset *chosen = preset_named(in->preset);
    struct tree_list list = tree_list(pg->view, "Presets");
    for (const struct model_preset *one = model_presets; one->name; one++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", one->label);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s/models/new?preset=%s", provider_view_path(pg, 0),
                              one->name));
        if (one == chosen)
            tree_set(row, "current", "1");
    }
    const struct provider fresh = {.kind = chosen->kind,
                                   .name = chosen->label,
                                   .base_url = chosen->base_url,
                                   .settings = chosen->settings,
                                   .per_minute = 60,
                                   .timeout_seconds = 60,
                                   .is_on = true};
    return show_form(pg, &fresh) && reply_template(pg);
}

bool
model_add_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct provider provider;
    if (!take_form(pg, in, preset_named(in->preset)->kind, &provider) ||
        !provider_save(pg->ctx, &provider) ||
        (*in->key &&
         !provider_set_key(pg->ctx, pg->caller->tenant_id, provider.provider_id, in->key)) ||
        !audit_add(pg->ctx, "provider_add", provider.name, NULL))
        return false;
    reply_flash(pg, "ok", "The model is there. Test it before it is used.", NULL, NULL);
    return reply_redirect_to(pg, model_view_path(pg, provider.provider_id));
}

/* NOT_FOUND: that service is none. */
static bool
get_model(struct page *pg, int64_t id, struct provider *out)
{
    return provider_get(pg->ctx, id, out) &&
           (model_settings_is(out->kind) ||
            err_raise(pg->ctx, ERR_NOT_FOUND, "This language model is not there."));
}

bool
model_edit_page(struct page *pg)
{
    const struct {
        int64_t id;
    } *in = pg->params;
    struct provider provider;
    bool active;
    if (!get_model(pg, in->id, &provider) || !provider_view_progress(pg, &provider, &active) ||
        !provider_view_calls(pg, in->id))
        return false;
    provider_view_show(pg, tree_node(pg->view, "One"), &provider);
    return show_form(pg, &provider) && reply_template(pg);
}

bool
model_save_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct provider before, provider;
    if (!get_model(pg, in->id, &before) || !take_form(pg, in, before.kind, &provider) ||
        !provider_save(pg->ctx, &provider) ||
        !audit_add(pg->ctx, "provider_change", provider.name, NULL))
        return false;
    reply_flash(pg, "ok", "Saved.", NULL, NULL);
    return reply_redirect_to(pg, model_view_path(pg, in->id));
}
