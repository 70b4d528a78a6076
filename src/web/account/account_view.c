/* Shared by account and admin pages. See account_view.h. */
#include "web/account/account_view.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "base/zone.h"
#include "web/reply.h"
#include "web/view.h"

struct tab {
    const char *group, *label, *path;
};

static const struct tab tabs[] = {
    {"Your account", "Profile",       "/account"                    },
    {"Your account", "Password",      "/account/password"           },
    {"Your account", "Second factor", "/account/second-factor"      },
    {"Your account", "Sessions",      "/account/sessions"           },
    {"Settings",     "Workspace",     "/{tenant}/settings"          },
    {"Settings",     "Members",       "/{tenant}/settings/members"  },
    {"Settings",     "Owners",        "/{tenant}/settings/owners"   },
    {"Settings",     "Tags",          "/{tenant}/settings/tags"     },
    {"Settings",     "Lists",         "/{tenant}/settings/lists"    },
    {"Settings",     "Custom fields", "/{tenant}/settings/fields"   },
    {"Settings",     "Senders",       "/{tenant}/settings/senders"  },
    {"Settings",     "Countries",     "/{tenant}/settings/countries"},
    {"Settings",     "Providers",     "/{tenant}/settings/providers"},
    {"Settings",     "Usage",         "/{tenant}/settings/usage"    },
    {"Settings",     "People",        "/{tenant}/settings/people"   },
    {"Settings",     "E-mail",        "/{tenant}/settings/email"    },
    {"Settings",     "API tokens",    "/{tenant}/settings/tokens"   },
    {"Settings",     "Audit",         "/{tenant}/settings/audit"    },
    {"Admin",        "Schedule",      "/admin/schedule"             },
    {"Admin",        "Jobs",          "/admin/jobs"                 },
    {"Admin",        "Users",         "/admin/users"                },
    {"Admin",        "Workspaces",    "/admin/workspaces"           },
    {"Admin",        "Usage",         "/admin/usage"                },
    {"Admin",        "Sessions",      "/admin/sessions"             },
    {"Admin",        "Audit",         "/admin/audit"                },
    {"Admin",        "System",        "/admin/system"               },
};
enum { N_TABS = sizeof tabs / sizeof *tabs };

/* The tab that covers most of this page's path. */
static const struct tab *
current_tab(const struct page *pg)
{
    const struct tab *best = NULL;
    for (size_t i = 0; i < N_TABS; i++) {
        size_t length = strlen(tabs[i].path);
        if (text_starts(pg->route->path, tabs[i].path) &&
            (!pg->route->path[length] || pg->route->path[length] == '/') &&
            (!best || length > strlen(best->path)))
            best = &tabs[i];
    }
    return best;
}

/* A tab that leads to a page which this caller may not see is no help. */
static bool
may_open(const struct page *pg, const struct tab *tab)
{
    int64_t rank = pg->caller ? pg->caller->role_rank : 0;
    for (size_t i = 0; i < pg->web->n_routes; i++) {
        const struct route *route = &pg->web->routes[i];
        if (route->method != GET || strcmp(route->path, tab->path) != 0)
            continue;
        return (route->need != MAY_ADMIN || rank >= AUTH_ADMIN) &&
               (route->need != MAY_WRITE || rank >= AUTH_EDITOR);
    }
    return true;
}

void
account_tabs(struct page *pg)
{
    const struct tab *current = current_tab(pg);
    if (!current)
        return;
    struct tree_list list = tree_list(pg->view, "Tabs.items");
    tree_set(pg->view, "Tabs.label", current->group);
    for (size_t i = 0; i < N_TABS; i++) {
        if (strcmp(tabs[i].group, current->group) != 0 || !may_open(pg, &tabs[i]))
            continue;
        struct tree *row = tree_row(&list);
        bool of_tenant = text_starts(tabs[i].path, "/{tenant}");
        tree_set(row, "label", tabs[i].label);
        tree_set(row, "path",
                 of_tenant ? arena_printf(pg->ctx->arena, "%s%s", pg->base,
                                          tabs[i].path + strlen("/{tenant}"))
                           : tabs[i].path);
        if (&tabs[i] == current)
            tree_set(row, "current", "1");
    }
}

struct session_place
account_place(const struct page *pg)
{
    return (struct session_place){.user_agent = pg->in->user_agent, .address = pg->in->remote_addr};
}

char *
account_link(struct page *pg, const char *token)
{
    const struct conf *conf = pg->web->conf;
    return arena_printf(pg->ctx->arena, "%s/link/%s", conf && conf->url ? conf->url : "", token);
}

bool
account_back(struct page *pg, bool ok, const char *done, const char *path)
{
    enum err_kind kind = pg->ctx->err.kind;
    if (ok) {
        reply_flash(pg, "ok", done, NULL, NULL);
        return reply_redirect_to(pg, path);
    }
    if (kind != ERR_CONFLICT && kind != ERR_NOT_FOUND)
        return false;
    reply_flash(pg, "bad", pg->ctx->err.message, NULL, NULL);
    err_clear(pg->ctx);
    db_rollback(pg->ctx);
    return reply_redirect_to(pg, path);
}

bool
account_refuse(struct page *pg, const struct login_result *result, const char *field)
{
    if (result->outcome == LOGIN_PAUSED)
        return reply_too_many(pg, result->wait,
                              "There were too many wrong tries. Wait %" PRId64
                              " min, then try again, or ask an admin for a link to set a new "
                              "password.",
                              (result->wait + 59) / 60);
    if (!result->tries_left)
        return reply_form_error(pg, field,
                                "That was not right either. There is a pause of 15 minutes now.");
    return reply_form_error(pg, field,
                            "That is not right. %" PRId64 " %s left before a pause of 15 minutes.",
                            result->tries_left, result->tries_left == 1 ? "try" : "tries");
}

void
account_show_secret(struct page *pg, const char *secret)
{
    tree_set(pg->view, "Secret", secret);
}

void
account_zones(struct page *pg)
{
    size_t n = 0;
    const char *const *names = zone_names(pg->ctx->arena, &n);
    struct tree_list list = tree_list(pg->view, "Zones");
    for (size_t i = 0; i < n; i++)
        tree_set(tree_row(&list), "name", names[i]);
}

struct account_cut
account_cut(size_t n, size_t most, bool after, bool before)
{
    bool over = n > most;
    struct account_cut cut = {.first = before && over ? n - most : 0, .end = n};
    if (!before && over)
        cut.end = most;
    cut.back = cut.end && (before ? over : after);
    cut.more = cut.end && (before || over);
    return cut;
}

bool
account_confirm(struct page *pg, const struct confirm *confirm)
{
    tree_set(pg->view, "Confirm.title", confirm->title);
    tree_set(pg->view, "Confirm.text", confirm->text);
    tree_set(pg->view, "Confirm.button", confirm->button);
    tree_set(pg->view, "Confirm.back", confirm->back);
    account_tabs(pg);
    return reply_template(pg);
}
