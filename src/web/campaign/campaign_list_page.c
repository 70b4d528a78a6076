/* GET /{tenant}/campaigns: campaigns by where they stand, with how far each is and what it has cost. */
#include <stdlib.h>
#include <string.h>

#include "domain/campaign/campaign_list.h"
#include "domain/campaign/campaign_state.h"
#include "domain/record/record.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, SEARCH_MOST = 120, PAGES_MOST = 10000 };

static const char *const tab_names[] = {"current", "preparing", "review",   "approved",
                                        "sending", "finished",  "archived", NULL};
static const char *const channels[] = {"email", "linkedin", "call", NULL};

struct wanted {
    const char *tab, *q, *owner, *channel, *sort;
    int64_t page;
};
static const struct param wanted_items[] = {
    PARAM_CHOICE(struct wanted, tab, tab_names, OPTIONAL),
    PARAM_TEXT(struct wanted, q, SEARCH_MOST, OPTIONAL),
    PARAM_TEXT(struct wanted, owner, 20, OPTIONAL),
    PARAM_CHOICE(struct wanted, channel, channels, OPTIONAL),
    PARAM_CHOICE(struct wanted, sort, campaign_orders, OPTIONAL),
    PARAM_I64(struct wanted, page, 1, PAGES_MOST, OPTIONAL),
};
const struct params campaign_list_params = PARAMS(struct wanted, wanted_items);

/* "LinkedIn + e-mail, 5 steps" */
static const char *
channels_of(struct page *pg, const struct campaign_row *row)
{
    const char *text =
        arena_printf(pg->ctx->arena, "%s%s%s%s%s", row->linkedin ? "LinkedIn" : "",
                     row->linkedin && row->email ? " + " : "",
                     row->email ? (row->linkedin ? "e-mail" : "E-mail") : "",
                     row->call && (row->linkedin || row->email) ? " + " : "",
                     row->call ? (row->linkedin || row->email ? "calls" : "Calls") : "");
    if (!row->steps)
        return "No step yet";
    return arena_printf(pg->ctx->arena, "%s, %" PRId64 " step%s", text, row->steps,
                        row->steps == 1 ? "" : "s");
}

/* The bar of messages and what it says; without messages, how many people are still without. */
static void
fill_messages(struct page *pg, struct tree *node, const struct campaign_row *row)
{
    const struct campaign_counts *n = &row->counts;
    struct arena *arena = pg->ctx->arena;
    int64_t left = n->people > n->written ? (n->people - n->written) * row->steps : 0;
    int64_t decided = n->approved + n->sent;
    int64_t all = n->draft + decided + n->rejected + left;
    tree_set_bool(node, "any", all > 0);
    tree_set(node, "sent", view_width(arena, n->sent, all));
    tree_set(node, "approved", view_width(arena, n->approved, all));
    tree_set(node, "draft", view_width(arena, n->draft, all));
    tree_set(node, "rejected", view_width(arena, n->rejected, all));
    tree_set(node, "left", view_width(arena, left, all));
    if (n->draft)
        tree_set(node, "words", arena_printf(arena, "%s to review", view_number(pg, n->draft)));
    else if (n->sent)
        tree_set(node, "words", arena_printf(arena, "%s sent", view_number(pg, n->sent)));
    else if (n->approved)
        tree_set(node, "words", arena_printf(arena, "%s approved", view_number(pg, n->approved)));
    else
        tree_set(node, "words", n->people ? "not written" : "nobody in it");
}

static void
fill_row(struct page *pg, struct tree *node, const struct campaign_row *row)
{
    const struct campaign_state *state = campaign_state_of(row->state);
    tree_set_i64(node, "id", row->campaign_id);
    tree_set(node, "name", row->name);
    tree_set(node, "path", campaign_view_path(pg, row->campaign_id, ""));
    tree_set(node, "state", state->label);
    tree_set(node, "look", *state->look ? state->look : "none");
    tree_set(node, "channels", channels_of(pg, row));
    tree_set(node, "people", view_number(pg, row->counts.people));
    tree_set(node, "cost", row->cost_micros ? run_view_money(pg, row->cost_micros) : "–");
    view_time(pg, node, "updated", row->updated_ms);
    if (row->owner) {
        tree_set(node, "owner", row->owner);
        tree_set(node, "initials", view_initials(pg->ctx->arena, row->owner));
        tree_set_i64(node, "avatar", row->owner_id % 6 + 1);
    }
    tree_set_bool(node, "may_archive", campaign_may(row->state, "archived"));
    tree_set_bool(node, "may_delete", !strcmp(row->state, "draft"));
    fill_messages(pg, tree_node(node, "messages"), row);
}

