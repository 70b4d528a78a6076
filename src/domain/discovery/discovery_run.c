/* Running the queries that wait. See discovery_run.h. */
#include "domain/discovery/discovery_run.h"

#include <inttypes.h>
#include <string.h>

#include "base/db.h"
#include "domain/discovery/discovery.h"
#include "domain/discovery/discovery_fetch.h"
#include "domain/discovery/discovery_keep.h"
#include "domain/discovery/discovery_links.h"
#include "domain/discovery/discovery_search.h"
#include "domain/discovery/discovery_visit.h"
#include "statements.h"

enum { CHUNK = 50, PROFILES_ASKED = 40, SITEMAPS_ASKED = 5 };

/* The query in hand. */
struct work {
    struct job *job;
    struct http *http;
    struct discovery_run run;
    const char *body; /* of a list */
    struct discovery_lead *leads;
    size_t n_leads;
    const char *own;             /* domain of the page that was read, or NULL */
    const char *cause, *message; /* why it failed, or NULL */
    bool later;                  /* it waits for its turn again: nothing was asked */
};

static void
fail(struct work *work, const char *cause, const char *message)
{
    work->cause = cause;
    work->message = message;
}

/* Sources. ------------------------------------------------------------------------------------ */

static bool
ask_search(struct ctx *ctx, struct work *work)
{
    struct discovery_search found;
    if (!discovery_search(ctx, work->http, work->job, work->run.words, &found))
        return false;
    work->leads = found.leads;
    work->n_leads = found.n_leads;
    work->later = found.later;
    fail(work, found.cause, found.message);
    return true;
}

/* Profiles of a directory, one after the other: each may name one site. */
static bool
ask_profiles(struct ctx *ctx, struct work *work, struct discovery_visit *visit,
             const struct discovery_links *links)
{
    struct arena *keep = ctx->arena, *unit = arena_new();
    bool ok = true;
    work->leads = ARENA_ARRAY(keep, PROFILES_ASKED, struct discovery_lead);
    for (size_t i = 0;
         ok && i < links->n_profiles && i < PROFILES_ASKED && work->job->stop == JOB_GO; i++) {
        struct http_answer *answer;
        const char *why, *cause;
        struct discovery_lead lead;
        bool found = false;
        ctx->arena = unit;
        ok = discovery_visit_page(ctx, visit, links->profiles[i], &answer, &why, &cause);
        if (ok && !why)
            ok = discovery_links_site(ctx, answer->url, answer->content_type, answer->body,
                                      answer->length, &lead, &found);
        ctx->arena = keep;
        if (ok && found)
            work->leads[work->n_leads++] = (struct discovery_lead){
                arena_strdup(keep, lead.url), arena_strdup(keep, lead.title), (int64_t)i + 1};
        arena_reset(unit);
    }
    arena_free(unit);
    return ok;
}

static bool
read_links(struct ctx *ctx, struct work *work, struct discovery_visit *visit, const char *url,
           struct discovery_links *links)
{
    struct http_answer *answer;
    const char *why, *cause;
    *links = (struct discovery_links){0};
    if (!discovery_visit_page(ctx, visit, url, &answer, &why, &cause))
        return false;
    if (why) {
        fail(work, cause, why);
        return true;
    }
    return discovery_links_read(ctx, answer->url, answer->content_type, answer->body,
                                answer->length, links);
}

static bool
visit_page(struct ctx *ctx, struct work *work, struct discovery_visit *visit)
{
    struct discovery_links links, more;
    if (!read_links(ctx, work, visit, work->run.words, &links))
        return false;
    for (size_t i = 0; i < links.n_sitemaps && i < SITEMAPS_ASKED && !work->cause; i++) {
        if (!read_links(ctx, work, visit, links.sitemaps[i], &more))
            return false;
        if (more.n_leads + more.n_profiles > links.n_leads + links.n_profiles) {
            links.leads = more.leads;
            links.n_leads = more.n_leads;
            links.profiles = more.profiles;
            links.n_profiles = more.n_profiles;
        }
    }
    if (work->cause)
        return true;
    work->own = links.own;
    work->leads = links.leads;
    work->n_leads = links.n_leads;
    /* A directory shows its own pages, hardly any of others. */
    return links.n_leads > links.n_profiles || !links.n_profiles ||
           ask_profiles(ctx, work, visit, &links);
}

static bool
ask_page(struct ctx *ctx, struct work *work)
{
    struct discovery_visit visit;
    discovery_visit_open(ctx, work->http, work->job, &visit);
    return visit_page(ctx, work, &visit) && discovery_visit_close(ctx, &visit);
}

static bool
ask_source(struct ctx *ctx, struct work *work)
{
    if (!strcmp(work->run.source, DISCOVERY_SEARCH))
        return ask_search(ctx, work);
    if (!strcmp(work->run.source, DISCOVERY_PAGE))
        return ask_page(ctx, work);
    work->n_leads = discovery_links_lines(ctx->arena, work->body ? work->body : "", &work->leads);
    return true;
}

/* Keeping. ------------------------------------------------------------------------------------ */

