/* Head, stepper and tabs of campaigns. See campaign_view.h. */
#include "web/campaign/campaign_view.h"

#include <string.h>

#include "base/text.h"
#include "domain/campaign/campaign_state.h"
#include "domain/campaign/sender.h"
#include "domain/record/record.h"
#include "web/view.h"

/* Where the pages of a campaign are, below "/{tenant}". */
#define CAMPAIGN "/campaigns/{id}"

/* count: which number stands beside it. */
enum tab_count { NO_COUNT, COUNT_PEOPLE, COUNT_STEPS, COUNT_MESSAGES };
static const struct tab {
    const char *label, *rest;
    enum tab_count count;
} tabs[] = {
    {"Overview", "",          NO_COUNT      },
    {"People",   "/people",   COUNT_PEOPLE  },
    {"Steps",    "/steps",    COUNT_STEPS   },
    {"Messages", "/messages", COUNT_MESSAGES},
    {"Exports",  "/exports",  NO_COUNT      },
    {"Insights", "/insights", NO_COUNT      },
    {"Settings", "/settings", NO_COUNT      },
};
enum { N_TABS = sizeof tabs / sizeof *tabs };

/* What can be done with any campaign; states have their own. */
static const struct {
    const char *label, *rest;
} actions[] = {
    {"Writing",          "/generate"},
    {"Clone",            "/clone"   },
    {"Save as template", "/template"},
};

const char *
campaign_view_path(struct page *pg, int64_t id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/campaigns/%" PRId64 "%s", pg->base, id, rest);
}

bool
campaign_view_has(const struct page *pg, const char *path)
{
    for (size_t i = 0; i < pg->web->n_routes; i++) {
        const struct route *route = &pg->web->routes[i];
        if (route->method != GET || !text_starts(route->path, "/{tenant}") ||
            strcmp(route->path + strlen("/{tenant}"), path) != 0)
            continue;
        return pg->caller->role_rank >= (route->need == MAY_ADMIN   ? AUTH_ADMIN
                                         : route->need == MAY_WRITE ? AUTH_EDITOR
                                                                    : AUTH_VIEWER);
    }
    return false;
}

const char *
campaign_view_people(struct page *pg, int64_t n)
{
    return arena_printf(pg->ctx->arena, "%s %s", view_number(pg, n), n == 1 ? "person" : "people");
}

const char *
campaign_view_messages(struct page *pg, int64_t n)
{
    return arena_printf(pg->ctx->arena, "%s message%s", view_number(pg, n), n == 1 ? "" : "s");
}

static int64_t
count_of(enum tab_count which, const struct campaign_counts *counts,
         const struct campaign_gates *gates)
{
    switch (which) {
    case COUNT_PEOPLE:
        return counts->people;
    case COUNT_STEPS:
        return gates->steps;
    case COUNT_MESSAGES:
        return counts->draft + counts->approved + counts->rejected + counts->set_aside +
               counts->sent;
    case NO_COUNT:
        break;
    }
    return 0;
}

/* The page's path behind "/campaigns/{id}"; NULL when it is no page of a campaign. */
static const char *
rest_of(const struct page *pg)
{
    const char *prefix = "/{tenant}" CAMPAIGN;
    return text_starts(pg->route->path, prefix) ? pg->route->path + strlen(prefix) : NULL;
}

static void
fill_tabs(struct page *pg, struct tree *node, const struct campaign *campaign,
          const struct campaign_counts *counts, const struct campaign_gates *gates)
{
    const char *rest = rest_of(pg);
    struct tree_list list = tree_list(node, "tabs");
    for (size_t i = 0; i < N_TABS; i++) {
        size_t length = strlen(tabs[i].rest);
        if (!campaign_view_has(pg, arena_printf(pg->ctx->arena, CAMPAIGN "%s", tabs[i].rest)))
            continue;
        struct tree *row = tree_row(&list);
        int64_t count = count_of(tabs[i].count, counts, gates);
        tree_set(row, "label", tabs[i].label);
        tree_set(row, "path", campaign_view_path(pg, campaign->campaign_id, tabs[i].rest));
        if (count)
            tree_set(row, "count", view_number(pg, count));
        if (rest &&
            (length ? text_starts(rest, tabs[i].rest) && (!rest[length] || rest[length] == '/')
                    : !*rest))
            tree_set(row, "current", "1");
    }
}

