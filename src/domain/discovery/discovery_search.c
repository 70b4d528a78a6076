/* The pages of a web search. See discovery_search.h. */
#include "domain/discovery/discovery_search.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "domain/pipeline/ledger.h"
#include "domain/provider/provider_search.h"

/* The search in hand. */
struct search {
    struct job *job;
    struct http *http;
    struct provider provider;
    const char *key, *words;
    const char **places; /* of the leads so far: their keys */
    struct discovery_search *out;
};

/* Of a further page people are told which one. */
static void
fail(struct ctx *ctx, struct search *search, int64_t page, const char *cause, const char *message)
{
    search->out->cause = cause;
    search->out->message =
        page ? arena_printf(ctx->arena, "Page %" PRId64 " of the results: %s", page + 1, message)
             : arena_strdup(ctx->arena, message);
}

/* What the call may cost, promised by the budget before it is made. */
static bool
reserve(struct ctx *ctx, struct search *search, int64_t page, int64_t *reservation)
{
    *reservation = 0;
    if (!search->provider.price_micros)
        return true;
    if (!job_begin(ctx, search->job))
        return false;
    if (ledger_reserve(ctx, "Discovery", 0, search->provider.price_micros, reservation))
        return db_commit(ctx);
    if (search->job->lost || ctx->err.kind != ERR_CONFLICT)
        return false;
    fail(ctx, search, page, "budget", ctx->err.message);
    err_clear(ctx);
    db_rollback(ctx);
    return true;
}

static bool
settle(struct ctx *ctx, struct search *search, int64_t reservation, int64_t cost)
{
    if (!reservation)
        return true;
    return job_begin(ctx, search->job) &&
           (!cost || ledger_spend(ctx, reservation, search->provider.name, search->words, cost)) &&
           ledger_close(ctx, reservation) && db_commit(ctx);
}

/* Adds the results of a page; true: one of them leads to a place that the search had not met. */
static bool
add_hits(struct ctx *ctx, struct search *search, const struct provider_asked *asked)
{
    struct discovery_search *out = search->out;
    size_t known = out->n_leads;
    bool fresh = false;
    for (size_t i = 0; i < asked->n_hits; i++) {
        struct discovery_lead lead = {asked->hits[i].url, asked->hits[i].title,
                                      (int64_t)out->n_leads + 1};
        struct discovery_sifted sifted;
        bool met = false;
        discovery_sift(ctx->arena, &lead, NULL, &sifted);
        for (size_t k = 0; k < known && !met; k++)
            met = !strcmp(search->places[k], sifted.key);
        fresh = fresh || !met;
        search->places[out->n_leads] = sifted.key;
        out->leads[out->n_leads++] = lead;
    }
    return fresh;
}

/* One page; *onward: the next may have more. */
static bool
ask_page(struct ctx *ctx, struct search *search, int64_t page, bool *onward)
{
    struct provider_asked asked;
    int64_t reservation;
    *onward = false;
    if (!reserve(ctx, search, page, &reservation))
        return false;
    if (search->out->cause)
        return true;
    if (!provider_search(ctx, search->http, search->job, &search->provider, search->key, "search",
                         search->words, page, &asked))
        return false;
    if (!asked.asked) {
        search->out->later = search->job->stop != JOB_GO;
        fail(ctx, search, page, "throttled", asked.why);
    } else if (asked.ended.outcome != PROVIDER_OK) {
        fail(ctx, search, page, provider_outcome_name(asked.ended.outcome), asked.ended.message);
    } else {
        *onward = add_hits(ctx, search, &asked) && page + 1 < asked.pages;
    }
    return settle(ctx, search, reservation, asked.ended.cost_micros);
}

bool
discovery_search(struct ctx *ctx, struct http *http, struct job *job, const char *words,
                 struct discovery_search *out)
{
    enum { LEADS_MOST = SEARCH_PAGES_MOST * SEARCH_HITS_MOST };
    struct search search = {.job = job, .http = http, .key = "", .words = words, .out = out};
    bool found, onward = true;
    *out = (struct discovery_search){0};
    if (!job_begin(ctx, job) || !provider_of_kind(ctx, PROVIDER_SEARCH, &search.provider, &found) ||
        (found && !provider_key(ctx, job->tenant_id, search.provider.provider_id, &search.key)) ||
        !db_commit(ctx))
        return false;
    if (!found) {
        fail(
            ctx, &search, 0, "no_provider",
            "No web search is set up. Add one under Settings, Providers, or name pages and lists.");
        return true;
    }
    out->leads = ARENA_ARRAY(ctx->arena, LEADS_MOST, struct discovery_lead);
    search.places = ARENA_ARRAY(ctx->arena, LEADS_MOST, const char *);
    for (int64_t page = 0; onward; page++)
        if (!ask_page(ctx, &search, page, &onward))
            return false;
    return true;
}
