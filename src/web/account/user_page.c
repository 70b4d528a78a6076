/* People, for super admins: list, one person, what can be done to an account. */
#include "domain/account/user.h"

#include <inttypes.h>
#include <string.h>

#include "domain/account/member.h"
#include "domain/account/tenant.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, CHOICE_MOST = 500 };

static const char *const states[] = {"active", "off", "super", NULL};

struct user_all {
    const char *q, *state, *after, *before;
};
static const struct param user_all_items[] = {
    PARAM_TEXT(struct user_all, q, 120, OPTIONAL),
    PARAM_CHOICE(struct user_all, state, states, OPTIONAL),
    PARAM_TEXT(struct user_all, after, 254, OPTIONAL),
    PARAM_TEXT(struct user_all, before, 254, OPTIONAL),
};
const struct params user_all_params = PARAMS(struct user_all, user_all_items);

struct user_one {
    int64_t user_id;
};
static const struct param user_one_items[] = {PARAM_ID(struct user_one, user_id)};
const struct params user_one_params = PARAMS(struct user_one, user_one_items);

static const char *const acts[] = {"off", "on", "super", "unsuper", "sessions", "unsecond", NULL};
struct user_act {
    int64_t user_id;
    const char *act;
};
static const struct param user_act_items[] = {
    PARAM_ID(struct user_act, user_id),
    PARAM_CHOICE(struct user_act, act, acts, REQUIRED),
};
const struct params user_act_params = PARAMS(struct user_act, user_act_items);

struct user_role_set {
    int64_t user_id, workspace;
    const char *role;
};
static const struct param user_role_set_items[] = {
    PARAM_ID(struct user_role_set, user_id),
    PARAM_ID(struct user_role_set, workspace),
    PARAM_CHOICE(struct user_role_set, role, member_roles, OPTIONAL),
};
const struct params user_role_set_params = PARAMS(struct user_role_set, user_role_set_items);

struct user_new {
    const char *email, *name;
    bool super;
};
static const struct param user_new_items[] = {
    PARAM_TEXT(struct user_new, email, 254, REQUIRED),
    PARAM_TEXT(struct user_new, name, 120, REQUIRED),
    PARAM_FLAG(struct user_new, super),
};
const struct params user_new_params = PARAMS(struct user_new, user_new_items);

struct user_email {
    int64_t user_id;
    const char *email;
};
static const struct param user_email_items[] = {
    PARAM_ID(struct user_email, user_id),
    PARAM_TEXT(struct user_email, email, 254, REQUIRED),
};
const struct params user_email_params = PARAMS(struct user_email, user_email_items);

static void
fill_user(struct page *pg, struct tree *row, const struct user *user)
{
    tree_set_i64(row, "id", user->user_id);
    tree_set(row, "name", user->name);
    tree_set(row, "email", user->email);
    tree_set(row, "roles", user->roles);
    tree_set(row, "initials", view_initials(pg->ctx->arena, user->name));
    tree_set_i64(row, "avatar", user->user_id % 6 + 1);
    tree_set_bool(row, "super", user->is_super);
    tree_set_bool(row, "active", user->active);
    tree_set_bool(row, "password", user->has_password);
    tree_set_bool(row, "second", user->has_second_factor);
    tree_set_bool(row, "you", user->user_id == pg->caller->user_id);
    tree_set(row, "sessions_path",
             view_url(pg->ctx->arena, "/admin/sessions?user=%" PRId64, user->user_id));
    tree_set(row, "sessions", view_number(pg, user->sessions));
    view_time(pg, row, "seen", user->seen_at);
    view_time(pg, row, "created", user->created_at);
}

bool
user_all_page(struct page *pg)
{
    const struct user_all *in = pg->params;
    struct user *rows = NULL;
    size_t n = 0;
    if (!user_list(pg->ctx, in->q, in->state, in->after, in->before, PAGE + 1, &rows, &n))
        return false;
    struct account_cut cut = account_cut(n, PAGE, *in->after, *in->before);
    struct tree_list list = tree_list(pg->view, "Users");
    for (size_t i = cut.first; i < cut.end; i++)
        fill_user(pg, tree_row(&list), &rows[i]);
    view_pager(pg, cut.back ? rows[cut.first].email : NULL,
               cut.more ? rows[cut.end - 1].email : NULL);
    account_tabs(pg);
    view_field(pg, "q", in->q);
    view_field(pg, "state", in->state);
    tree_set_bool(pg->view, "Filtered", *in->q || *in->state);
    return reply_template(pg);
}

