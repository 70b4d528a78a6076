/* Sign-in: password, second step, sign-out. Everything that is said is the same whether the account
 * exists or not. */
#include <inttypes.h>
#include <string.h>

#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PATH_MOST = 2000 };
#define STEP_COOKIE "_step"

struct login_show {
    const char *next;
    bool expired, unsent;
};
static const struct param login_show_items[] = {
    PARAM_TEXT(struct login_show, next, PATH_MOST, OPTIONAL),
    PARAM_FLAG(struct login_show, expired),
    PARAM_FLAG(struct login_show, unsent),
};
const struct params login_show_params = PARAMS(struct login_show, login_show_items);

struct login_send {
    const char *next, *email, *password;
    bool expired, keep;
};
static const struct param login_send_items[] = {
    PARAM_TEXT(struct login_send, next, PATH_MOST, OPTIONAL),
    PARAM_FLAG(struct login_send, expired),
    PARAM_TEXT(struct login_send, email, 254, REQUIRED),
    PARAM_SECRET(struct login_send, password, PASSWORD_MOST, REQUIRED),
    PARAM_FLAG(struct login_send, keep),
};
const struct params login_send_params = PARAMS(struct login_send, login_send_items);

struct login_code {
    const char *next, *code;
};
static const struct param login_code_items[] = {
    PARAM_TEXT(struct login_code, next, PATH_MOST, OPTIONAL),
    PARAM_TEXT(struct login_code, code, 60, OPTIONAL),
};
const struct params login_code_params = PARAMS(struct login_code, login_code_items);

static const char *
cookie(const struct page *pg, const char *what)
{
    return params_cookie(pg->ctx->arena, pg->in->cookie, reply_cookie_name(pg, what));
}

bool
login_show_page(struct page *pg)
{
    const struct login_show *in = pg->params;
    if (*cookie(pg, "") && !in->expired)
        return reply_redirect_to(pg, *in->next ? in->next : "/");
    if (*in->next)
        tree_set(pg->view, "Login.query", view_url(pg->ctx->arena, "?next=%s", in->next));
    tree_set_bool(pg->view, "Login.expired", in->expired);
    tree_set_bool(pg->view, "Login.unsent", in->unsent);
    tree_set_bool(pg->view, "Login.import", strstr(in->next, "/import/") != NULL);
    return reply_template(pg);
}

bool
login_go_on(struct page *pg, const struct login_result *result, const char *next)
{
    if (result->outcome == LOGIN_STEP) {
        reply_cookie(pg, STEP_COOKIE, result->token, result->seconds);
        return reply_redirect(pg, "/login/code?next=%s", next);
    }
    reply_session(pg, result->token, result->seconds);
    return reply_redirect_to(pg, *next ? next : "/");
}

bool
login_send_page(struct page *pg)
{
    const struct login_send *in = pg->params;
    struct login_result result;
    if (!login_password(pg->ctx, in->email, in->password, in->keep, account_place(pg), &result))
        return false;
    if (result.outcome == LOGIN_IN || result.outcome == LOGIN_STEP)
        return login_go_on(pg, &result, in->next);
    if (result.outcome == LOGIN_WRONG && result.tries_left)
        return reply_form_error(pg, "password",
                                "E-mail and password do not match. %" PRId64
                                " %s left before a pause of 15 minutes.",
                                result.tries_left, result.tries_left == 1 ? "try" : "tries");
    return account_refuse(pg, &result, "password");
}

bool
login_code_show_page(struct page *pg)
{
    const struct login_code *in = pg->params;
    const char *email = NULL;
    if (!login_step_read(pg->ctx, cookie(pg, STEP_COOKIE), &email))
        return false;
    if (!email)
        return reply_redirect(pg, "/login?next=%s", in->next);
    tree_set(pg->view, "Login.email", email);
    if (*in->next)
        tree_set(pg->view, "Login.query", view_url(pg->ctx->arena, "?next=%s", in->next));
    return reply_template(pg);
}

bool
login_code_send_page(struct page *pg)
{
    const struct login_code *in = pg->params;
    struct login_result result;
    if (!login_step(pg->ctx, cookie(pg, STEP_COOKIE), in->code, account_place(pg), &result))
        return false;
    if (result.outcome == LOGIN_GONE)
        return reply_redirect(pg, "/login?next=%s", in->next);
    if (result.outcome != LOGIN_IN)
        return account_refuse(pg, &result, "code");
    reply_cookie(pg, STEP_COOKIE, "", -1);
    return login_go_on(pg, &result, in->next);
}

bool
logout_page(struct page *pg)
{
    if (!session_end(pg->ctx, pg->secret))
        return false;
    reply_session_end(pg);
    return reply_redirect(pg, "/login");
}
