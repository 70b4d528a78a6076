/* The caller's own password. */
#include "domain/account/password.h"
#include "domain/account/profile.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"

struct password_change {
    const char *current, *password, *confirm;
};
static const struct param password_change_items[] = {
    PARAM_SECRET(struct password_change, current, PASSWORD_MOST, REQUIRED),
    PARAM_SECRET(struct password_change, password, PASSWORD_MOST, REQUIRED),
    PARAM_SECRET(struct password_change, confirm, PASSWORD_MOST, REQUIRED),
};
const struct params password_change_params = PARAMS(struct password_change, password_change_items);

bool
password_page(struct page *pg)
{
    account_tabs(pg);
    tree_set(pg->view, "Password.email", pg->caller->user_email);
    tree_set_i64(pg->view, "Password.least", PASSWORD_LEAST);
    return reply_template(pg);
}

bool
password_change_page(struct page *pg)
{
    const struct password_change *in = pg->params;
    struct profile profile;
    struct login_result result;
    if (!profile_read(pg->ctx, &profile) ||
        !profile_password(pg->ctx, &profile, in->current, in->password, in->confirm,
                          pg->caller->session_id, pg->in->remote_addr, &result))
        return false;
    if (result.outcome != LOGIN_IN)
        return account_refuse(pg, &result, "current");
    return account_back(pg, true, "The password is changed. Your other sessions have ended.",
                        "/account/password");
}