static bool
fill_roles(struct page *pg, int64_t user_id)
{
    struct user_role *roles = NULL;
    struct tenant *tenants = NULL;
    size_t n = 0, n_tenants = 0;
    if (!user_roles(pg->ctx, user_id, &roles, &n) ||
        !tenant_list(pg->ctx, "", "", "", CHOICE_MOST, &tenants, &n_tenants))
        return false;
    struct tree_list list = tree_list(pg->view, "Roles");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", roles[i].tenant_id);
        tree_set(row, "name", roles[i].name);
        tree_set(row, "slug", roles[i].slug);
        tree_set(row, "role", roles[i].role);
        tree_set_bool(row, "active", roles[i].active);
    }
    for (size_t i = 0; i < n_tenants; i++) {
        bool has = false;
        for (size_t j = 0; j < n; j++)
            has |= roles[j].tenant_id == tenants[i].tenant_id;
        if (!has && tenants[i].active)
            view_option(pg, "workspace",
                        arena_printf(pg->ctx->arena, "%" PRId64, tenants[i].tenant_id),
                        tenants[i].name);
    }
    return true;
}

bool
user_one_page(struct page *pg)
{
    const struct user_one *in = pg->params;
    struct user user;
    if (!user_read(pg->ctx, in->user_id, &user) || !fill_roles(pg, in->user_id))
        return false;
    fill_user(pg, tree_node(pg->view, "User"), &user);
    account_tabs(pg);
    return reply_template(pg);
}

static const char *
user_path(struct page *pg, int64_t user_id)
{
    return arena_printf(pg->ctx->arena, "/admin/users/%" PRId64, user_id);
}

static bool
act(struct page *pg, const struct user_act *in, const char **done)
{
    int64_t n = 0;
    if (!strcmp(in->act, "off") || !strcmp(in->act, "on")) {
        bool active = in->act[1] == 'n';
        *done =
            active ? "The account is on again." : "The account is off; its sessions have ended.";
        return user_set_active(pg->ctx, in->user_id, active);
    }
    if (!strcmp(in->act, "super") || !strcmp(in->act, "unsuper")) {
        bool super = in->act[0] == 's';
        *done = super ? "This person is a super admin now." : "No longer a super admin.";
        return user_set_super(pg->ctx, in->user_id, super);
    }
    if (!strcmp(in->act, "unsecond")) {
        *done = "The second factor is off.";
        return user_second_factor_remove(pg->ctx, in->user_id);
    }
    *done = "All sessions have ended.";
    return user_sessions_end(pg->ctx, in->user_id, &n);
}

bool
user_act_page(struct page *pg)
{
    const struct user_act *in = pg->params;
    const char *done = "";
    bool ok = act(pg, in, &done);
    return account_back(pg, ok, done, user_path(pg, in->user_id));
}

bool
user_role_page(struct page *pg)
{
    const struct user_role_set *in = pg->params;
    return account_back(pg, user_set_role(pg->ctx, in->user_id, in->workspace, in->role),
                        *in->role ? "The role is set." : "The role is taken away.",
                        user_path(pg, in->user_id));
}

/* Shows a link to set a password, once. */
static bool
show_link(struct page *pg, int64_t user_id)
{
    struct user user;
    const char *token = NULL;
    int64_t hours = 0;
    if (!user_read(pg->ctx, user_id, &user) || !user_reset_link(pg->ctx, user_id, &token, &hours))
        return account_back(pg, false, "", user_path(pg, user_id));
    fill_user(pg, tree_node(pg->view, "User"), &user);
    tree_set_i64(pg->view, "Hours", hours);
    account_tabs(pg);
    account_show_secret(pg, account_link(pg, token));
    return reply_template(pg);
}

bool
user_link_ask_page(struct page *pg)
{
    const struct user_one *in = pg->params;
    struct user user;
    if (!user_read(pg->ctx, in->user_id, &user))
        return false;
    fill_user(pg, tree_node(pg->view, "User"), &user);
    account_tabs(pg);
    return reply_template(pg);
}

bool
user_link_page(struct page *pg)
{
    const struct user_one *in = pg->params;
    return show_link(pg, in->user_id);
}

bool
user_email_page(struct page *pg)
{
    const struct user_one *in = pg->params;
    struct user user;
    if (!user_read(pg->ctx, in->user_id, &user))
        return false;
    fill_user(pg, tree_node(pg->view, "User"), &user);
    view_field(pg, "email", user.email);
    account_tabs(pg);
    return reply_template(pg);
}

bool
user_email_save_page(struct page *pg)
{
    const struct user_email *in = pg->params;
    if (!user_set_email(pg->ctx, in->user_id, in->email))
        return false;
    return account_back(pg, true, "The address is changed. It is the one to sign in with now.",
                        user_path(pg, in->user_id));
}

bool
user_new_page(struct page *pg)
{
    account_tabs(pg);
    return reply_template(pg);
}

bool
user_add_page(struct page *pg)
{
    const struct user_new *in = pg->params;
    int64_t user_id;
    return user_add(pg->ctx, in->email, in->name, NULL, in->super, &user_id) &&
           show_link(pg, user_id);
}

bool
admin_page(struct page *pg)
{
    return reply_redirect(pg, "/admin/schedule");
}
