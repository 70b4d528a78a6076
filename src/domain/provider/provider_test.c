/* Testing an outside service. See provider_test.h. */
#include "domain/provider/provider_test.h"

#include "base/db.h"
#include "domain/provider/provider_search.h"
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

bool
provider_test_job(struct ctx *ctx, struct job *job)
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
    bool good = asked.asked && asked.ended.outcome == PROVIDER_OK && asked.n_hits > 0;
    return job_begin(ctx, job) &&
           db_exec(
               ctx, &SQL_PROVIDER_TEST_DONE,
               DB_ARGS(DB_I64(job->subject), DB_BOOL(good), DB_STR(words_for(ctx->arena, &asked))),
               NULL) &&
           job_finish(ctx, job) && db_commit(ctx);
}