/* The sites that would be new are asked what they are; people's own lists are believed. */
static bool
ask_homes(struct ctx *ctx, struct work *work, struct discovery_candidate *candidates, size_t n)
{
    struct discovery_home *homes = ARENA_ARRAY(ctx->arena, n + 1, struct discovery_home);
    struct discovery_candidate **of = ARENA_ARRAY(ctx->arena, n + 1, struct discovery_candidate *);
    size_t n_homes = 0;
    if (!strcmp(work->run.source, DISCOVERY_LIST))
        return true;
    for (size_t i = 0; i < n; i++)
        if (!candidates[i].verdict && !candidates[i].seen) {
            homes[n_homes].domain = candidates[i].sifted.domain;
            of[n_homes++] = &candidates[i];
        }
    if (!discovery_fetch_homes(ctx, work->http, work->job, homes, n_homes))
        return false;
    for (size_t i = 0; i < n_homes; i++) {
        if (homes[i].reason) {
            of[i]->verdict = "no_company";
            of[i]->reason = homes[i].reason;
        }
        if (homes[i].name)
            of[i]->sifted.name = discovery_sift_name(ctx->arena, homes[i].domain, homes[i].name);
    }
    return true;
}

static bool
keep_chunk(struct ctx *ctx, struct work *work, const struct discovery_lead *leads, size_t n)
{
    struct discovery_candidate *candidates = ARENA_ARRAY(ctx->arena, n, struct discovery_candidate);
    for (size_t i = 0; i < n; i++) {
        candidates[i].lead = leads[i];
        discovery_sift(ctx->arena, &leads[i], work->own, &candidates[i].sifted);
        /* The name that somebody wrote beside a domain is its name. */
        if (!strcmp(work->run.source, DISCOVERY_LIST) && *leads[i].title)
            candidates[i].sifted.name = leads[i].title;
    }
    if (!job_begin(ctx, work->job) || !discovery_keep_judge(ctx, &work->run, candidates, n) ||
        !db_commit(ctx) || !ask_homes(ctx, work, candidates, n))
        return false;
    if (work->job->stop != JOB_GO)
        return true;
    return job_begin(ctx, work->job) && discovery_keep(ctx, &work->run, candidates, n) &&
           db_commit(ctx);
}

static bool
keep_all(struct ctx *ctx, struct work *work)
{
    struct arena *keep = ctx->arena, *unit = arena_new();
    bool ok = true;
    for (size_t at = 0; ok && at < work->n_leads && work->job->stop == JOB_GO; at += CHUNK) {
        size_t n = work->n_leads - at < CHUNK ? work->n_leads - at : CHUNK;
        ctx->arena = unit;
        ok = keep_chunk(ctx, work, work->leads + at, n) &&
             job_heartbeat(ctx, work->job, work->job->done, work->job->total);
        ctx->arena = keep;
        arena_reset(unit);
    }
    arena_free(unit);
    return ok;
}

/* The job. ------------------------------------------------------------------------------------ */

struct taken {
    int64_t query_id, run, set_id;
    const char *source, *words, *body, *who;
};

static bool
take_query(struct ctx *ctx, struct work *work, bool *found, int64_t *waiting)
{
    static const struct field map[] = {
        FIELD_I64(struct taken, query_id), FIELD_I64(struct taken, run),
        FIELD_I64(struct taken, set_id),   FIELD_STR(struct taken, source),
        FIELD_STR(struct taken, words),    FIELD_STR(struct taken, body),
        FIELD_STR(struct taken, who),      FIELD_END};
    struct taken taken = {0};
    if (!job_begin(ctx, work->job) || !db_i64(ctx, &SQL_DISCOVERY_WAITING, DB_NO_ARGS, waiting) ||
        !db_maybe(ctx, &SQL_DISCOVERY_TAKE, DB_NO_ARGS, map, &taken, found) || !db_commit(ctx))
        return false;
    work->run =
        (struct discovery_run){taken.query_id, taken.run, taken.set_id, taken.source, taken.words};
    work->body = taken.body;
    return true;
}

static bool
end_query(struct ctx *ctx, struct work *work)
{
    return job_begin(ctx, work->job) &&
           db_exec(ctx, &SQL_DISCOVERY_END,
                   DB_ARGS(DB_I64(work->run.query_id), DB_I64(work->run.run), DB_STR(work->cause),
                           DB_STR(work->message), DB_BOOL(work->later)),
                   NULL) &&
           db_commit(ctx);
}

static bool
run_query(struct ctx *ctx, struct work *work)
{
    job_say(work->job, work->run.words);
    /* What a source brought before it was in trouble is kept: it is paid for. */
    if (!ask_source(ctx, work) || !keep_all(ctx, work))
        return false;
    /* Somebody stopped it on the way: a cancelled one waits, one that only lost its worker goes on. */
    if (work->job->stop == JOB_YIELD)
        return true;
    if (work->job->stop == JOB_CANCEL) {
        work->later = true;
        fail(work, NULL, "Stopped on the way.");
    }
    return end_query(ctx, work);
}

/* What nobody foresaw fails the query, not all that wait behind it. */
static bool
survive(struct ctx *ctx, struct work *work)
{
    if (work->job->lost || ctx->err.kind == ERR_UNAVAILABLE || ctx->err.kind == ERR_CONFLICT)
        return false;
    fail(work, "error", arena_strdup(ctx->arena, ctx->err.message));
    err_clear(ctx);
    db_rollback(ctx);
    return end_query(ctx, work);
}

bool
discovery_job(struct ctx *ctx, struct job *job)
{
    int64_t done = 0, waiting;
    bool found = true;
    while (found && job->stop == JOB_GO) {
        struct work work = {.job = job};
        if (!take_query(ctx, &work, &found, &waiting))
            return false;
        if (!found)
            break;
        if (!http_open(ctx, ctx->arena, NULL, &work.http))
            return false;
        job->total = done + waiting;
        if (!run_query(ctx, &work) && !survive(ctx, &work))
            return false;
        done++;
        if (!job_heartbeat(ctx, job, done, done + waiting - 1))
            return false;
        arena_reset(ctx->arena);
    }
    return true;
}
