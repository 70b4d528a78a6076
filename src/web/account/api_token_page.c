/* API tokens of a workspace, for its admins. */
#include "domain/account/api_token.h"

#include <stdlib.h>

#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { DAYS_MOST = 3650, DAYS_USUAL = 90 };

struct token_new {
    const char *name, *scope;
    int64_t days;
};
static const struct param token_new_items[] = {
    PARAM_TEXT(struct token_new, name, 60, REQUIRED),
    PARAM_CHOICE(struct token_new, scope, api_token_scopes, REQUIRED),
    PARAM_I64(struct token_new, days, 0, DAYS_MOST, REQUIRED),
};
const struct params token_new_params = PARAMS(struct token_new, token_new_items);

struct token_one {
    int64_t id;
};
static const struct param token_one_items[] = {PARAM_ID(struct token_one, id)};
const struct params token_one_params = PARAMS(struct token_one, token_one_items);

static const char *
tokens_path(struct page *pg)
{
    return view_url(pg->ctx->arena, "/%s/settings/tokens", pg->caller->tenant_slug);
}

bool
token_list_page(struct page *pg)
{
    struct api_token *rows = NULL;
    size_t n = 0;
    if (!api_token_list(pg->ctx, pg->caller->tenant_id, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Tokens");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].api_token_id);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "scope", rows[i].scope);
        tree_set(row, "by", rows[i].user_name);
        tree_set(row, "state", rows[i].state);
        view_time(pg, row, "created", rows[i].created_at);
        view_time(pg, row, "expires", rows[i].expires_at);
        view_time(pg, row, "used", rows[i].used_at);
    }
    account_tabs(pg);
    return reply_template(pg);
}

bool
token_new_page(struct page *pg)
{
    account_tabs(pg);
    view_field(pg, "scope", "read");
    view_field_i64(pg, "days", DAYS_USUAL);
    view_option(pg, "scope", "read", "Read: sees everything");
    view_option(pg, "scope", "write", "Write: sees and changes everything");
    view_option(pg, "scope", "admin", "Admin: all that you may do here");
    view_option(pg, "days", "30", "30 days");
    view_option(pg, "days", "90", "90 days");
    view_option(pg, "days", "365", "1 year");
    view_option(pg, "days", "0", "No end");
    return reply_template(pg);
}

bool
token_add_page(struct page *pg)
{
    const struct token_new *in = pg->params;
    const char *token = NULL;
    if (!api_token_add(pg->ctx, pg->caller->tenant_id, in->name, in->scope, in->days, &token))
        return false;
    account_tabs(pg);
    tree_set(pg->view, "Made.name", in->name);
    account_show_secret(pg, token);
    return reply_template(pg);
}

bool
token_revoke_ask_page(struct page *pg)
{
    const struct token_one *in = pg->params;
    struct api_token *rows;
    size_t n, i = 0;
    if (!api_token_list(pg->ctx, pg->caller->tenant_id, &rows, &n))
        return false;
    while (i < n && rows[i].api_token_id != in->id)
        i++;
    if (i == n)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "This token does not exist, or no longer.");
    return account_confirm(
        pg, &(struct confirm){
                .title = arena_printf(pg->ctx->arena, "Revoke the token %s?", rows[i].name),
                .text = "Programs that use it are refused from now on. This "
                        "cannot be taken back; a new token can be made.",
                .button = "Revoke the token",
                .back = tokens_path(pg)});
}

bool
token_revoke_page(struct page *pg)
{
    const struct token_one *in = pg->params;
    return account_back(pg, api_token_revoke(pg->ctx, pg->caller->tenant_id, in->id),
                        "The token is revoked.", tokens_path(pg));
}
