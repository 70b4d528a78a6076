/* /{tenant}/settings/providers: the outside services with how they are doing; their keys, tests and
 * removal. Keys go in here and never out. */
#include <string.h>

#include "base/clock.h"
#include "domain/account/audit.h"
#include "domain/provider/provider_test.h"
#include "web/account/account_view.h"
#include "web/bulk/bulk_view.h"
#include "web/provider/pages.h"
#include "web/provider/provider_view.h"
#include "web/reply.h"
#include "web/view.h"

struct one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct one, id)};
const struct params provider_one_params = PARAMS(struct one, one_items);

struct key {
    int64_t id;
    const char *key;
};
static const struct param key_items[] = {
    PARAM_ID(struct key, id),
    PARAM_SECRET(struct key, key, 500, OPTIONAL),
};
const struct params provider_key_params = PARAMS(struct key, key_items);

bool
provider_list_page(struct page *pg)
{
    struct provider *rows;
    size_t n;
    if (!provider_list(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Providers");
    for (size_t i = 0; i < n; i++)
        provider_view_show(pg, tree_row(&list), &rows[i]);
    struct tree_list embedded = tree_list(pg->view, "Embedded");
    for (const struct provider_embedded *one = provider_embedded; one->name; one++) {
        struct tree *row = tree_row(&embedded);
        tree_set(row, "name", one->name);
        tree_set(row, "about", one->about);
    }
    tree_set(pg->view, "List.path", provider_view_path(pg, 0));
    account_tabs(pg);
    return reply_template(pg);
}

bool
provider_key_page(struct page *pg)
{
    const struct key *in = pg->params;
    struct provider provider;
    bool ok =
        provider_get(pg->ctx, in->id, &provider) &&
        provider_set_key(pg->ctx, pg->caller->tenant_id, in->id, in->key) &&
        audit_add(pg->ctx, *in->key ? "provider_key" : "provider_key_gone", provider.name, NULL);
    if (!ok && pg->ctx->err.kind == ERR_INPUT) {
        reply_flash(pg, "bad", arena_strdup(pg->ctx->arena, pg->ctx->err.message), NULL, NULL);
        err_clear(pg->ctx);
        return reply_redirect_to(pg, provider_view_path(pg, in->id));
    }
    return account_back(
        pg, ok, *in->key ? "The key is kept. It is not shown again." : "The key is forgotten.",
        provider_view_path(pg, in->id));
}

bool
provider_test_page(struct page *pg)
{
    const struct one *in = pg->params;
    return provider_test(pg->ctx, in->id) && reply_redirect_to(pg, provider_view_path(pg, in->id));
}

/* Polled while a test runs. */
bool
provider_progress_page(struct page *pg)
{
    const struct one *in = pg->params;
    struct provider provider;
    bool active;
    if (!provider_get(pg->ctx, in->id, &provider) ||
        !provider_view_progress(pg, &provider, &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, provider_view_path(pg, in->id));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}

bool
provider_remove_ask_page(struct page *pg)
{
    const struct one *in = pg->params;
    struct provider provider;
    if (!provider_get(pg->ctx, in->id, &provider))
        return false;
    return account_confirm(
        pg, &(struct confirm){
                .title = arena_printf(pg->ctx->arena, "Remove %s?", provider.name),
                .text = "Its key and settings are forgotten at once. What it cost and found stays.",
                .button = "Remove the service",
                .back = provider_view_path(pg, in->id)});
}

bool
provider_remove_page(struct page *pg)
{
    const struct one *in = pg->params;
    struct provider provider;
    bool ok = provider_get(pg->ctx, in->id, &provider) && provider_remove(pg->ctx, in->id) &&
              audit_add(pg->ctx, "provider_remove", provider.name, NULL);
    return account_back(pg, ok, "The service is removed.", provider_view_path(pg, 0));
}
