/* Sessions: the caller's own, and for super admins everybody's. */
#include "domain/account/session.h"

#include <inttypes.h>

#include "domain/account/user.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50 };

struct session_end {
    int64_t session_id;
};
static const struct param session_end_items[] = {PARAM_ID(struct session_end, session_id)};
const struct params session_end_params = PARAMS(struct session_end, session_end_items);

struct session_all {
    int64_t after, user;
};
static const struct param session_all_items[] = {
    PARAM_ID_OR_NONE(struct session_all, after),
    PARAM_ID_OR_NONE(struct session_all, user),
};
const struct params session_all_params = PARAMS(struct session_all, session_all_items);

static void
fill_rows(struct page *pg, const struct session_view *rows, size_t n)
{
    struct tree_list list = tree_list(pg->view, "Sessions");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].session_id);
        tree_set(row, "device", session_device(pg->ctx->arena, rows[i].user_agent));
        tree_set(row, "agent", rows[i].user_agent);
        tree_set(row, "address", rows[i].address);
        tree_set(row, "user", rows[i].user_name);
        tree_set(row, "email", rows[i].user_email);
        tree_set_i64(row, "user_id", rows[i].user_id);
        tree_set(row, "initials", view_initials(pg->ctx->arena, rows[i].user_name));
        tree_set_i64(row, "avatar", rows[i].user_id % 6 + 1);
        tree_set_bool(row, "current", rows[i].session_id == pg->caller->session_id);
        view_time(pg, row, "created", rows[i].created_at);
        view_time(pg, row, "seen", rows[i].seen_at);
        view_time(pg, row, "ends", rows[i].ends_at);
    }
}

bool
session_own_page(struct page *pg)
{
    struct session_view *rows = NULL;
    size_t n = 0;
    if (!session_list_own(pg->ctx, &rows, &n))
        return false;
    account_tabs(pg);
    fill_rows(pg, rows, n);
    tree_set_i64(pg->view, "Others", n ? (int64_t)n - 1 : 0);
    return reply_template(pg);
}

bool
session_end_page(struct page *pg)
{
    const struct session_end *in = pg->params;
    return account_back(pg, session_revoke(pg->ctx, in->session_id), "The session has ended.",
                        "/account/sessions");
}

bool
session_end_others_page(struct page *pg)
{
    int64_t n = 0;
    bool ok = session_revoke_others(pg->ctx, pg->caller->session_id, &n);
    const char *done = arena_printf(pg->ctx->arena,
                                    n == 1 ? "%" PRId64 " other session has ended."
                                           : "%" PRId64 " other sessions have ended.",
                                    n);
    return account_back(pg, ok, done, "/account/sessions");
}

bool
session_all_page(struct page *pg)
{
    const struct session_all *in = pg->params;
    struct session_view *rows = NULL;
    size_t n = 0;
    if (!session_list(pg->ctx, in->user, in->after ? in->after : INT64_MAX, PAGE + 1, &rows, &n))
        return false;
    account_tabs(pg);
    fill_rows(pg, rows, n > PAGE ? PAGE : n);
    if (in->user) {
        struct user user;
        if (!user_read(pg->ctx, in->user, &user))
            return false;
        tree_set(pg->view, "Of", user.name);
    }
    view_pager(pg, NULL,
               n > PAGE ? arena_printf(pg->ctx->arena, "%" PRId64, rows[PAGE - 1].session_id)
                        : NULL);
    return reply_template(pg);
}

bool
session_end_any_page(struct page *pg)
{
    const struct session_end *in = pg->params;
    return account_back(pg, session_revoke(pg->ctx, in->session_id), "The session has ended.",
                        "/admin/sessions");
}
