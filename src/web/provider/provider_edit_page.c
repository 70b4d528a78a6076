/* /{tenant}/settings/providers/new and …/{id}: one outside service: what it is asked and how, what it
 * costs, how often; its key in a form of its own; what it did. */
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "domain/account/audit.h"
#include "domain/provider/model_settings.h"
#include "domain/provider/provider.h"
#include "domain/provider/search_json.h"
#include "web/account/account_view.h"
#include "web/provider/pages.h"
#include "web/provider/provider_view.h"
#include "web/reply.h"
#include "web/view.h"

struct preset {
    const char *preset;
};
static const struct param preset_items[] = {PARAM_TEXT(struct preset, preset, 20, OPTIONAL)};
const struct params provider_new_params = PARAMS(struct preset, preset_items);

struct form {
    int64_t id;
    const char *preset;
    const char *name, *base_url, *path, *headers, *body, *results, *link, *title, *snippet, *price;
    int64_t count, pages, per_minute, per_day, timeout_seconds;
    bool is_on;
    const char *key;
};
#define FORM_ITEMS                                                                                 \
    PARAM_TEXT(struct form, name, 80, REQUIRED),                                                   \
        PARAM_TEXT(struct form, base_url, 2000, REQUIRED),                                         \
        PARAM_TEXT(struct form, path, 2000, REQUIRED),                                             \
        PARAM_LONG(struct form, headers, 4000, OPTIONAL),                                          \
        PARAM_LONG(struct form, body, 2000, OPTIONAL),                                             \
        PARAM_TEXT(struct form, results, 100, REQUIRED),                                           \
        PARAM_TEXT(struct form, link, 100, REQUIRED),                                              \
        PARAM_TEXT(struct form, title, 100, OPTIONAL),                                             \
        PARAM_TEXT(struct form, snippet, 100, OPTIONAL),                                           \
        PARAM_I64(struct form, count, 1, 100, REQUIRED),                                           \
        PARAM_I64(struct form, pages, 1, SEARCH_PAGES_MOST, OPTIONAL),                             \
        PARAM_TEXT(struct form, price, 20, OPTIONAL),                                              \
        PARAM_I64(struct form, per_minute, 1, 6000, REQUIRED),                                     \
        PARAM_I64(struct form, per_day, 0, 10000000, OPTIONAL),                                    \
        PARAM_I64(struct form, timeout_seconds, 1, 120, REQUIRED), PARAM_FLAG(struct form, is_on)
static const struct param add_items[] = {
    PARAM_TEXT(struct form, preset, 20, OPTIONAL),
    FORM_ITEMS,
    PARAM_SECRET(struct form, key, 500, OPTIONAL),
};
const struct params provider_add_params = PARAMS(struct form, add_items);
static const struct param save_items[] = {PARAM_ID(struct form, id), FORM_ITEMS};
const struct params provider_save_params = PARAMS(struct form, save_items);

static const char *
lines_of(struct arena *arena, const struct search_service *service)
{
    struct buf buf;
    buf_init(&buf, arena, 8192);
    for (size_t i = 0; i < service->n_headers; i++)
        buf_printf(&buf, "%s%s", i ? "\n" : "", service->headers[i]);
    return buf.data;
}

static bool
show_form(struct page *pg, const struct provider *provider)
{
    struct search_service service;
    if (!search_json_read(pg->ctx, provider->base_url, provider->settings, &service))
        return false;
    const char *price = provider_view_money(pg->ctx->arena, provider->price_micros);
    view_field(pg, "name", provider->name);
    view_field(pg, "base_url", provider->base_url);
    view_field(pg, "path", service.path);
    view_field(pg, "headers", lines_of(pg->ctx->arena, &service));
    view_field(pg, "body", service.body);
    view_field(pg, "results", service.results);
    view_field(pg, "link", service.link);
    view_field(pg, "title", service.title);
    view_field(pg, "snippet", service.snippet);
    view_field_i64(pg, "count", service.count);
    view_field_i64(pg, "pages", service.pages);
    view_field(pg, "price", provider->price_micros ? price + 1 : "");
    view_field_i64(pg, "per_minute", provider->per_minute);
    view_field(pg, "per_day",
               provider->per_day ? arena_printf(pg->ctx->arena, "%" PRId64, provider->per_day)
                                 : "");
    view_field_i64(pg, "timeout_seconds", provider->timeout_seconds);
    view_field(pg, "is_on", provider->is_on ? "1" : "0");
    account_tabs(pg);
    return true;
}

