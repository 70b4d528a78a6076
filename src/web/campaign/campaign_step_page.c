/* /{tenant}/campaigns/{id}/steps: the steps of a campaign in their order; moving one, switching it off,
 * taking it away. Viewers read, editors change while the campaign is in draft or ready. */
#include <string.h>

#include "domain/campaign/campaign_state.h"
#include "web/account/account_view.h"
#include "web/campaign/campaign_step_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

struct step_one {
    int64_t id, step_id;
};
static const struct param step_items[] = {
    PARAM_ID(struct step_one, id),
    PARAM_ID(struct step_one, step_id),
};
const struct params campaign_step_params = PARAMS(struct step_one, step_items);

static const char *const ways[] = {"up", "down", "first", "last", NULL};
struct step_moving {
    int64_t id, step_id;
    const char *where;
};
static const struct param move_items[] = {
    PARAM_ID(struct step_moving, id),
    PARAM_ID(struct step_moving, step_id),
    PARAM_CHOICE(struct step_moving, where, ways, REQUIRED),
};
const struct params campaign_step_move_params = PARAMS(struct step_moving, move_items);

struct step_switching {
    int64_t id, step_id;
    bool on;
};
static const struct param switch_items[] = {
    PARAM_ID(struct step_switching, id),
    PARAM_ID(struct step_switching, step_id),
    PARAM_FLAG(struct step_switching, on),
};
const struct params campaign_step_switch_params = PARAMS(struct step_switching, switch_items);

static const char *
list_path(struct page *pg, int64_t id)
{
    return campaign_view_path(pg, id, "/steps");
}

/* The channels, each with the page that adds such a step. */
static void
fill_channels(struct page *pg, int64_t id)
{
    struct tree_list list = tree_list(pg->view, "Steps.channels");
    for (const struct campaign_channel *channel = campaign_channels; channel->name; channel++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "label", channel->label);
        tree_set(row, "icon", channel->icon);
        tree_set(
            row, "path",
            arena_printf(pg->ctx->arena, "%s/new?channel=%s", list_path(pg, id), channel->name));
    }
}

/* For the select; as cards too where there is nothing else yet. */
static bool
fill_templates(struct page *pg, int64_t id, bool cards)
{
    struct campaign_template *all;
    size_t n;
    if (!campaign_templates(pg->ctx, &all, &n))
        return false;
    view_field(pg, "template", "");
    for (size_t i = 0; i < n; i++)
        view_option(pg, "template", all[i].key, all[i].name);
    struct tree_list list = tree_list(pg->view, "Steps.templates_shown");
    for (size_t i = 0; cards && i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "load",
                 view_url(pg->ctx->arena, "/%s/campaigns/%" PRId64 "/steps/load?template=%s",
                          pg->slug, id, all[i].key));
        if (!campaign_step_view_template(pg, row, &all[i]))
            return false;
    }
    return true;
}

bool
campaign_step_list_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    struct campaign_step *steps;
    size_t n;
    if (!campaign_view_head(pg, in->id, &campaign) ||
        !campaign_steps(pg->ctx, in->id, &steps, &n) ||
        !campaign_step_view_list(pg, pg->view, "Steps.rows", steps, n) ||
        !fill_templates(pg, in->id, !n))
        return false;
    struct tree *node = tree_node(pg->view, "Steps");
    bool open = campaign_allows(campaign.state, CAMPAIGN_STEPS);
    tree_set(node, "path", list_path(pg, in->id));
    tree_set_i64(node, "last", (int64_t)n);
    tree_set_bool(node, "any", n > 0);
    tree_set_bool(node, "full", n >= CAMPAIGN_STEPS_MOST);
    tree_set_bool(node, "open", open);
    tree_set_bool(node, "change", open && pg->caller->role_rank >= AUTH_EDITOR);
    tree_set(node, "state", campaign_state_label(campaign.state));
    tree_set(node, "templates", arena_printf(pg->ctx->arena, "%s/campaigns/templates", pg->base));
    tree_set(node, "save", campaign_view_path(pg, in->id, "/template"));
    if (campaign_view_has(pg, "/campaigns/{id}/preview"))
        tree_set(node, "preview", campaign_view_path(pg, in->id, "/preview"));
    fill_channels(pg, in->id);
    return reply_template(pg);
}

bool
campaign_step_move_page(struct page *pg)
{
    const struct step_moving *in = pg->params;
    struct campaign_step step;
    if (!campaign_step_get(pg->ctx, in->id, in->step_id, &step))
        return false;
    int64_t to = !strcmp(in->where, "up")     ? step.position - 1
                 : !strcmp(in->where, "down") ? step.position + 1
                 : !strcmp(in->where, "last") ? CAMPAIGN_STEPS_MOST
                                              : 1;
    bool ok = campaign_step_move(pg->ctx, in->id, in->step_id, to);
    return account_back(
        pg, ok,
        arena_printf(pg->ctx->arena, "%s has moved. The days stay with the places.", step.label),
        arena_printf(pg->ctx->arena, "%s#step-%" PRId64, list_path(pg, in->id), in->step_id));
}

bool
campaign_step_switch_page(struct page *pg)
{
    const struct step_switching *in = pg->params;
    struct campaign_step step;
    if (!campaign_step_get(pg->ctx, in->id, in->step_id, &step))
        return false;
    bool ok = campaign_step_switch(pg->ctx, in->id, in->step_id, in->on);
    const char *done = arena_printf(pg->ctx->arena, "%s is %s.", step.label,
                                    in->on ? "on again" : "off: nothing is written or sent for it");
    return account_back(pg, ok, done, list_path(pg, in->id));
}

bool
campaign_step_remove_ask(struct page *pg)
{
    const struct step_one *in = pg->params;
    struct campaign campaign;
    struct campaign_step step;
    if (!campaign_view_head(pg, in->id, &campaign) ||
        !campaign_step_get(pg->ctx, in->id, in->step_id, &step) ||
        !campaign_step_view_fill(pg, tree_node(pg->view, "Step"), &step))
        return false;
    tree_set(pg->view, "Steps.path", list_path(pg, in->id));
    return reply_template(pg);
}

bool
campaign_step_remove_page(struct page *pg)
{
    const struct step_one *in = pg->params;
    struct campaign_step step;
    if (!campaign_step_get(pg->ctx, in->id, in->step_id, &step))
        return false;
    bool ok = campaign_step_remove(pg->ctx, in->id, in->step_id);
    return account_back(pg, ok, arena_printf(pg->ctx->arena, "%s is removed.", step.label),
                        list_path(pg, in->id));
}
