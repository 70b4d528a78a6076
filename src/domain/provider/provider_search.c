/* Asking a search service. See provider_search.h. */
#include "domain/provider/provider_search.h"

#include <string.h>
#include <time.h>

#include "base/clock.h"

enum { NAP_MS = 500 };

/* Waits for the turn; false: the job is lost. */
static bool
wait_turn(struct ctx *ctx, struct job *job, int64_t wait_ms)
{
    int64_t until = clock_steady_ms() + wait_ms, left;
    while ((left = until - clock_steady_ms()) > 0 && job->stop == JOB_GO) {
        const struct timespec nap = {.tv_nsec = (left < NAP_MS ? left : NAP_MS) * 1000000};
        nanosleep(&nap, NULL);
        if (!job_heartbeat(ctx, job, job->done, job->total))
            return false;
    }
    return true;
}

static bool
send_request(struct ctx *ctx, struct http *http, const struct provider *provider,
             const struct search_request *request, struct http_answer **answer)
{
    static const char *const types[] = {"application/json", "text/json", "text/plain",
                                        "application/problem+json", NULL};
    const char **headers = ARENA_ARRAY(ctx->arena, SEARCH_HEADERS_MOST + 1, const char *);
    for (size_t i = 0; i < request->n_headers; i++)
        headers[i] = request->headers[i];
    const struct http_request asked = {.url = request->url,
                                       .method = request->body ? "POST" : "GET",
                                       .headers = headers,
                                       .body = request->body,
                                       .body_length = request->body ? strlen(request->body) : 0,
                                       .types = types,
                                       .max_body = SEARCH_ANSWER_MAX,
                                       .seconds = (int)provider->timeout_seconds};
    return http_fetch(ctx, http, ctx->arena, &asked, answer);
}

/* What the answer is worth; an unreadable one is no success, whatever its status. */
static void
read_answer(struct ctx *ctx, const struct search_service *service, const struct provider *provider,
            const struct http_answer *answer, struct provider_asked *out)
{
    struct provider_ended *ended = &out->ended;
    provider_call_judge(ctx->arena, answer->end == HTTP_ANSWERED ? NULL : answer->message,
                        answer->status, ended);
    ended->milliseconds = (int64_t)(answer->took * 1000);
    ended->bytes = (int64_t)answer->length;
    ended->retry_after = answer->retry_seconds;
    if (ended->outcome != PROVIDER_OK)
        return;
    /* Services bill what they answered, also what we cannot read. */
    ended->cost_micros = provider->price_micros;
    if (!answer->cut &&
        search_json_answer(ctx, service, answer->body, answer->length, &out->hits, &out->n_hits))
        return;
    ended->outcome = PROVIDER_GARBAGE;
    ended->message = answer->cut ? "The answer ends before its end."
                                 : arena_strdup(ctx->arena, ctx->err.message);
    err_clear(ctx);
}

bool
provider_search(struct ctx *ctx, struct http *http, struct job *job,
                const struct provider *provider, const char *key, const char *operation,
                const char *query, int64_t page, struct provider_asked *out)
{
    struct search_service service;
    struct search_request request;
    struct http_answer *answer;
    *out = (struct provider_asked){0};
    if (!search_json_read(ctx, provider->base_url, provider->settings, &service) ||
        !provider_call_enter(ctx, job->tenant_id, provider->provider_id, &out->asked, &out->wait_ms,
                             &out->why))
        return false;
    out->pages = service.pages;
    if (!out->asked)
        return true;
    if (!wait_turn(ctx, job, out->wait_ms))
        return false;
    if (job->stop != JOB_GO) {
        out->asked = false;
        out->why = "Stopped before it was asked.";
        return true;
    }
    search_json_request(ctx->arena, &service, key, query, page, &request);
    if (!send_request(ctx, http, provider, &request, &answer))
        return false;
    read_answer(ctx, &service, provider, answer, out);
    return provider_call_leave(ctx, job->tenant_id, provider->provider_id, operation, &out->ended);
}
