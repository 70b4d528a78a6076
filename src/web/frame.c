/* The frame. See frame.h. */
#include "web/frame.h"

#include <string.h>

#include "web/csrf.h"
#include "web/nav.h"
#include "web/reply.h"
#include "web/view.h"

void
frame_share(struct tree *shared)
{
    for (size_t i = 0; static_table[i].name; i++)
        tree_set(tree_node(shared, "Static"), static_table[i].name, static_table[i].path);
    tree_set(shared, "Version", LEADGEN_VERSION);
}

static void
fill_caller(struct page *pg)
{
    const struct auth_caller *caller = pg->caller;
    struct tree *node = tree_node(pg->view, "Caller");
    tree_set(node, "name", caller->user_name);
    tree_set(node, "email", caller->user_email);
    tree_set(node, "initials", view_initials(pg->ctx->arena, caller->user_name));
    tree_set_i64(node, "avatar", caller->user_id % 6 + 1);
    tree_set(node, "tenant", caller->tenant_name);
    tree_set(node, "slug", caller->tenant_slug);
    tree_set(node, "role", caller->role);
    tree_set_bool(node, "may_write", caller->role_rank >= AUTH_EDITOR);
    tree_set_bool(node, "may_admin", caller->role_rank >= AUTH_ADMIN);
    tree_set_bool(node, "is_super", caller->is_super);
    tree_set_bool(node, "shortcuts", !caller->shortcuts_off);
}

void
frame_fill(struct page *pg, bool whole_page)
{
    struct tree *page = tree_node(pg->view, "Page");
    tree_set(page, "path", pg->path);
    tree_set(page, "request", pg->request_id);
    tree_set(pg->view, "Base", pg->base);
    if (*pg->secret)
        tree_set(pg->view, "Csrf", csrf_token(pg));
    if (pg->caller)
        fill_caller(pg);
    if (!whole_page)
        return;
    if (pg->caller) {
        if (pg->caller->theme && *pg->caller->theme)
            tree_set(page, "theme", pg->caller->theme);
        if (pg->caller->density && *pg->caller->density)
            tree_set(page, "density", pg->caller->density);
        nav_fill(pg);
    }
    reply_flash_show(pg);
}