/* The way of a campaign, with what is not reached yet ahead; its end stands there once it is reached. */
static void
fill_stepper(struct tree *node, const char *state)
{
    static const char *const way[] = {"draft",    "ready",   "generating", "review",
                                      "approved", "sending", "finished"};
    enum { N_WAY = sizeof way / sizeof *way };
    const char *at = !strcmp(state, "paused") ? "sending" : state;
    size_t here = N_WAY;
    for (size_t i = 0; i < N_WAY; i++)
        if (!strcmp(way[i], at))
            here = i;
    if (here == N_WAY)
        return;
    struct tree_list list = tree_list(node, "way");
    for (size_t i = 0; i < N_WAY && (i <= here || i + 1 < N_WAY); i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", campaign_state_label(i == here ? state : way[i]));
        tree_set_bool(row, "done", i < here);
        tree_set_bool(row, "current", i == here);
    }
}

static void
add_action(struct tree_list *list, const char *label, const char *path, bool danger)
{
    struct tree *row = tree_row(list);
    tree_set(row, "label", label);
    tree_set(row, "path", path);
    tree_set_bool(row, "danger", danger);
}

/* What an editor may do with it, ends last. */
static void
fill_actions(struct page *pg, struct tree *node, const struct campaign *campaign)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(node, "actions");
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (campaign_view_has(pg, arena_printf(arena, CAMPAIGN "%s", actions[i].rest)))
            add_action(&list, actions[i].label,
                       campaign_view_path(pg, campaign->campaign_id, actions[i].rest), false);
    for (const struct campaign_move *move = campaign_moves; move->from; move++)
        if (move->act && !strcmp(move->from, campaign->state))
            add_action(&list, arena_printf(arena, "%s…", move->act),
                       campaign_view_path(pg, campaign->campaign_id,
                                          arena_printf(arena, "/move/%s", move->to)),
                       !strcmp(move->to, "archived"));
    if (!strcmp(campaign->state, "draft"))
        add_action(&list, "Delete…", campaign_view_path(pg, campaign->campaign_id, "/delete"),
                   true);
}

/* The one thing to do next; nothing where it happens elsewhere. */
static void
fill_main(struct page *pg, struct tree *node, const struct campaign *campaign,
          const struct campaign_counts *counts, const struct campaign_gates *gates)
{
    struct arena *arena = pg->ctx->arena;
    const char *state = campaign->state, *label = NULL, *path = NULL;
    int64_t id = campaign->campaign_id;
    if (!strcmp(state, "draft") && !gates->steps && campaign_view_has(pg, CAMPAIGN "/steps")) {
        label = "Add steps";
        path = campaign_view_path(pg, id, "/steps");
    } else if (!strcmp(state, "draft") && !gates->people &&
               campaign_view_has(pg, CAMPAIGN "/people/add")) {
        label = "Add people";
        path = campaign_view_path(pg, id, "/people/add");
    } else if (!strcmp(state, "draft")) {
        label = "Mark as ready";
        path = campaign_view_path(pg, id, "/move/ready");
    } else if (!strcmp(state, "ready") && campaign_view_has(pg, CAMPAIGN "/generate")) {
        label = arena_printf(arena, "Write to %s", campaign_view_people(pg, counts->people));
        path = campaign_view_path(pg, id, "/generate");
    } else if (!strcmp(state, "review") && counts->draft && campaign_view_has(pg, "/review")) {
        label = arena_printf(arena, "Review %s", campaign_view_messages(pg, counts->draft));
        path = arena_printf(arena, "%s/review?campaign=%" PRId64, pg->base, id);
    } else if (!strcmp(state, "review") && !counts->draft) {
        label = "Approve campaign";
        path = campaign_view_path(pg, id, "/move/approved");
    } else if (!strcmp(state, "approved") && campaign_view_has(pg, CAMPAIGN "/exports")) {
        label = arena_printf(arena, "Export %s", campaign_view_messages(pg, counts->approved));
        path = campaign_view_path(pg, id, "/exports");
    }
    if (label && pg->caller->role_rank >= AUTH_EDITOR) {
        tree_set(node, "main.label", label);
        tree_set(node, "main.path", path);
    }
}

