/* GET /{tenant}/campaigns/{id}/insights: what reviewers say of a campaign; POST: one insight's change made,
 * put away, or taken back. */
#include <string.h>

#include "domain/sequence/campaign_step.h"
#include "domain/message/feedback.h"
#include "domain/message/insight.h"
#include "domain/message/message_version.h"
#include "web/campaign/campaign_view.h"
#include "web/message/pages.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const acts[] = {"apply", "dismiss", "undo", NULL};

enum { CODE_MOST = 40 };

static const struct param shown_items[] = {PARAM_ID(struct campaign_one, id)};
const struct params insight_params = PARAMS(struct campaign_one, shown_items);

struct act {
    int64_t id;
    const char *act, *code;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_TEXT(struct act, code, CODE_MOST, REQUIRED),
};
const struct params insight_act_params = PARAMS(struct act, act_items);

static bool
show_sums(struct page *pg, int64_t campaign_id)
{
    struct feedback_sum *sums;
    struct campaign_step *steps;
    size_t n, n_steps;
    if (!feedback_sums(pg->ctx, campaign_id, &sums, &n) ||
        !campaign_steps(pg->ctx, campaign_id, &steps, &n_steps))
        return false;
    static const char *const actions[] = {"approved", "edited", "rewritten", "rejected"};
    struct tree *node = tree_node(pg->view, "Sums");
    for (size_t i = 0; i < 4; i++)
        tree_set(node, actions[i], view_number(pg, feedback_of(sums, n, actions[i], "", 0)));
    struct tree_list reasons = tree_list(node, "reasons"), by_step = tree_list(node, "steps");
    for (const struct message_reason *one = message_reasons; one->code; one++) {
        int64_t times = feedback_of(sums, n, NULL, one->code, 0);
        if (!times)
            continue;
        struct tree *row = tree_row(&reasons);
        tree_set(row, "label", one->label);
        tree_set(row, "n", view_number(pg, times));
    }
    for (size_t i = 0; i < n_steps; i++) {
        struct tree *row = tree_row(&by_step);
        tree_set(row, "label", steps[i].label);
        for (size_t k = 0; k < 4; k++)
            tree_set(row, actions[k],
                     view_number(pg, feedback_of(sums, n, actions[k], "", steps[i].step_id)));
    }
    return true;
}

bool
insight_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign campaign;
    struct insight *rows;
    size_t n;
    int64_t actions;
    if (!campaign_view_head(pg, in->id, &campaign) ||
        !insight_list(pg->ctx, in->id, &rows, &n, &actions) || !show_sums(pg, in->id))
        return false;
    struct tree_list list = tree_list(pg->view, "Insights");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "code", rows[i].code);
        tree_set(row, "title", rows[i].title);
        tree_set(row, "change", rows[i].change);
        tree_set(row, "action", rows[i].action ? rows[i].action : "");
        tree_set(row, "who", rows[i].who ? rows[i].who : "Somebody");
        view_time(pg, row, "when", rows[i].decided_ms);
    }
    tree_set(pg->view, "Insight.path", campaign_view_path(pg, in->id, "/insights"));
    tree_set(pg->view, "Insight.actions", view_number(pg, actions));
    tree_set_bool(pg->view, "Insight.enough", actions >= INSIGHT_ACTIONS_LEAST);
    return reply_template(pg);
}

bool
insight_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    bool apply = !strcmp(in->act, "apply"), undo = !strcmp(in->act, "undo");
    if (apply  ? !insight_apply(pg->ctx, in->id, in->code)
        : undo ? !insight_undo(pg->ctx, in->id, in->code)
               : !insight_dismiss(pg->ctx, in->id, in->code))
        return false;
    reply_flash(pg, "ok",
                apply  ? "Changed. It holds for what is written from now on."
                : undo ? "Taken back."
                       : "Put away.",
                NULL, NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, in->id, "/insights"));
}
