/* GET /{tenant}/campaigns/{id}/conflicts: what the conflict check found, now or in an older check; POST
 * checks again. POST /{tenant}/campaigns/{id}/conflicts/{conflict}: fix, undo, accept. */
#include <string.h>

#include "domain/audience/campaign_check.h"
#include "domain/audience/campaign_conflict.h"
#include "web/audience/audience_view.h"
#include "web/audience/pages.h"
#include "web/bulk/bulk_view.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { CHECKS = 10 };

static const char *const acts[] = {"fix", "undo", "accept", NULL};

struct shown {
    int64_t id, check;
};
static const struct param shown_items[] = {
    PARAM_ID(struct shown, id),
    PARAM_ID_OR_NONE(struct shown, check),
};
const struct params campaign_conflict_params = PARAMS(struct shown, shown_items);

struct act {
    int64_t id, conflict;
    const char *act, *reason;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    PARAM_ID(struct act, conflict),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_TEXT(struct act, reason, CAMPAIGN_CONFLICT_REASON, OPTIONAL),
};
const struct params campaign_conflict_act_params = PARAMS(struct act, act_items);

static bool
show_checks(struct page *pg, const struct campaign *campaign, int64_t shown)
{
    struct campaign_check *rows;
    size_t n;
    if (!campaign_check_list(pg->ctx, campaign->campaign_id, CHECKS, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Checks");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s?check=%" PRId64,
                              campaign_view_path(pg, campaign->campaign_id, "/conflicts"),
                              rows[i].check_id));
        tree_set(row, "who", rows[i].who ? rows[i].who : "the system");
        tree_set(row, "people", campaign_view_people(pg, rows[i].people));
        tree_set(row, "found", view_number(pg, rows[i].found));
        tree_set(row, "undecided", view_number(pg, rows[i].undecided));
        tree_set_bool(row, "current", rows[i].check_id == shown);
        view_time(pg, row, "when", rows[i].checked_ms);
    }
    return true;
}

bool
campaign_conflict_page(struct page *pg)
{
    const struct shown *in = pg->params;
    struct campaign campaign;
    return campaign_view_head(pg, in->id, &campaign) &&
           audience_view_conflicts(pg, &campaign, in->check) &&
           show_checks(pg, &campaign, in->check ? in->check : campaign.check_id) &&
           reply_template(pg);
}

bool
campaign_conflict_check_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign_check check;
    int64_t check_id, job_id;
    if (!campaign_check_start(pg->ctx, in->id, &check_id, &job_id))
        return false;
    if (!job_id) {
        if (!campaign_check_get(pg->ctx, check_id, &check))
            return false;
        const char *blocks = check.blocking ? "some block the approval" : "none blocks";
        reply_flash(pg, check.undecided ? "info" : "ok",
                    check.undecided
                        ? arena_printf(pg->ctx->arena, "Checked. Conflicts to decide: %s, %s.",
                                       view_number(pg, check.undecided), blocks)
                        : "Checked: nothing speaks against it.",
                    NULL, NULL);
    }
    return reply_redirect_to(pg, campaign_view_path(pg, in->id, "/conflicts"));
}

bool
campaign_conflict_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    struct campaign_conflict conflict;
    if (!campaign_conflict_get(pg->ctx, in->conflict, &conflict))
        return false;
    if (conflict.campaign_id != in->id)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "There is no such conflict here.");
    const char *said = "Taken back.";
    if (!strcmp(in->act, "fix")) {
        if (!campaign_conflict_fix(pg->ctx, in->conflict))
            return false;
        said = arena_printf(pg->ctx->arena, "%s: done for %s. It can be undone below.",
                            campaign_conflict_fix_label(pg->ctx->arena, &conflict),
                            campaign_view_people(pg, conflict.people));
    } else if (!strcmp(in->act, "accept")) {
        if (!campaign_conflict_accept(pg->ctx, in->conflict, in->reason))
            return false;
        said = "Accepted. It does not stand in the way of the approval.";
    } else if (!campaign_conflict_undo(pg->ctx, in->conflict)) {
        return false;
    }
    reply_flash(pg, "ok", said, NULL, NULL);
    return reply_redirect_to(pg, campaign_view_path(pg, in->id, "/conflicts"));
}

/* Polled while the job checks. */
bool
campaign_conflict_progress_page(struct page *pg)
{
    const struct campaign_one *in = pg->params;
    struct campaign_check check = {0};
    int64_t running;
    bool active = false;
    const char *path = campaign_view_path(pg, in->id, "/conflicts/progress");
    if (!campaign_check_running(pg->ctx, in->id, &running) ||
        (running && (!campaign_check_get(pg->ctx, running, &check) ||
                     !bulk_view_progress(pg, check.job_id, path, &active))))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, campaign_view_path(pg, in->id, "/conflicts"));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}
