/* The navigation's table. See nav.h. To add a place: one row, its page being in routes.c. */
#include "web/nav.h"

#include <string.h>

#include "base/text.h"
#include "web/view.h"

struct place {
    const char *section; /* "" stands above the sections */
    const char *label, *icon, *path;
    bool in_short; /* also in the bottom bar of phones */
};

/* Leads into a workspace: the first place of pages that are in none. */
#define START "/"

static const struct place places[] = {
    {"",          "Home",         "home",     "/{tenant}",               true },
    {"",          "Home",         "home",     START,                     true },
    {"Leads",     "Contacts",     "people",   "/{tenant}/contacts",      true },
    {"Leads",     "Companies",    "company",  "/{tenant}/companies",     true },
    {"Leads",     "Import",       "upload",   "/{tenant}/import",        true },
    {"Leads",     "Duplicates",   "copy",     "/{tenant}/duplicates",    false},
    {"Pipeline",  "Discovery",    "search",   "/{tenant}/discovery",     false},
    {"Pipeline",  "Runs",         "runs",     "/{tenant}/runs",          false},
    {"Pipeline",  "Jobs",         "server",   "/{tenant}/jobs",          false},
    {"Pipeline",  "Triage",       "triage",   "/{tenant}/triage",        false},
    {"Pipeline",  "Signals",      "target",   "/{tenant}/signals",       false},
    {"Pipeline",  "Health",       "pulse",    "/{tenant}/health",        false},
    {"Reach",     "Campaigns",    "campaign", "/{tenant}/campaigns",     false},
    {"Reach",     "Review",       "review",   "/{tenant}/review",        true },
    {"Reach",     "Outbox",       "outbox",   "/{tenant}/outbox",        false},
    {"Reach",     "Inbox",        "inbox",    "/{tenant}/inbox",         true },
    {"Reach",     "Suppressions", "ban",      "/{tenant}/suppressions",  false},
    {"Workspace", "Learn",        "learn",    "/{tenant}/learn",         false},
    {"Workspace", "Settings",     "settings", "/{tenant}/settings",      false},
    {"Workspace", "Tags, lists",  "tag",      "/{tenant}/settings/tags", false},
    {"Workspace", "Trash",        "trash",    "/{tenant}/trash",         false},
    {"Workspace", "Admin",        "shield",   "/admin",                  false},
};
/* The user menu; signing out is a form. */
static const struct place user_places[] = {
    {"", "Your settings", "user", "/account", false},
};
/* Pages below the places, which only the search leads to at once. */
static const struct place further_places[] = {
    {"", "New contact",           "plus",     "/{tenant}/contacts/new",       false},
    {"", "New company",           "plus",     "/{tenant}/companies/new",      false},
    {"", "Smart lists",           "star",     "/{tenant}/smart-lists",        false},
    {"", "Versions of the model", "target",   "/{tenant}/signals/versions",   false},
    {"", "Trash",                 "trash",    "/{tenant}/trash",              false},
    {"", "Exports",               "download", "/{tenant}/exports",            false},
    {"", "Tags",                  "tag",      "/{tenant}/settings/tags",      false},
    {"", "Lists",                 "tag",      "/{tenant}/settings/lists",     false},
    {"", "Custom fields",         "settings", "/{tenant}/settings/fields",    false},
    {"", "Owners",                "people",   "/{tenant}/settings/owners",    false},
    {"", "PDF templates",         "file",     "/{tenant}/settings/pdf",       false},
    {"", "Senders",               "user",     "/{tenant}/settings/senders",   false},
    {"", "Countries",             "globe",    "/{tenant}/settings/countries", false},
    {"", "New campaign",          "campaign", "/{tenant}/campaigns/new",      false},
    {"", "Members",               "people",   "/{tenant}/settings/members",   false},
    {"", "Providers",             "bolt",     "/{tenant}/settings/providers", false},
    {"", "People to look for",    "people",   "/{tenant}/settings/people",    false},
    {"", "E-mail addresses",      "settings", "/{tenant}/settings/email",     false},
    {"", "API tokens",            "settings", "/{tenant}/settings/tokens",    false},
    {"", "Audit log",             "shield",   "/{tenant}/settings/audit",     false},
    {"", "Change password",       "settings", "/account/password",            false},
};
#define SIGN_OUT "/logout"
#define WORKSPACES "/workspaces"

enum { N_PLACES = sizeof places / sizeof *places, SHORT_MOST = 4 };

static const struct route *
row_of(const struct route *routes, size_t n_routes, enum method method, const char *path)
{
    for (size_t i = 0; i < n_routes; i++)
        if (routes[i].method == method && !strcmp(routes[i].path, path))
            return &routes[i];
    return NULL;
}

