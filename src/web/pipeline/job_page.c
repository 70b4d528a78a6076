/* Jobs: of a workspace for its members, of all for super admins; try again, stop. */
#include "domain/pipeline/job.h"

#include <inttypes.h>
#include <string.h>

#include "domain/account/audit.h"
#include "domain/account/tenant.h"
#include "web/account/account_view.h"
#include "web/pipeline/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, NAMES_MOST = 500 };

static const char *const states[] = {"ready", "waiting",   "running", "dead",
                                     "done",  "cancelled", NULL};
static const char *const acts[] = {"retry", "cancel", NULL};

struct job_filter {
    const char *state;
    int64_t after;
};
static const struct param job_list_items[] = {
    PARAM_CHOICE(struct job_filter, state, states, OPTIONAL),
    PARAM_ID_OR_NONE(struct job_filter, after),
};
const struct params job_list_params = PARAMS(struct job_filter, job_list_items);

struct job_act {
    int64_t job_id;
    const char *act;
};
static const struct param job_act_items[] = {
    PARAM_ID(struct job_act, job_id),
    PARAM_CHOICE(struct job_act, act, acts, REQUIRED),
};
const struct params job_act_params = PARAMS(struct job_act, job_act_items);

static void
fill_row(struct page *pg, struct tree *node, const struct job_view *job)
{
    const struct job_kind *kind = job_kind_named(job->kind);
    bool active = job_view_active(job);
    bool may = pg->caller->is_super || pg->caller->role_rank >= AUTH_EDITOR;
    int64_t left = job_view_seconds_left(job);
    tree_set_i64(node, "id", job->job_id);
    tree_set(node, "kind", kind ? kind->label : job->kind);
    tree_set(node, "state", job->cancel_asked && active ? "stopping" : job->state);
    tree_set(node, "note",
             job->reason && strcmp(job->state, "done") != 0 ? job->reason : job->message);
    if (job->total)
        tree_set(node, "progress",
                 arena_printf(pg->ctx->arena, "%s of %s %s", view_number(pg, job->done),
                              view_number(pg, job->total), kind ? kind->unit : ""));
    else if (job->done)
        tree_set(node, "progress",
                 arena_printf(pg->ctx->arena, "%s %s", view_number(pg, job->done),
                              kind ? kind->unit : ""));
    if (left >= 0 && active)
        tree_set(node, "left", view_duration(pg->ctx->arena, left * 1000));
    view_time(pg, node, "created", job->created_at * 1000);
    view_time(pg, node, "finished", job->finished_at * 1000);
    view_time(pg, node, "next", job->next_at * 1000);
    bool dead = !strcmp(job->state, "dead") && !job->finished_at;
    tree_set_bool(node, "may_retry", may && (dead || !strcmp(job->state, "waiting")));
    tree_set_bool(node, "may_cancel", may && active && !job->cancel_asked);
    tree_set_bool(node, "may_dismiss", may && dead);
}

/* What each is about: the file of an import, a campaign. */
static bool
fill_about(struct page *pg, const struct job_view *rows, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    struct job_about *about;
    size_t n_about;
    if (!job_about(pg->ctx, rows, n, &about, &n_about))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct tree *node = tree_node(pg->view, arena_printf(arena, "Jobs.%zu", i));
        for (size_t j = 0; j < n_about; j++) {
            if (about[j].job_id != rows[i].job_id)
                continue;
            tree_set(node, "about", about[j].name);
            if (*about[j].area)
                tree_set(
                    node, "path",
                    arena_printf(arena, "%s/%s/%" PRId64, pg->base, about[j].area, about[j].id));
        }
    }
    return true;
}

/* Names of the workspaces, where the page is of all of them. */
static bool
fill_tenants(struct page *pg, const struct job_view *rows, size_t n)
{
    struct tenant *tenants = NULL;
    size_t n_tenants = 0;
    if (!tenant_list(pg->ctx, "", "", "", NAMES_MOST, &tenants, &n_tenants))
        return false;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n_tenants; j++)
            if (tenants[j].tenant_id == rows[i].tenant_id)
                tree_set(pg->view, arena_printf(pg->ctx->arena, "Jobs.%zu.tenant", i),
                         tenants[j].name);
    tree_set(pg->view, "All", "1");
    return true;
}

bool
job_list_page(struct page *pg)
{
    const struct job_filter *in = pg->params;
    struct job_view *rows = NULL;
    size_t n = 0;
    if (!job_list(pg->ctx, *in->state ? in->state : NULL, in->after ? in->after : INT64_MAX,
                  PAGE + 1, &rows, &n))
        return false;
    bool more = n > PAGE;
    n = more ? PAGE : n;
    struct tree_list list = tree_list(pg->view, "Jobs");
    bool dead = false;
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        fill_row(pg, row, &rows[i]);
        dead |= *tree_get(row, "may_dismiss") == '1';
    }
    tree_set_bool(pg->view, "Dead", dead);
    if (*pg->base ? !fill_about(pg, rows, n) : !fill_tenants(pg, rows, n))
        return false;
    account_tabs(pg);
    view_field(pg, "state", in->state);
    view_option(pg, "state", "", "Every state");
    view_option(pg, "state", "ready", "Ready");
    view_option(pg, "state", "running", "Running");
    view_option(pg, "state", "waiting", "Waiting");
    view_option(pg, "state", "dead", "Gave up");
    view_option(pg, "state", "done", "Done");
    view_option(pg, "state", "cancelled", "Stopped");
    view_pager(pg, NULL,
               more ? arena_printf(pg->ctx->arena, "%" PRId64, rows[n - 1].job_id) : NULL);
    tree_set(pg->view, "Here",
             *pg->base ? arena_printf(pg->ctx->arena, "%s/jobs", pg->base) : "/admin/jobs");
    return reply_template(pg);
}

static const char *
jobs_path(struct page *pg)
{
    return *pg->base ? arena_printf(pg->ctx->arena, "%s/jobs", pg->base) : "/admin/jobs";
}

bool
job_retry_page(struct page *pg)
{
    int64_t n = 0;
    bool ok = job_retry_dead(pg->ctx, &n);
    const char *many =
        n == 1 ? "1 job" : arena_printf(pg->ctx->arena, "%s jobs", view_number(pg, n));
    ok = ok && (!n || audit_add(pg->ctx, "job_retry", many, NULL));
    return account_back(pg, ok,
                        n ? arena_printf(pg->ctx->arena, "Started again: %s.", many)
                          : "No job had given up.",
                        jobs_path(pg));
}

bool
job_act_page(struct page *pg)
{
    const struct job_act *in = pg->params;
    struct job_view job;
    bool retry = !strcmp(in->act, "retry");
    const char *back = jobs_path(pg);
    if (!job_read(pg->ctx, in->job_id, &job))
        return account_back(pg, false, "", back);
    const struct job_kind *kind = job_kind_named(job.kind);
    const char *named =
        arena_printf(pg->ctx->arena, "%s %" PRId64, kind ? kind->label : job.kind, job.job_id);
    bool ok = (retry ? job_retry(pg->ctx, in->job_id) : job_cancel(pg->ctx, in->job_id)) &&
              audit_add(pg->ctx, retry ? "job_retry" : "job_cancel", named, NULL);
    return account_back(pg, ok, retry ? "The job starts again." : "The job ends as soon as it can.",
                        back);
}
