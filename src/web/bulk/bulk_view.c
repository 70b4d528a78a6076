/* What the pages of bulk actions share. See bulk_view.h. */
#include "web/bulk/bulk_view.h"

#include <string.h>

#include "base/clock.h"
#include "domain/pipeline/job.h"
#include "web/view.h"

const char *
bulk_view_count(struct page *pg, enum record_entity entity, int64_t n)
{
    const char *one = entity == RECORD_COMPANY ? "company" : "contact";
    const char *many = entity == RECORD_COMPANY ? "companies" : "contacts";
    return arena_printf(pg->ctx->arena, "%s %s", view_number(pg, n), n == 1 ? one : many);
}

const char *
bulk_view_list(struct page *pg, enum record_entity entity)
{
    return arena_printf(pg->ctx->arena, "%s/%s", pg->base,
                        entity == RECORD_COMPANY ? "companies" : "contacts");
}

bool
bulk_view_progress(struct page *pg, int64_t job_id, const char *path, bool *active)
{
    struct arena *arena = pg->ctx->arena;
    struct job_view job;
    *active = false;
    if (!job_id)
        return true;
    if (!job_read(pg->ctx, job_id, &job)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        return true;
    }
    *active = job_view_active(&job);
    if (!*active)
        return true;
    int64_t left = job_view_seconds_left(&job);
    struct tree *tree = tree_node(pg->view, "Progress");
    tree_set(tree, "path", path);
    tree_set(pg->view, "Page.refresh", "2");
    if (job.total > 0) {
        int64_t percent = job.done * 100 / job.total;
        tree_set_i64(tree, "percent", percent > 100 ? 100 : percent);
        tree_set(tree, "of", view_number(pg, job.total));
    }
    tree_set(tree, "width", view_width(arena, job.done, job.total));
    tree_set(tree, "done", view_number(pg, job.done));
    if (job.rate > 0)
        tree_set(tree, "rate", view_number(pg, (int64_t)(job.rate + 0.5)));
    if (left >= 0)
        tree_set(tree, "left", view_duration(arena, (left < 1 ? 1 : left) * 1000));
    tree_set_bool(tree, "stopping", job.cancel_asked);
    tree_set_bool(tree, "waiting", !strcmp(job.state, "ready") || !strcmp(job.state, "waiting"));
    if (job.attempts > 1 && job.reason)
        tree_set(tree, "trouble", job.reason);
    return true;
}
