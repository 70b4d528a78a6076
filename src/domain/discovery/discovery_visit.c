/* Reading pages of a site politely. See discovery_visit.h. */
#include "domain/discovery/discovery_visit.h"

#include <string.h>

#include "base/clock.h"
#include "base/uri_web.h"
#include "domain/company/company_domain.h"

enum { PAGE_BYTES = 4 * 1024 * 1024, PAUSE_MS = 1000, NAP_MS = 500, BUSY_MS = 60 * 1000 };

/* Why a page is not there. */
struct refusal {
    const char *why, *cause;
};

void
discovery_visit_open(struct ctx *ctx, struct http *http, struct job *job,
                     struct discovery_visit *visit)
{
    *visit = (struct discovery_visit){.job = job, .http = http, .arena = ctx->arena};
    crawl_lease_open(ctx, &visit->lease);
}

/* Waits until it is `until`, or the job stops. */
static bool
wait_until(struct ctx *ctx, struct discovery_visit *visit, int64_t until, struct refusal *refusal)
{
    struct job *job = visit->job;
    int64_t left;
    do {
        if (!job_heartbeat(ctx, job, job->done, job->total) ||
            !crawl_lease_keep(ctx, &visit->lease))
            return false;
        left = until - clock_steady_ms();
        if (left > 0 && job->stop == JOB_GO)
            clock_sleep_ms(left < NAP_MS ? left : NAP_MS);
    } while (left > 0 && job->stop == JOB_GO);
    if (job->stop != JOB_GO)
        *refusal = (struct refusal){"Stopped on the way.", "stopped"};
    return true;
}

bool
discovery_visit_close(struct ctx *ctx, struct discovery_visit *visit)
{
    const char *site = visit->site;
    visit->site = NULL;
    return !site || crawl_lease_release(ctx, &visit->lease, &site, &visit->delay_ms, 1);
}

/* The name that the crawler too leases the site of an address by. */
static const char *
site_of(struct arena *arena, const char *url)
{
    struct company_domain domain;
    bool own = company_domain_read(arena, url, &domain) == COMPANY_DOMAIN_OK;
    return own ? domain.key : domain.host;
}

static bool
enter_site(struct ctx *ctx, struct discovery_visit *visit, const char *url, struct refusal *refusal)
{
    const char *site = site_of(visit->arena, url);
    int64_t until = clock_steady_ms() + BUSY_MS;
    bool got = false;
    if (!site || (visit->site && !strcmp(visit->site, site)))
        return true;
    if (!discovery_visit_close(ctx, visit))
        return false;
    while (!got) {
        if (!crawl_lease_claim(ctx, &visit->lease, &site, 1, &got))
            return false;
        if (got)
            break;
        if (clock_steady_ms() >= until) {
            *refusal = (struct refusal){
                "The site is being read for somebody else just now. It is asked again later.",
                "busy"};
            return true;
        }
        if (!wait_until(ctx, visit, clock_steady_ms() + NAP_MS, refusal))
            return false;
        if (refusal->why)
            return true;
    }
    struct uri_web uri;
    bool own = uri_web_read(ctx->arena, url, strlen(url), NULL, &uri) &&
               http_is_own(visit->http, uri.host);
    visit->site = site;
    visit->delay_ms = own ? 0 : PAUSE_MS;
    visit->due_ms = 0;
    return true;
}

/* One request, when its turn has come. */
static bool
ask(struct ctx *ctx, struct discovery_visit *visit, const struct http_request *request,
    struct http_answer **answer, struct refusal *refusal)
{
    if (!wait_until(ctx, visit, visit->due_ms, refusal))
        return false;
    if (refusal->why)
        return true;
    bool ok = http_fetch(ctx, visit->http, ctx->arena, request, answer);
    visit->due_ms = clock_steady_ms() + visit->delay_ms;
    return ok;
}

