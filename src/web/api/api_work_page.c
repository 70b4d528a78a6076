/* /api/v1/{tenant}/jobs/{id} and /runs/{id}: how the work is getting on that other answers
 * name. Reads only. */
#include "domain/pipeline/job.h"
#include "domain/pipeline/pipeline_run.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

bool
api_job_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct job_view job;
    if (!job_read(pg->ctx, sent->id, &job))
        return false;
    int64_t left = job_view_seconds_left(&job);
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", job.job_id);
    jsn_set_text(object, "kind", job.kind);
    jsn_set_text(object, "state", job.state);
    jsn_set_bool(object, "active", job_view_active(&job));
    jsn_set_int(object, "done", job.done);
    jsn_set_int(object, "total", job.total);
    jsn_set(object, "seconds_left", left < 0 ? NULL : jsn_int(arena, left));
    jsn_set_int(object, "attempts", job.attempts);
    jsn_set_text(object, "message", job.message);
    jsn_set_text(object, "reason", job.reason);
    api_json_when(arena, object, "created_at", job.created_at * 1000);
    api_json_when(arena, object, "finished_at", job.finished_at * 1000);
    return api_json_reply(pg, API_OK, object);
}

struct jsn *
api_run_json(struct arena *arena, const struct pipeline_run *run)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", run->run_id);
    jsn_set_text(object, "title", run->title);
    jsn_set_text(object, "state", run->state);
    jsn_set_bool(object, "active", pipeline_run_active(run));
    jsn_set_text(object, "reason", run->reason);
    jsn_set_int(object, "total", run->total);
    jsn_set_int(object, "ended", run->ended);
    jsn_set_int(object, "failed", run->failed);
    jsn_set_int(object, "estimate_micros", run->estimate_micros);
    jsn_set_int(object, "spent_micros", run->spent_micros);
    api_json_when(arena, object, "started_at", run->started_at * 1000);
    api_json_when(arena, object, "finished_at", run->finished_at * 1000);
    return object;
}

bool
api_run_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct pipeline_run run;
    return pipeline_run_get(pg->ctx, sent->id, &run) &&
           api_json_reply(pg, API_OK, api_run_json(pg->ctx->arena, &run));
}