/* What the form has, into a provider. */
static bool
take_form(struct page *pg, const struct form *in, struct provider *out)
{
    struct search_service service = {.path = in->path,
                                     .body = in->body,
                                     .results = in->results,
                                     .link = in->link,
                                     .title = in->title,
                                     .snippet = in->snippet,
                                     .count = in->count,
                                     .pages = in->pages ? in->pages : 1};
    for (const char *at = in->headers; *at;) {
        size_t length = strcspn(at, "\n");
        if (length && service.n_headers == SEARCH_HEADERS_MOST)
            return err_field(pg->ctx, ERR_INPUT, "headers", "At most %d headers.",
                             SEARCH_HEADERS_MOST);
        if (length)
            service.headers[service.n_headers++] = arena_strndup(pg->ctx->arena, at, length);
        at += length + (at[length] == '\n');
    }
    *out = (struct provider){.provider_id = in->id,
                             .kind = PROVIDER_SEARCH,
                             .name = in->name,
                             .base_url = in->base_url,
                             .settings = search_json_write(pg->ctx->arena, &service),
                             .per_minute = in->per_minute,
                             .per_day = in->per_day,
                             .timeout_seconds = in->timeout_seconds,
                             .is_on = in->is_on};
    return provider_view_read_money(pg, "price", in->price, &out->price_micros);
}

bool
provider_new_page(struct page *pg)
{
    const struct preset *in = pg->params;
    const struct search_preset *chosen = search_presets;
    struct tree_list list = tree_list(pg->view, "Presets");
    for (const struct search_preset *one = search_presets; one->name; one++) {
        struct tree *row = tree_row(&list);
        if (!strcmp(one->name, in->preset))
            chosen = one;
        tree_set(row, "label", one->label);
        tree_set(
            row, "path",
            arena_printf(pg->ctx->arena, "%s/new?preset=%s", provider_view_path(pg, 0), one->name));
        if (one == chosen)
            tree_set(row, "current", "1");
    }
    struct provider fresh = {.name = chosen->label,
                             .base_url = chosen->base_url,
                             .settings = chosen->settings,
                             .per_minute = 60,
                             .timeout_seconds = 20,
                             .is_on = true};
    /* The last one has no address yet. */
    if (!strcmp(chosen->name, "other"))
        fresh.base_url = "https://api.example.com";
    tree_set(pg->view, "List.path", provider_view_path(pg, 0));
    return show_form(pg, &fresh) && reply_template(pg);
}

bool
provider_add_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct provider provider;
    if (!take_form(pg, in, &provider) || !provider_save(pg->ctx, &provider) ||
        (*in->key &&
         !provider_set_key(pg->ctx, pg->caller->tenant_id, provider.provider_id, in->key)) ||
        !audit_add(pg->ctx, "provider_add", provider.name, NULL))
        return false;
    reply_flash(pg, "ok", "The service is there. Test it before it is used.", NULL, NULL);
    return reply_redirect_to(pg, provider_view_path(pg, provider.provider_id));
}

bool
provider_edit_page(struct page *pg)
{
    const struct {
        int64_t id;
    } *in = pg->params;
    struct provider provider;
    bool active;
    if (!provider_get(pg->ctx, in->id, &provider) ||
        !provider_view_progress(pg, &provider, &active) || !provider_view_calls(pg, in->id))
        return false;
    if (model_settings_is(provider.kind))
        return reply_redirect_to(pg, model_view_path(pg, in->id));
    provider_view_show(pg, tree_node(pg->view, "One"), &provider);
    tree_set(pg->view, "List.path", provider_view_path(pg, 0));
    return show_form(pg, &provider) && reply_template(pg);
}

bool
provider_save_page(struct page *pg)
{
    const struct form *in = pg->params;
    struct provider provider;
    if (!take_form(pg, in, &provider) || !provider_save(pg->ctx, &provider) ||
        !audit_add(pg->ctx, "provider_change", provider.name, NULL))
        return false;
    reply_flash(pg, "ok", "Saved.", NULL, NULL);
    return reply_redirect_to(pg, provider_view_path(pg, in->id));
}