/* "12 people · English, professional · from Hana Nova · owner Ben Adams" */
static const char *
sub_of(struct page *pg, const struct campaign *campaign, const struct campaign_counts *counts,
       const char *sender)
{
    struct arena *arena = pg->ctx->arena;
    const char *sub =
        arena_printf(arena, "%s · %s, %s", campaign_view_people(pg, counts->people),
                     campaign_label(campaign_languages, campaign->language),
                     text_lower(arena, campaign_label(campaign_tones, campaign->tone)));
    if (sender)
        sub = arena_printf(arena, "%s · from %s", sub, sender);
    if (campaign->owner)
        sub = arena_printf(arena, "%s · owner %s", sub, campaign->owner);
    return sub;
}

bool
campaign_view_head(struct page *pg, int64_t id, struct campaign *out)
{
    struct campaign_counts counts;
    struct campaign_gates gates;
    struct sender sender = {0};
    if (!campaign_get(pg->ctx, id, out) || !campaign_counts(pg->ctx, id, &counts) ||
        !campaign_gates(pg->ctx, id, &gates))
        return false;
    if (out->sender_id && !sender_get(pg->ctx, out->sender_id, &sender)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
    }
    struct tree *node = tree_node(pg->view, "Campaign");
    const struct campaign_state *state = campaign_state_of(out->state);
    tree_set_i64(node, "id", id);
    tree_set(node, "name", out->name);
    tree_set(node, "path", campaign_view_path(pg, id, ""));
    tree_set(node, "list", arena_printf(pg->ctx->arena, "%s/campaigns", pg->base));
    tree_set(node, "state", state->name);
    tree_set(node, "state_label", state->label);
    tree_set(node, "look", state->look);
    tree_set(node, "about", state->about);
    tree_set(node, "sub", sub_of(pg, out, &counts, sender.name));
    if (out->description)
        tree_set(node, "description", out->description);
    fill_stepper(node, out->state);
    fill_tabs(pg, node, out, &counts, &gates);
    fill_main(pg, node, out, &counts, &gates);
    if (pg->caller->role_rank >= AUTH_EDITOR)
        fill_actions(pg, node, out);
    return true;
}

void
campaign_view_options(struct page *pg, const char *name, const struct campaign_choice *all)
{
    for (; all->value; all++)
        view_option(pg, name, all->value, all->label);
}

bool
campaign_view_owners(struct page *pg, const char *name, int64_t kept, const char *kept_name)
{
    bool there = !kept;
    struct record_owner *owners;
    size_t n;
    if (!record_owners(pg->ctx, &owners, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        view_option(pg, name, arena_printf(pg->ctx->arena, "%" PRId64, owners[i].user_id),
                    owners[i].name);
        there |= owners[i].user_id == kept;
    }
    if (!there)
        view_option(pg, name, arena_printf(pg->ctx->arena, "%" PRId64, kept),
                    kept_name ? kept_name : "Somebody who has left");
    return true;
}

bool
campaign_view_senders(struct page *pg, const char *name, int64_t kept)
{
    bool there = !kept;
    struct sender *senders;
    size_t n;
    if (!sender_list(pg->ctx, &senders, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        view_option(pg, name, arena_printf(pg->ctx->arena, "%" PRId64, senders[i].sender_id),
                    arena_printf(pg->ctx->arena, "%s, %s%s", senders[i].name, senders[i].company,
                                 senders[i].is_default ? " (default)" : ""));
        there |= senders[i].sender_id == kept;
    }
    if (!there)
        view_option(pg, name, arena_printf(pg->ctx->arena, "%" PRId64, kept),
                    "A sender that was removed");
    return true;
}