static void
fill_tabs(struct page *pg, const struct campaign_tab *current, const int64_t *counts)
{
    struct tree_list list = tree_list(pg->view, "Campaigns.tabs");
    for (size_t i = 0; campaign_tabs[i].name; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", campaign_tabs[i].label);
        tree_set(row, "path", view_here_with(pg, "tab", i ? campaign_tabs[i].name : NULL));
        tree_set(row, "count", view_number(pg, counts[i]));
        if (&campaign_tabs[i] == current)
            tree_set(row, "current", "1");
    }
}

/* The columns people sort by: the address of each, and which way it goes now. */
static void
fill_sorts(struct page *pg, const char *sort)
{
    static const char *const columns[] = {"name", "people", "messages", "cost", "updated"};
    const char *now = *sort ? sort : "-updated";
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct arena *arena = pg->ctx->arena;
        const char *down = arena_printf(arena, "-%s", columns[i]);
        struct tree *node =
            tree_node(pg->view, arena_printf(arena, "Campaigns.sort.%s", columns[i]));
        bool by = !strcmp(now, columns[i]), by_down = !strcmp(now, down);
        bool text = !strcmp(columns[i], "name");
        /* Numbers and times begin with the most. */
        tree_set(node, "path",
                 view_here_with(pg, "sort",
                                by                ? down
                                : by_down || text ? columns[i]
                                                  : down));
        if (by || by_down)
            tree_set(node, "way", by ? "ascending" : "descending");
    }
}

static bool
fill_filter(struct page *pg, const struct wanted *in)
{
    struct record_owner *owners;
    size_t n;
    if (!record_owners(pg->ctx, &owners, &n))
        return false;
    view_field(pg, "q", in->q);
    view_field(pg, "owner", in->owner);
    view_option(pg, "owner", "", "Any owner");
    view_option(pg, "owner", "me", "Me");
    for (size_t i = 0; i < n; i++)
        if (owners[i].user_id != pg->caller->user_id)
            view_option(pg, "owner", arena_printf(pg->ctx->arena, "%" PRId64, owners[i].user_id),
                        owners[i].name);
    view_option(pg, "owner", "nobody", "Nobody");
    view_field(pg, "channel", in->channel);
    view_option(pg, "channel", "", "Any channel");
    view_option(pg, "channel", "email", "E-mail");
    view_option(pg, "channel", "linkedin", "LinkedIn");
    view_option(pg, "channel", "call", "Calls");
    return true;
}

static void
fill_pager(struct page *pg, int64_t page, int64_t total)
{
    struct arena *arena = pg->ctx->arena;
    if (page > 1)
        tree_set(pg->view, "Pager.previous",
                 view_here_with(pg, "page", arena_printf(arena, "%" PRId64, page - 1)));
    if (page * PAGE < total)
        tree_set(pg->view, "Pager.next",
                 view_here_with(pg, "page", arena_printf(arena, "%" PRId64, page + 1)));
}

bool
campaign_list_page(struct page *pg)
{
    const struct wanted *in = pg->params;
    const struct campaign_tab *tab = *in->tab ? campaign_tab_of(in->tab) : campaign_tabs;
    const struct campaign_filter filter = {
        .search = in->q,
        .channel = in->channel,
        .owner_id = !strcmp(in->owner, "me")       ? pg->caller->user_id
                    : !strcmp(in->owner, "nobody") ? CAMPAIGN_NOBODY
                                                   : strtoll(in->owner, NULL, 10)};
    int64_t page = in->page ? in->page : 1, all = 0;
    int64_t *counts = ARENA_ARRAY(pg->ctx->arena, sizeof tab_names / sizeof *tab_names, int64_t);
    struct campaign_row *rows;
    size_t n;
    if (!campaign_list_counts(pg->ctx, &filter, counts) ||
        !campaign_list(pg->ctx, tab, &filter, in->sort, PAGE, (page - 1) * PAGE, &rows, &n) ||
        !fill_filter(pg, in))
        return false;
    struct tree_list list = tree_list(pg->view, "Campaigns.rows");
    for (size_t i = 0; i < n; i++)
        fill_row(pg, tree_row(&list), &rows[i]);
    for (size_t i = 1; campaign_tabs[i].name; i++)
        all += counts[i];
    fill_tabs(pg, tab, counts);
    fill_sorts(pg, in->sort);
    fill_pager(pg, page, n ? rows->total : 0);
    struct tree *node = tree_node(pg->view, "Campaigns");
    tree_set(node, "path", arena_printf(pg->ctx->arena, "%s/campaigns", pg->base));
    tree_set(node, "tab", in->tab);
    tree_set(node, "shown", view_number(pg, n ? rows->total : 0));
    tree_set(node, "all", view_number(pg, all));
    tree_set_bool(node, "none", !all && !*in->q && !*in->owner && !*in->channel);
    if (campaign_view_has(pg, "/campaigns/templates"))
        tree_set(node, "templates",
                 arena_printf(pg->ctx->arena, "%s/campaigns/templates", pg->base));
    return reply_template(pg);
}
