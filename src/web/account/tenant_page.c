/* Workspaces: the settings of one, for its admins, and the list of all, for super admins. */
#include "domain/account/tenant.h"

#include <inttypes.h>
#include <string.h>

#include "domain/account/member.h"
#include "domain/record/country.h"
#include "web/account/account_view.h"
#include "web/account/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50 };

/* What view.c knows how to write numbers in. */
static const struct {
    const char *locale, *label;
} locales[] = {
    {"en", "English: 48,210.5"},
    {"cs", "Czech: 48 210,5"  },
    {"de", "German: 48.210,5" },
    {"fr", "French: 48 210,5" },
    {"sv", "Swedish: 48 210,5"},
};
enum { N_LOCALES = sizeof locales / sizeof *locales };

struct tenant_edit {
    const char *name, *time_zone, *locale, *default_country;
};
static const struct param tenant_edit_items[] = {
    PARAM_TEXT(struct tenant_edit, name, 120, REQUIRED),
    PARAM_TEXT(struct tenant_edit, time_zone, 60, REQUIRED),
    PARAM_TEXT(struct tenant_edit, locale, 10, REQUIRED),
    PARAM_TEXT(struct tenant_edit, default_country, 2, OPTIONAL),
};
const struct params tenant_edit_params = PARAMS(struct tenant_edit, tenant_edit_items);

struct tenant_all {
    const char *q, *after, *before;
};
static const struct param tenant_all_items[] = {
    PARAM_TEXT(struct tenant_all, q, 120, OPTIONAL),
    PARAM_TEXT(struct tenant_all, after, 40, OPTIONAL),
    PARAM_TEXT(struct tenant_all, before, 40, OPTIONAL),
};
const struct params tenant_all_params = PARAMS(struct tenant_all, tenant_all_items);

struct tenant_new {
    const char *slug, *name, *email;
};
static const struct param tenant_new_items[] = {
    PARAM_TEXT(struct tenant_new, slug, 40, REQUIRED),
    PARAM_TEXT(struct tenant_new, name, 120, REQUIRED),
    PARAM_TEXT(struct tenant_new, email, 254, OPTIONAL),
};
const struct params tenant_new_params = PARAMS(struct tenant_new, tenant_new_items);

struct tenant_one {
    int64_t id;
};
static const struct param tenant_one_items[] = {PARAM_ID(struct tenant_one, id)};
const struct params tenant_one_params = PARAMS(struct tenant_one, tenant_one_items);

bool
tenant_settings_page(struct page *pg)
{
    struct tenant_settings settings;
    if (!tenant_settings(pg->ctx, pg->caller->tenant_id, &settings))
        return false;
    account_tabs(pg);
    view_field(pg, "name", settings.name);
    view_field(pg, "time_zone", settings.time_zone);
    view_field(pg, "locale", settings.locale);
    view_field(pg, "default_country", settings.default_country);
    tree_set(pg->view, "Settings.slug", settings.slug);
    view_time(pg, pg->view, "Settings.created", settings.created_at);
    for (size_t i = 0; i < N_LOCALES; i++)
        view_option(pg, "locale", locales[i].locale, locales[i].label);
    view_option(pg, "default_country", "", "None");
    const struct country *country;
    for (size_t i = 0; (country = country_at(i)); i++)
        view_option(pg, "default_country", country->iso2, country->name);
    account_zones(pg);
    return reply_template(pg);
}

bool
tenant_edit_page(struct page *pg)
{
    const struct tenant_edit *in = pg->params;
    struct tenant_settings settings = {.tenant_id = pg->caller->tenant_id,
                                       .name = in->name,
                                       .time_zone = in->time_zone,
                                       .default_country = in->default_country};
    for (size_t i = 0; i < N_LOCALES; i++)
        if (!strcmp(in->locale, locales[i].locale))
            settings.locale = locales[i].locale;
    if (!settings.locale)
        return err_field(pg->ctx, ERR_INPUT, "locale", "Choose one of the list.");
    if (*in->default_country && !country_by_code(in->default_country))
        return err_field(pg->ctx, ERR_INPUT, "default_country", "Choose one of the list.");
    return account_back(pg, tenant_change(pg->ctx, &settings), "Saved.",
                        view_url(pg->ctx->arena, "/%s/settings", pg->caller->tenant_slug));
}

bool
tenant_all_page(struct page *pg)
{
    const struct tenant_all *in = pg->params;
    struct tenant *rows = NULL;
    size_t n = 0;
    if (!tenant_list(pg->ctx, in->q, in->after, in->before, PAGE + 1, &rows, &n))
        return false;
    struct account_cut cut = account_cut(n, PAGE, *in->after, *in->before);
    struct tree_list list = tree_list(pg->view, "Tenants");
    for (size_t i = cut.first; i < cut.end; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].tenant_id);
        tree_set(row, "slug", rows[i].slug);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "audit_path",
                 view_url(pg->ctx->arena, "/admin/audit?workspace=%" PRId64, rows[i].tenant_id));
        tree_set(row, "members", view_number(pg, rows[i].members));
        tree_set_bool(row, "active", rows[i].active);
        tree_set_bool(row, "demo", rows[i].is_demo);
        view_time(pg, row, "created", rows[i].created_at);
    }
    view_pager(pg, cut.back ? rows[cut.first].slug : NULL,
               cut.more ? rows[cut.end - 1].slug : NULL);
    account_tabs(pg);
    view_field(pg, "q", in->q);
    return reply_template(pg);
}

bool
tenant_new_page(struct page *pg)
{
    account_tabs(pg);
    return reply_template(pg);
}

/* With an address the first admin is invited at once; the link is shown this once. */
bool
tenant_add_page(struct page *pg)
{
    const struct tenant_new *in = pg->params;
    const char *token = NULL;
    int64_t tenant_id;
    if (!tenant_add(pg->ctx, in->slug, in->name, "UTC", &tenant_id))
        return false;
    if (!*in->email)
        return account_back(pg, true, "The workspace is there.", "/admin/workspaces");
    if (!member_invite(pg->ctx, tenant_id, in->email, "admin", &token))
        return false;
    account_tabs(pg);
    tree_set(pg->view, "Invited.email", in->email);
    tree_set(pg->view, "Invited.tenant", in->name);
    account_show_secret(pg, account_link(pg, token));
    return reply_template(pg);
}

bool
tenant_off_ask_page(struct page *pg)
{
    const struct tenant_one *in = pg->params;
    struct tenant_settings settings;
    if (!tenant_settings(pg->ctx, in->id, &settings))
        return false;
    return account_confirm(
        pg, &(struct confirm){
                .title = arena_printf(pg->ctx->arena, "Switch off %s?", settings.name),
                .text = "Nobody can open the workspace any more, and its API tokens and recurring "
                        "work stop. Nothing is deleted; you can switch it on again.",
                .button = "Switch off the workspace",
                .back = "/admin/workspaces"});
}

bool
tenant_off_page(struct page *pg)
{
    const struct tenant_one *in = pg->params;
    return account_back(pg, tenant_set_active(pg->ctx, in->id, false), "The workspace is off.",
                        "/admin/workspaces");
}

bool
tenant_on_page(struct page *pg)
{
    const struct tenant_one *in = pg->params;
    return account_back(pg, tenant_set_active(pg->ctx, in->id, true), "The workspace is on again.",
                        "/admin/workspaces");
}
