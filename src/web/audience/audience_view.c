/* Cards of the people of a campaign. See audience_view.h. */
#include "web/audience/audience_view.h"

#include <string.h>

#include "domain/audience/campaign_check.h"
#include "domain/audience/campaign_conflict.h"
#include "domain/audience/campaign_person.h"
#include "domain/audience/campaign_ready.h"
#include "web/bulk/bulk_view.h"
#include "web/campaign/campaign_view.h"
#include "web/pipeline/run_view.h"
#include "web/record/record_view.h"
#include "web/view.h"

enum { SOME = 5 };

static void
show_conflict(struct page *pg, struct tree *row, const struct campaign_conflict *conflict,
              bool newest)
{
    struct arena *arena = pg->ctx->arena;
    static const char *const looks[] = {"", "info", "warn", "stop"};
    static const char *const words[] = {"", "To know", "Look at it", "Blocks"};
    tree_set_i64(row, "id", conflict->conflict_id);
    tree_set(row, "title", conflict->title);
    tree_set(row, "detail", conflict->detail);
    tree_set(row, "people", campaign_view_people(pg, conflict->people));
    tree_set(row, "people_path",
             arena_printf(arena, "%s?conflict=%" PRId64,
                          campaign_view_path(pg, conflict->campaign_id, "/people"),
                          conflict->conflict_id));
    tree_set(row, "path",
             arena_printf(arena, "%s/%" PRId64,
                          campaign_view_path(pg, conflict->campaign_id, "/conflicts"),
                          conflict->conflict_id));
    tree_set(row, "icon", looks[conflict->severity]);
    tree_set(row, "weight", words[conflict->severity]);
    tree_set_i64(row, "severity", conflict->severity);
    tree_set(row, "state", conflict->state);
    tree_set_bool(row, "may", newest);
    if (conflict->accepted_reason)
        tree_set(row, "reason", conflict->accepted_reason);
    if (conflict->who)
        tree_set(row, "who", conflict->who);
    const char *fix = campaign_conflict_fix_label(arena, conflict);
    if (fix)
        tree_set(row, "fix", fix);
    view_time(pg, row, "when", conflict->decided_ms);
}

/* A check that a job is at shows how far it is. */
static bool
show_running(struct page *pg, const struct campaign *campaign, struct tree *node)
{
    int64_t running;
    struct campaign_check check;
    bool active;
    if (!campaign_check_running(pg->ctx, campaign->campaign_id, &running))
        return false;
    if (!running)
        return true;
    tree_set(node, "running", "1");
    return campaign_check_get(pg->ctx, running, &check) &&
           bulk_view_progress(pg, check.job_id,
                              campaign_view_path(pg, campaign->campaign_id, "/conflicts/progress"),
                              &active);
}

bool
audience_view_conflicts(struct page *pg, const struct campaign *campaign, int64_t check_id)
{
    struct tree *node = tree_node(pg->view, "Conflicts");
    struct campaign_check check;
    struct campaign_conflict *rows;
    size_t n;
    bool over = !strcmp(campaign->state, "finished") || !strcmp(campaign->state, "archived");
    int64_t shown = check_id ? check_id : campaign->check_id;
    tree_set(node, "path", campaign_view_path(pg, campaign->campaign_id, "/conflicts"));
    tree_set_bool(node, "over", over);
    if (!show_running(pg, campaign, node))
        return false;
    if (!shown)
        return true;
    if (!campaign_check_get(pg->ctx, shown, &check) ||
        !campaign_conflict_list(pg->ctx, shown, &rows, &n))
        return false;
    if (check.campaign_id != campaign->campaign_id)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such check of this campaign.");
    bool newest = shown == campaign->check_id;
    tree_set(node, "people", campaign_view_people(pg, check.people));
    tree_set_bool(node, "newest", newest);
    tree_set_bool(node, "old", newest && check.checked_ms < campaign->people_changed_ms);
    tree_set(node, "who", check.who ? check.who : "the system");
    view_time(pg, node, "checked", check.checked_ms);
    if (check.blocking)
        tree_set(node, "blocking", view_number(pg, check.blocking));
    struct tree_list list = tree_list(node, "rows");
    for (size_t i = 0; i < n; i++)
        show_conflict(pg, tree_row(&list), &rows[i], newest && !over);
    return true;
}

static bool
show_unready(struct page *pg, const struct campaign *campaign, struct tree *node)
{
    struct campaign_person *rows;
    size_t n;
    const struct campaign_person_wish wish = {
        .state = "", .ready = CAMPAIGN_RESEARCH, .search = "", .after = "", .most = SOME};
    if (!campaign_person_list(pg->ctx, campaign->campaign_id, &wish, &rows, &n))
        return false;
    struct tree_list list = tree_list(node, "rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", rows[i].name);
        tree_set(row, "path", record_view_path(pg, RECORD_CONTACT, rows[i].contact_id));
        tree_set(row, "company", rows[i].company ? rows[i].company : "");
        const char *of = campaign_ready_words(pg->ctx->arena, rows[i].of_company);
        const char *own = campaign_ready_words(pg->ctx->arena, rows[i].of_person);
        tree_set(row, "missing",
                 arena_printf(pg->ctx->arena, "%s%s%s", of, *of && *own ? ", " : "", own));
        tree_set(row, "cost",
                 run_view_money(pg, campaign_ready_cost(rows[i].of_company) +
                                        campaign_ready_cost(rows[i].of_person)));
    }
    return true;
}

bool
audience_view_ready(struct page *pg, const struct campaign *campaign, bool rows)
{
    struct tree *node = tree_node(pg->view, "Ready");
    struct campaign_readiness sums;
    struct pipeline_cost cost;
    struct arena *arena = pg->ctx->arena;
    size_t n;
    const char *people = campaign_view_path(pg, campaign->campaign_id, "/people");
    if (!campaign_ready_sums(pg->ctx, campaign->campaign_id, &sums))
        return false;
    tree_set(node, "path", people);
    tree_set(node, "total", view_number(pg, sums.people));
    tree_set_bool(node, "any", sums.people > 0);
    tree_set(node, "ready", view_number(pg, sums.ready));
    tree_set(node, "missing", view_number(pg, sums.missing));
    tree_set(node, "no_way", view_number(pg, sums.no_way));
    tree_set(node, "ready_width", view_width(arena, sums.ready, sums.people));
    tree_set(node, "missing_width", view_width(arena, sums.missing, sums.people));
    tree_set(node, "no_way_width", view_width(arena, sums.no_way, sums.people));
    tree_set(node, "ready_path", arena_printf(arena, "%s?ready=ready", people));
    tree_set(node, "missing_path", arena_printf(arena, "%s?ready=research", people));
    tree_set(node, "no_way_path", arena_printf(arena, "%s?ready=no_way", people));
    bool open = !strcmp(campaign->state, "draft") || !strcmp(campaign->state, "ready");
    if (open)
        tree_set(node, "add", campaign_view_path(pg, campaign->campaign_id, "/people/add"));
    if (!sums.missing)
        return true;
    if (!campaign_ready_estimate(pg->ctx, campaign->campaign_id, &cost, &n))
        return false;
    tree_set(node, "research", campaign_view_path(pg, campaign->campaign_id, "/research"));
    tree_set(node, "research_people", campaign_view_people(pg, (int64_t)n));
    if (cost.cost_micros)
        tree_set(node, "cost", run_view_money(pg, cost.cost_micros));
    return !rows || show_unready(pg, campaign, node);
}
