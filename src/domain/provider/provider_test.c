/* Testing an outside service. See provider_test.h. */
#include "domain/provider/provider_test.h"

#include "base/clock.h"
#include "base/db.h"
#include "domain/provider/model.h"
#include "domain/provider/provider_search.h"
#include "domain/writing/letter.h"
#include "statements.h"

#define QUESTION "example company"

bool
provider_test(struct ctx *ctx, int64_t provider_id)
{
    struct provider provider;
    int64_t job_id;
    return provider_get(ctx, provider_id, &provider) &&
           job_enqueue(ctx, "provider_test", provider_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_PROVIDER_TEST_ASK, DB_ARGS(DB_I64(provider_id), DB_I64(job_id)), NULL);
}

static const char *
words_for(struct arena *arena, const struct provider_asked *asked)
{
    if (!asked->asked)
        return asked->why;
    if (asked->ended.outcome != PROVIDER_OK)
        return asked->ended.message;
    if (!asked->n_hits)
        return "It answered, but without results: check where its answer has the list.";
    return arena_printf(arena, "%zu results in %lld ms, the first from %s", asked->n_hits,
                        (long long)asked->ended.milliseconds, asked->hits[0].url);
}

static bool
test_search(struct ctx *ctx, struct job *job, const char **said, bool *good)
{
    struct provider provider;
    struct provider_asked asked;
    struct http *http;
    const char *key;
    if (!job_begin(ctx, job) || !provider_get(ctx, job->subject, &provider) ||
        !provider_key(ctx, job->tenant_id, job->subject, &key) || !db_commit(ctx) ||
        !http_open(ctx, ctx->arena, &(struct http_limits){.running = 1, .turns = 1}, &http) ||
        !provider_search(ctx, http, job, &provider, key, "test", QUESTION, 0, &asked))
        return false;
    *good = asked.asked && asked.ended.outcome == PROVIDER_OK && asked.n_hits > 0;
    *said = words_for(ctx->arena, &asked);
    return true;
}

static bool
beat(struct ctx *ctx, void *own, bool *stop)
{
    struct job *job = own;
    bool ok = job_heartbeat(ctx, job, 0, 1);
    *stop = job->stop != JOB_GO;
    return ok;
}

/* One short letter to nobody: the same way as all others. */
static bool
test_model(struct ctx *ctx, struct job *job, const char **said, bool *good)
{
    static const struct letter_request request = {
        .channel = "linkedin_connect",
        .language = "en",
        .tone = "friendly",
        .formality = "formal",
        .personalisation = 2,
        .angle = "opportunity",
        .touch = 1,
        .touches = 1,
        .offer = {.does = "We try out whether messages can be written."},
        .person = {.first_name = "Alex",                                  .last_name = "Example"},
        .company = {.name = "Example Company"                                                    }
    };
    const struct model_call call = {
        .tenant_id = job->tenant_id, .operation = "test", .alive = beat, .own = job};
    struct model model;
    struct letter letter;
    struct model_outcome outcome;
    int64_t began = clock_steady_ms();
    if (!job_begin(ctx, job) || !model_open(ctx, job->tenant_id, job->subject, &model) ||
        !db_commit(ctx) || !model_write(ctx, &model, &call, &request, NULL, &letter, &outcome))
        return false;
    *good = outcome.written;
    *said = outcome.written ? arena_printf(ctx->arena, "It wrote a letter in %lld ms: %s",
                                           (long long)(clock_steady_ms() - began), letter.body)
                            : outcome.message;
    return true;
}

bool
provider_test_job(struct ctx *ctx, struct job *job)
{
    struct provider provider;
    const char *said;
    bool good;
    if (!job_begin(ctx, job) || !provider_get(ctx, job->subject, &provider) || !db_commit(ctx) ||
        !(model_is(provider.kind) ? test_model : test_search)(ctx, job, &said, &good))
        return false;
    return job_begin(ctx, job) &&
           db_exec(ctx, &SQL_PROVIDER_TEST_DONE,
                   DB_ARGS(DB_I64(job->subject), DB_BOOL(good), DB_STR(said)), NULL) &&
           job_finish(ctx, job) && db_commit(ctx);
}
