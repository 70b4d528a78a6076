/* The caller's own settings, the start page and the list of workspaces. */
#include "domain/account/profile.h"
#include "base/zone.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const themes[] = {"auto", "light", "dark", NULL};
static const char *const densities[] = {"compact", "normal", "roomy", NULL};

struct profile_change {
    const char *name, *theme, *density, *time_zone;
    bool shortcuts;
};
static const struct param profile_change_items[] = {
    PARAM_TEXT(struct profile_change, name, 120, REQUIRED),
    PARAM_CHOICE(struct profile_change, theme, themes, REQUIRED),
    PARAM_CHOICE(struct profile_change, density, densities, REQUIRED),
    PARAM_TEXT(struct profile_change, time_zone, 60, OPTIONAL),
    PARAM_FLAG(struct profile_change, shortcuts),
};
const struct params profile_change_params = PARAMS(struct profile_change, profile_change_items);

bool
profile_page(struct page *pg)
{
    struct profile profile;
    if (!profile_read(pg->ctx, &profile))
        return false;
    account_tabs(pg);
    view_field(pg, "name", profile.name);
    view_field(pg, "theme", profile.theme);
    view_field(pg, "density", profile.density);
    view_field(pg, "time_zone", profile.time_zone);
    view_field(pg, "shortcuts", profile.shortcuts ? "1" : "");
    tree_set(pg->view, "Profile.email", profile.email);
    account_zones(pg);
    view_option(pg, "theme", "auto", "As the system");
    view_option(pg, "theme", "light", "Light");
    view_option(pg, "theme", "dark", "Dark");
    view_option(pg, "density", "compact", "Compact");
    view_option(pg, "density", "normal", "Normal");
    view_option(pg, "density", "roomy", "Roomy");
    return reply_template(pg);
}

bool
profile_change_page(struct page *pg)
{
    const struct profile_change *in = pg->params;
    const struct profile profile = {.name = in->name,
                                    .theme = in->theme,
                                    .density = in->density,
                                    .time_zone = in->time_zone,
                                    .shortcuts = in->shortcuts};
    return account_back(pg, profile_change(pg->ctx, &profile), "Saved.", "/account");
}

/* The start page: the first workspace, or what there is to say without one. */
bool
start_page(struct page *pg)
{
    struct workspace *rows = NULL;
    size_t n = 0;
    if (!profile_workspaces(pg->ctx, &rows, &n))
        return false;
    return n ? reply_redirect(pg, "/%s", rows[0].slug) : reply_redirect(pg, "/workspaces");
}

bool
workspaces_page(struct page *pg)
{
    struct workspace *rows = NULL;
    size_t n = 0;
    if (!profile_workspaces(pg->ctx, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Workspaces");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "path", view_url(pg->ctx->arena, "/%s", rows[i].slug));
        tree_set(row, "slug", rows[i].slug);
        tree_set(row, "role", rows[i].role);
        tree_set_bool(row, "demo", rows[i].is_demo);
        tree_set(row, "initials", view_initials(pg->ctx->arena, rows[i].name));
        tree_set_i64(row, "avatar", rows[i].tenant_id % 6 + 1);
    }
    return reply_template(pg);
}
