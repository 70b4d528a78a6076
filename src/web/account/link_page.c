/* A one-time link: sets a password, or takes up an invitation. Open to the world; the token in the
 * path is the proof. Opening the page uses nothing up, so a mail scanner does no harm. */
#include "base/text.h"
#include "base/token.h"
#include "domain/account/one_time_link.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct link_show {
    const char *token;
};
static const struct param link_show_items[] = {PARAM_TEXT(struct link_show, token, 100, REQUIRED)};
const struct params link_show_params = PARAMS(struct link_show, link_show_items);

struct link_send {
    const char *token, *name, *password, *confirm;
};
static const struct param link_send_items[] = {
    PARAM_TEXT(struct link_send, token, 100, REQUIRED),
    PARAM_TEXT(struct link_send, name, 120, OPTIONAL),
    PARAM_SECRET(struct link_send, password, PASSWORD_MOST, OPTIONAL),
    PARAM_SECRET(struct link_send, confirm, PASSWORD_MOST, OPTIONAL),
};
const struct params link_send_params = PARAMS(struct link_send, link_send_items);

bool
link_show_page(struct page *pg)
{
    const struct link_show *in = pg->params;
    struct one_time_link link = {0};
    if (!one_time_link_read(pg->ctx, in->token, &link)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        tree_set(pg->view, "Link.kind", "gone");
        return reply_template(pg);
    }
    tree_set(pg->view, "Link.kind", link.kind);
    tree_set(pg->view, "Link.email", link.email);
    tree_set(pg->view, "Link.tenant", link.tenant_name);
    tree_set(pg->view, "Link.role", link.role);
    tree_set(pg->view, "Link.invited_by", link.invited_by);
    tree_set_bool(pg->view, "Link.has_account", link.has_account);
    tree_set_i64(pg->view, "Link.least", PASSWORD_LEAST);
    return reply_template(pg);
}

/* An invited person who has an account shows that it is theirs. */
static bool
join(struct page *pg, const struct link_send *in, const struct one_time_link *link,
     struct login_result *result, bool *has_second_factor)
{
    return login_check(pg->ctx, link->email, in->password, pg->in->remote_addr,
                       token_password_matches, result, has_second_factor) &&
           (result->outcome != LOGIN_IN || one_time_link_join(pg->ctx, in->token, link->user_id));
}

static bool
use(struct page *pg, const struct link_send *in, const struct one_time_link *link,
    struct login_result *result, bool *has_second_factor)
{
    if (link->has_account)
        return join(pg, in, link, result, has_second_factor);
    result->outcome = LOGIN_IN;
    *has_second_factor = link->has_second_factor;
    if (text_starts(link->kind, "reset"))
        return one_time_link_reset(pg->ctx, in->token, link, in->password, in->confirm,
                                   &result->user_id);
    return one_time_link_join_new(pg->ctx, in->token, link, in->name, in->password, in->confirm,
                                  &result->user_id);
}

bool
link_send_page(struct page *pg)
{
    const struct link_send *in = pg->params;
    struct one_time_link link = {0};
    struct login_result result = {0};
    bool has_second_factor = false;
    if (!one_time_link_read(pg->ctx, in->token, &link)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        return reply_redirect(pg, "/link/%s", in->token);
    }
    if (!use(pg, in, &link, &result, &has_second_factor))
        return false;
    if (result.outcome != LOGIN_IN)
        return account_refuse(pg, &result, "password");
    if (!login_admit(pg->ctx, result.user_id, has_second_factor, false, account_place(pg), &result))
        return false;
    return login_go_on(pg, &result,
                       *link.tenant_slug ? view_url(pg->ctx->arena, "/%s", link.tenant_slug) : "/");
}
