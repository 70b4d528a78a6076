/* What is done to a whole campaign, each asked first: GET and POST /{tenant}/campaigns/{id}/move/{to},
 * …/clone, …/delete. */
#include <string.h>

#include "domain/campaign/campaign_clone.h"
#include "domain/campaign/campaign_state.h"
#include "web/account/account_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const goals[] = {"draft",  "ready",    "review",   "approved", "sending",
                                    "paused", "finished", "archived", NULL};

struct moving {
    int64_t id;
    const char *to;
};
static const struct param move_items[] = {
    PARAM_ID(struct moving, id),
    PARAM_CHOICE(struct moving, to, goals, REQUIRED),
};
const struct params campaign_move_params = PARAMS(struct moving, move_items);

struct cloning {
    int64_t id;
    const char *name;
};
static const struct param clone_items[] = {
    PARAM_ID(struct cloning, id),
    PARAM_TEXT(struct cloning, name, CAMPAIGN_NAME_MOST, REQUIRED),
};
const struct params campaign_clone_params = PARAMS(struct cloning, clone_items);

/* What it is about to touch, in numbers. */
static const char *
extent(struct page *pg, const struct campaign_counts *n)
{
    struct arena *arena = pg->ctx->arena;
    const char *text = campaign_view_people(pg, n->people);
    int64_t messages = n->draft + n->approved + n->rejected + n->set_aside + n->sent;
    if (!messages)
        return arena_printf(arena, "%s, no message.", text);
    return arena_printf(arena, "%s, %s: %s approved, %s rejected, %s to review, %s sent.", text,
                        campaign_view_messages(pg, messages), view_number(pg, n->approved),
                        view_number(pg, n->rejected), view_number(pg, n->draft),
                        view_number(pg, n->sent));
}

bool
campaign_move_ask(struct page *pg)
{
    const struct moving *in = pg->params;
    struct campaign campaign;
    struct campaign_counts counts;
    struct campaign_gates gates;
    if (!campaign_view_head(pg, in->id, &campaign) || !campaign_counts(pg->ctx, in->id, &counts) ||
        !campaign_gates(pg->ctx, in->id, &gates))
        return false;
    const struct campaign_move *move = campaign_move_between(campaign.state, in->to);
    struct tree *node = tree_node(pg->view, "Move");
    tree_set(node, "extent", extent(pg, &counts));
    tree_set_bool(node, "danger", !strcmp(in->to, "archived"));
    if (!move || !move->act) {
        tree_set(node, "act", campaign_state_label(in->to));
        tree_set(node, "missing",
                 arena_printf(pg->ctx->arena, "From %s it does not go to %s.",
                              campaign_state_label(campaign.state), campaign_state_label(in->to)));
        return reply_template(pg);
    }
    const char *missing = campaign_missing(pg->ctx->arena, &gates, campaign.state, in->to);
    tree_set(node, "act", move->act);
    tree_set(node, "says", move->says);
    if (missing)
        tree_set(node, "missing", missing);
    return reply_template(pg);
}

bool
campaign_move_page(struct page *pg)
{
    const struct moving *in = pg->params;
    struct campaign campaign;
    if (!campaign_get(pg->ctx, in->id, &campaign))
        return false;
    bool ok = campaign_move_by_hand(pg->ctx, in->id, in->to);
    const char *done = arena_printf(pg->ctx->arena, "%s is in %s now.", campaign.name,
                                    campaign_state_label(in->to));
    return account_back(pg, ok, done, campaign_view_path(pg, in->id, ""));
}

bool
campaign_clone_ask(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    const char *name;
    if (!campaign_view_head(pg, in->id, &campaign) || !campaign_clone_name(pg->ctx, in->id, &name))
        return false;
    view_field(pg, "name", name);
    return reply_template(pg);
}

bool
campaign_clone_page(struct page *pg)
{
    const struct cloning *in = pg->params;
    int64_t id;
    if (!campaign_clone(pg->ctx, in->id, in->name, &id))
        return false;
    reply_flash(pg, "ok", "This is the clone: settings, offers and steps came along.", NULL, NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, id, ""));
}

bool
campaign_delete_ask(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    struct campaign_counts counts;
    if (!campaign_view_head(pg, in->id, &campaign) || !campaign_counts(pg->ctx, in->id, &counts))
        return false;
    tree_set(pg->view, "Move.extent", extent(pg, &counts));
    tree_set_bool(pg->view, "Move.draft", !strcmp(campaign.state, "draft"));
    return reply_template(pg);
}

bool
campaign_delete_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    if (!campaign_get(pg->ctx, in->id, &campaign))
        return false;
    bool ok = campaign_delete(pg->ctx, in->id);
    return account_back(pg, ok, arena_printf(pg->ctx->arena, "%s is deleted.", campaign.name),
                        ok ? arena_printf(pg->ctx->arena, "%s/campaigns", pg->base)
                           : campaign_view_path(pg, in->id, ""));
}
