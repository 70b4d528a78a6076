/* Members of a workspace and invitations, for its admins. */
#include "domain/account/member.h"

#include <string.h>

#include "domain/label/owner.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct member_invite {
    const char *email, *role;
};
static const struct param member_invite_items[] = {
    PARAM_TEXT(struct member_invite, email, 254, REQUIRED),
    PARAM_CHOICE(struct member_invite, role, member_roles, REQUIRED),
};
const struct params member_invite_params = PARAMS(struct member_invite, member_invite_items);

struct member_role {
    int64_t user_id;
    const char *role;
};
static const struct param member_role_items[] = {
    PARAM_ID(struct member_role, user_id),
    PARAM_CHOICE(struct member_role, role, member_roles, REQUIRED),
};
const struct params member_role_params = PARAMS(struct member_role, member_role_items);

struct member_one {
    int64_t user_id;
};
static const struct param member_one_items[] = {PARAM_ID(struct member_one, user_id)};
const struct params member_one_params = PARAMS(struct member_one, member_one_items);

struct invitation_one {
    int64_t link_id;
};
static const struct param invitation_one_items[] = {PARAM_ID(struct invitation_one, link_id)};
const struct params invitation_one_params = PARAMS(struct invitation_one, invitation_one_items);

static const char *
members_path(struct page *pg)
{
    return view_url(pg->ctx->arena, "/%s/settings/members", pg->caller->tenant_slug);
}

static void
fill_invitations(struct page *pg, const struct invitation *rows, size_t n)
{
    struct tree_list list = tree_list(pg->view, "Invitations");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].link_id);
        tree_set(row, "email", rows[i].email);
        tree_set(row, "role", rows[i].role);
        tree_set(row, "by", rows[i].invited_by);
        tree_set_bool(row, "expired", rows[i].expired);
        view_time(pg, row, "expires", rows[i].expires_at);
    }
}

bool
member_list_page(struct page *pg)
{
    struct member *rows = NULL;
    struct invitation *invitations = NULL;
    size_t n = 0, n_invitations = 0;
    int64_t tenant_id = pg->caller->tenant_id;
    if (!member_list(pg->ctx, tenant_id, &rows, &n) ||
        !member_invitations(pg->ctx, tenant_id, &invitations, &n_invitations))
        return false;
    struct tree_list list = tree_list(pg->view, "Members");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].user_id);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "email", rows[i].email);
        tree_set(row, "role", rows[i].role);
        tree_set(row, "initials", view_initials(pg->ctx->arena, rows[i].name));
        tree_set_i64(row, "avatar", rows[i].user_id % 6 + 1);
        tree_set_bool(row, "you", rows[i].user_id == pg->caller->user_id);
        tree_set_bool(row, "second", rows[i].has_second_factor);
        view_time(pg, row, "joined", rows[i].joined_at);
    }
    fill_invitations(pg, invitations, n_invitations);
    tree_set_i64(pg->view, "Count", (int64_t)n);
    account_tabs(pg);
    return reply_template(pg);
}

bool
member_invite_page(struct page *pg)
{
    account_tabs(pg);
    view_field(pg, "role", "editor");
    view_option(pg, "role", "viewer", "Viewer: sees everything");
    view_option(pg, "role", "editor", "Editor: sees and changes everything");
    view_option(pg, "role", "admin", "Admin: also decides who may enter");
    return reply_template(pg);
}

bool
member_invite_send_page(struct page *pg)
{
    const struct member_invite *in = pg->params;
    const char *token = NULL;
    if (!member_invite(pg->ctx, pg->caller->tenant_id, in->email, in->role, &token))
        return false;
    account_tabs(pg);
    tree_set(pg->view, "Invited.email", in->email);
    account_show_secret(pg, account_link(pg, token));
    return reply_template(pg);
}

bool
member_role_page(struct page *pg)
{
    const struct member_role *in = pg->params;
    return account_back(pg, member_set_role(pg->ctx, pg->caller->tenant_id, in->user_id, in->role),
                        "The role is changed.", members_path(pg));
}

/* Who it is about: only members of this workspace are found. */
static bool
read_member(struct page *pg, int64_t user_id, struct member *out)
{
    struct member *rows = NULL;
    size_t n = 0;
    if (!member_list(pg->ctx, pg->caller->tenant_id, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (rows[i].user_id == user_id) {
            *out = rows[i];
            return true;
        }
    return err_raise(pg->ctx, ERR_NOT_FOUND, "This person is not a member of the workspace.");
}

bool
member_remove_ask_page(struct page *pg)
{
    const struct member_one *in = pg->params;
    struct member member = {0};
    struct arena *arena = pg->ctx->arena;
    if (!read_member(pg, in->user_id, &member))
        return false;
    return account_confirm(
        pg, &(struct confirm){
                .title = arena_printf(arena, "Remove %s?", member.name),
                .text = arena_printf(arena,
                                     "%s (%s) can no longer open this workspace, and the API "
                                     "tokens they made here stop. What they did stays.",
                                     member.name, member.email),
                .button = arena_printf(arena, "Remove %s", member.name),
                .back = members_path(pg)});
}

/* Who owned records goes, the records stay: says so and offers to hand them over. */
static bool
offer_records(struct page *pg, int64_t user_id, bool *offered)
{
    struct owner *owners;
    size_t n;
    struct arena *arena = pg->ctx->arena;
    *offered = false;
    if (!owner_list(pg->ctx, &owners, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        int64_t records = owners[i].companies + owners[i].contacts;
        if (owners[i].user_id != user_id || !records)
            continue;
        reply_flash(pg, "warn",
                    arena_printf(arena, "Removed from the workspace. %s %s %s as owner still.",
                                 view_number(pg, records),
                                 records == 1 ? "record has" : "records have", owners[i].name),
                    "Hand over",
                    arena_printf(arena, "%s/settings/owners/%" PRId64, pg->base, user_id));
        *offered = true;
    }
    return true;
}

bool
member_remove_page(struct page *pg)
{
    const struct member_one *in = pg->params;
    bool ok = member_remove(pg->ctx, pg->caller->tenant_id, in->user_id), offered = false;
    bool self = ok && in->user_id == pg->caller->user_id;
    if (ok && !self && !offer_records(pg, in->user_id, &offered))
        return false;
    if (offered)
        return reply_redirect_to(pg, members_path(pg));
    return account_back(pg, ok, "Removed from the workspace.", self ? "/" : members_path(pg));
}

bool
invitation_withdraw_page(struct page *pg)
{
    const struct invitation_one *in = pg->params;
    return account_back(pg, member_withdraw(pg->ctx, pg->caller->tenant_id, in->link_id),
                        "The invitation is withdrawn.", members_path(pg));
}