const bool *
nav_available(struct arena *owner, const struct route *routes, size_t n_routes)
{
    bool *available = ARENA_ARRAY(owner, N_PLACES, bool);
    for (size_t i = 0; i < N_PLACES; i++)
        available[i] = row_of(routes, n_routes, GET, places[i].path) != NULL;
    return available;
}

static bool
may_open(const struct page *pg, const struct place *place)
{
    const struct route *route = row_of(pg->web->routes, pg->web->n_routes, GET, place->path);
    if (!route || !pg->caller)
        return false;
    int64_t rank = pg->caller->role_rank;
    switch (route->need) {
    case OPEN:
    case LOGGED_IN:
        return true;
    case MAY_READ:
        return rank >= AUTH_VIEWER;
    case MAY_WRITE:
        return rank >= AUTH_EDITOR;
    case MAY_ADMIN:
        return rank >= AUTH_ADMIN;
    case SUPER:
        return pg->caller->is_super;
    }
    return false;
}

/* How much of the page's path a place covers; 0: it is not within. */
static size_t
covers(const struct page *pg, const struct place *place)
{
    size_t length = strlen(place->path);
    const char *path = pg->route ? pg->route->path : "";
    if (!text_starts(path, place->path) || (path[length] != '\0' && path[length] != '/'))
        return 0;
    /* Everything lies below the start page: only the page itself counts as it. */
    if (!strcmp(place->path, "/{tenant}") && path[length])
        return 0;
    return length;
}

static void
add_item(struct page *pg, struct tree_list *list, const struct place *place, bool current)
{
    struct tree *row = tree_row(list);
    bool of_tenant = text_starts(place->path, "/{tenant}");
    tree_set(row, "label", place->label);
    tree_set(row, "icon", place->icon);
    tree_set(row, "path",
             of_tenant
                 ? arena_printf(pg->ctx->arena, "%s%s", pg->base, place->path + strlen("/{tenant}"))
                 : place->path);
    if (current)
        tree_set(row, "current", "1");
}

static void
fill_user_menu(struct page *pg)
{
    struct tree_list list = tree_list(pg->view, "Nav.user");
    for (size_t i = 0; i < sizeof user_places / sizeof *user_places; i++)
        if (may_open(pg, &user_places[i]))
            add_item(pg, &list, &user_places[i], false);
    if (row_of(pg->web->routes, pg->web->n_routes, GET, WORKSPACES))
        tree_set(pg->view, "Nav.workspaces", WORKSPACES);
    if (row_of(pg->web->routes, pg->web->n_routes, POST, SIGN_OUT))
        tree_set(pg->view, "Nav.sign_out", SIGN_OUT);
}

static void
find_among(struct page *pg, const char *folded, const struct place *among, size_t n,
           struct tree_list *list)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(among[i].path, START) != 0 && may_open(pg, &among[i]) &&
            strstr(text_fold(pg->ctx->arena, among[i].label), folded))
            add_item(pg, list, &among[i], false);
}

void
nav_find(struct page *pg, const char *folded, struct tree_list *list)
{
    if (!*folded)
        return;
    find_among(pg, folded, places, N_PLACES, list);
    find_among(pg, folded, further_places, sizeof further_places / sizeof *further_places, list);
    find_among(pg, folded, user_places, sizeof user_places / sizeof *user_places, list);
}

/* The search box shows where there is something to search. */
static void
fill_search(struct page *pg)
{
    if (*pg->base && pg->caller && pg->caller->role_rank >= AUTH_VIEWER &&
        row_of(pg->web->routes, pg->web->n_routes, GET, "/{tenant}/search"))
        tree_set(pg->view, "Nav.search", arena_printf(pg->ctx->arena, "%s/search", pg->base));
}

void
nav_fill(struct page *pg)
{
    fill_search(pg);
    fill_user_menu(pg);
    size_t best = 0;
    for (size_t i = 0; i < N_PLACES; i++)
        if (covers(pg, &places[i]) > best)
            best = covers(pg, &places[i]);
    struct tree_list sections = tree_list(pg->view, "Nav.sections");
    struct tree_list shorts = tree_list(pg->view, "Nav.short");
    struct tree_list items = {0};
    const char *section = NULL;
    for (size_t i = 0; i < N_PLACES; i++) {
        const struct place *place = &places[i];
        bool of_tenant = text_starts(place->path, "/{tenant}");
        bool elsewhere = of_tenant ? !*pg->base : *pg->base && !strcmp(place->path, START);
        if (!pg->web->places[i] || elsewhere || !may_open(pg, place))
            continue;
        if (!section || strcmp(section, place->section) != 0) {
            struct tree *row = tree_row(&sections);
            section = place->section;
            if (*section)
                tree_set(row, "label", section);
            items = tree_list(row, "items");
        }
        bool current = best && covers(pg, place) == best;
        add_item(pg, &items, place, current);
        if (place->in_short && shorts.count < SHORT_MOST)
            add_item(pg, &shorts, place, current);
    }
}