static struct crawl_origin *
origin_of(struct discovery_visit *visit, const char *url)
{
    struct crawl_origin fresh;
    if (!crawl_robots_begin(visit->arena, url, &fresh))
        return NULL;
    for (size_t i = 0; i < visit->n_origins; i++)
        if (!strcmp(visit->origins[i].name, fresh.name))
            return &visit->origins[i];
    if (visit->n_origins == DISCOVERY_ORIGINS_MAX)
        visit->n_origins = 0; /* who leads through so many asks the first again */
    visit->origins[visit->n_origins] = fresh;
    return &visit->origins[visit->n_origins++];
}

static bool
ask_robots(struct ctx *ctx, struct discovery_visit *visit, struct crawl_origin *origin,
           const char *url, struct refusal *refusal)
{
    while (!origin->known) {
        const struct http_request request = {.url = origin->robots_url,
                                             .max_body = CRAWL_ROBOTS_BYTES};
        struct http_answer *answer;
        if (!ask(ctx, visit, &request, &answer, refusal))
            return false;
        if (refusal->why)
            return true;
        if (crawl_robots_silent(origin, answer)) {
            *refusal = (struct refusal){answer->message, http_end_name(answer->end)};
            return true;
        }
        crawl_robots_take(visit->arena, origin, answer);
    }
    if (crawl_robots_delay(origin) > visit->delay_ms) {
        visit->due_ms += crawl_robots_delay(origin) - visit->delay_ms;
        visit->delay_ms = crawl_robots_delay(origin);
    }
    if (origin->closed)
        *refusal = (struct refusal){
            "The robots.txt of the site cannot be read now, so nothing else is asked for.", "down"};
    else if (!robots_allowed(&origin->robots, ctx->arena, url))
        *refusal =
            (struct refusal){"The site does not want this page to be read by programs.", "robots"};
    return true;
}

/* One address; *onward: where it leads, NULL when it leads nowhere else. */
static bool
ask_page(struct ctx *ctx, struct discovery_visit *visit, const char *at,
         struct http_answer **answer, const char **onward, struct refusal *refusal)
{
    struct crawl_origin *origin = origin_of(visit, at);
    *onward = NULL;
    if (!origin) {
        *refusal = (struct refusal){"This is no address that can be read.", "address"};
        return true;
    }
    if (!enter_site(ctx, visit, at, refusal) ||
        (!refusal->why && !ask_robots(ctx, visit, origin, at, refusal)))
        return false;
    if (refusal->why)
        return true;
    const struct http_request request = {.url = at, .max_body = PAGE_BYTES};
    if (!ask(ctx, visit, &request, answer, refusal))
        return false;
    if (refusal->why)
        return true;
    const struct http_answer *said = *answer;
    if (said->end != HTTP_ANSWERED)
        *refusal = (struct refusal){said->message, http_end_name(said->end)};
    else if (said->status >= 300 && said->status < 400 && said->location)
        *onward = said->location;
    else if (said->status != 200)
        *refusal = (struct refusal){arena_printf(ctx->arena, "The site answers %d.", said->status),
                                    arena_printf(ctx->arena, "http_%d", said->status)};
    return true;
}

bool
discovery_visit_page(struct ctx *ctx, struct discovery_visit *visit, const char *url,
                     struct http_answer **answer, const char **why, const char **cause)
{
    struct refusal refusal = {0};
    struct uri_web uri;
    const char *at = uri_web_read(ctx->arena, url, strlen(url), NULL, &uri)
                         ? uri_web_page(ctx->arena, &uri)
                         : "";
    for (int hops = 0; at && !refusal.why && hops <= CRAWL_HOPS_MAX; hops++)
        if (!ask_page(ctx, visit, at, answer, &at, &refusal))
            return false;
    if (at && !refusal.why)
        refusal = (struct refusal){"The site sends from one address to the next without an end.",
                                   "redirects"};
    *why = refusal.why;
    *cause = refusal.cause;
    return true;
}
