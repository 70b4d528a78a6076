/* Progress of an export. See record_export_progress.h. */
#include "web/export/record_export_progress.h"

#include <string.h>

#include "domain/pipeline/job.h"
#include "web/view.h"

bool
record_export_progress(struct page *pg, int64_t job_id, const char *path, const char *unit)
{
    struct arena *arena = pg->ctx->arena;
    struct tree *tree = tree_node(pg->view, "Progress");
    struct job_view job;
    tree_set(tree, "path", path);
    tree_set(tree, "unit", unit);
    tree_set(pg->view, "Page.refresh", "2");
    if (!job_read(pg->ctx, job_id, &job)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        return true;
    }
    int64_t left = job_view_seconds_left(&job);
    if (job.total > 0) {
        tree_set_i64(tree, "percent", job.done * 100 / job.total);
        tree_set(tree, "width", view_width(arena, job.done, job.total));
        tree_set(tree, "done", view_number(pg, job.done));
        tree_set(tree, "total", view_number(pg, job.total));
    }
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
