/* The caller's second factor: set up with an app, confirm, recovery codes, switch off. */
#include "domain/account/totp.h"

#include "base/qr.h"
#include "base/token.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

#define HERE "/account/second-factor"

struct totp_code {
    const char *code;
};
static const struct param totp_code_items[] = {PARAM_TEXT(struct totp_code, code, 20, REQUIRED)};
const struct params totp_code_params = PARAMS(struct totp_code, totp_code_items);

struct totp_password {
    const char *password;
};
static const struct param totp_password_items[] = {
    PARAM_SECRET(struct totp_password, password, PASSWORD_MOST, REQUIRED)};
const struct params totp_password_params = PARAMS(struct totp_password, totp_password_items);

bool
totp_page(struct page *pg)
{
    struct totp_state state;
    int64_t size = 0;
    if (!totp_read(pg->ctx, pg->caller->user_id, pg->caller->user_email, &state))
        return false;
    account_tabs(pg);
    tree_set(pg->view, "Totp.state", state.on ? "on" : state.begun ? "begun" : "off");
    tree_set_i64(pg->view, "Totp.codes_left", state.codes_left);
    if (!state.secret)
        return reply_template(pg);
    tree_set(pg->view, "Totp.secret", state.secret);
    tree_set(pg->view, "Totp.link", state.link);
    tree_set(pg->view, "Totp.qr", qr_path(pg->ctx->arena, state.link, &size));
    tree_set_i64(pg->view, "Totp.size", size);
    return reply_template(pg);
}

bool
totp_begin_page(struct page *pg)
{
    if (!totp_begin(pg->ctx, pg->caller->user_id))
        return account_back(pg, false, "", HERE);
    return reply_redirect(pg, HERE);
}

static bool
show_codes(struct page *pg, const char *const *codes)
{
    struct tree_list list = tree_list(pg->view, "Codes");
    for (size_t i = 0; i < TOTP_RECOVERY_CODES; i++)
        tree_set(tree_row(&list), "code", codes[i]);
    account_tabs(pg);
    tree_set(pg->view, "Totp.state", "codes");
    return reply_template(pg);
}

bool
totp_confirm_page(struct page *pg)
{
    const struct totp_code *in = pg->params;
    const char *codes[TOTP_RECOVERY_CODES];
    if (!totp_confirm(pg->ctx, pg->caller->user_id, in->code, codes))
        return pg->ctx->err.kind == ERR_CONFLICT && account_back(pg, false, "", HERE);
    return show_codes(pg, codes);
}

/* Switching off and new codes ask for the password again. */
bool
totp_ask_page(struct page *pg)
{
    account_tabs(pg);
    tree_set(pg->view, "Password.email", pg->caller->user_email);
    return reply_template(pg);
}

static bool
is_right(struct page *pg, struct login_result *result)
{
    const struct totp_password *in = pg->params;
    bool has_second_factor;
    return login_check(pg->ctx, pg->caller->user_email, in->password, pg->in->remote_addr,
                       token_password_matches, result, &has_second_factor);
}

bool
totp_codes_page(struct page *pg)
{
    const char *codes[TOTP_RECOVERY_CODES];
    struct login_result result;
    if (!is_right(pg, &result))
        return false;
    if (result.outcome != LOGIN_IN)
        return account_refuse(pg, &result, "password");
    if (!totp_renew_codes(pg->ctx, codes))
        return account_back(pg, false, "", HERE);
    return show_codes(pg, codes);
}

bool
totp_off_page(struct page *pg)
{
    struct login_result result;
    if (!is_right(pg, &result))
        return false;
    if (result.outcome != LOGIN_IN)
        return account_refuse(pg, &result, "password");
    return account_back(pg, totp_remove(pg->ctx), "The second factor is off.", HERE);
}
