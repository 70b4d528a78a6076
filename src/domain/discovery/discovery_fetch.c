/* Asking sites for discovery. See discovery_fetch.h. */
#include "domain/discovery/discovery_fetch.h"

#include <string.h>

#include "base/uri_web.h"
#include "domain/company/company_domain.h"
#include "domain/discovery/discovery_sift.h"
#include "domain/page/page.h"

enum { HOME_BYTES = 1024 * 1024, WAIT_MS = 1000 };

static bool
is_redirect(const struct http_answer *answer)
{
    return answer->end == HTTP_ANSWERED && answer->status >= 300 && answer->status < 400 &&
           answer->location;
}

/* Aims at an address; of another origin the robots.txt comes first. */
static void
aim(struct arena *arena, struct discovery_home *home, const char *url)
{
    struct crawl_origin origin;
    home->url = url;
    home->done = !crawl_robots_begin(arena, url, &origin);
    if (!home->done && (!home->origin.name || strcmp(home->origin.name, origin.name) != 0))
        home->origin = origin;
}

static void
begin_home(struct arena *arena, struct discovery_home *home)
{
    aim(arena, home, arena_printf(arena, "%s://%s/", home->plain ? "http" : "https", home->domain));
}

static bool
start_home(struct ctx *ctx, struct http *http, struct discovery_home *home)
{
    static const char *const html[] = {"text/html", "application/xhtml", NULL};
    bool robots = !home->origin.known;
    return http_start(ctx, http, ctx->arena,
                      &(struct http_request){.url = robots ? home->origin.robots_url : home->url,
                                             .types = robots ? NULL : html,
                                             .max_body = HOME_BYTES,
                                             .seconds = 15,
                                             .own = home});
}

/* Where a domain only leads somewhere that is no company's. */
static bool
leads_away(struct ctx *ctx, struct discovery_home *home, const char *location)
{
    struct discovery_sifted sifted;
    discovery_sift(ctx->arena, &(struct discovery_lead){location, "", 1}, NULL, &sifted);
    if (!sifted.reason)
        return false;
    home->reason = arena_printf(ctx->arena, "It leads to %s. %s", sifted.key, sifted.reason);
    return true;
}

static bool
read_home(struct ctx *ctx, struct discovery_home *home, const struct http_answer *answer)
{
    struct page page;
    if (!page_read(ctx,
                   &(struct page_source){.url = home->url,
                                         .body = answer->body,
                                         .length = answer->length,
                                         .content_type = answer->content_type,
                                         .headers = answer->headers,
                                         .n_headers = answer->n_headers,
                                         .status = answer->status},
                   &page))
        return false;
    home->name = page.site_name;
    enum page_class what = page.verdict.page_class;
    /* Pages that say too little, or refuse programs, prove nothing. */
    if (!page.verdict.is_company && what != PAGE_EMPTY && what != PAGE_ERROR)
        home->reason = page.verdict.reason;
    return true;
}

/* One answer moves its home on, or ends it. */
static bool
take_home(struct ctx *ctx, struct discovery_home *home, const struct http_answer *answer)
{
    home->done = true;
    if (answer->end == HTTP_DNS && !home->redirects && !home->origin.hops) {
        home->reason = "There is no site of this name.";
        return true;
    }
    bool robots = !home->origin.known;
    if (robots && !crawl_robots_silent(&home->origin, answer)) {
        crawl_robots_take(ctx->arena, &home->origin, answer);
        home->done =
            home->origin.known &&
            (home->origin.closed || !robots_allowed(&home->origin.robots, ctx->arena, home->url));
        return true;
    }
    if (answer->end != HTTP_ANSWERED) {
        if (robots && !home->plain && !home->redirects) {
            home->plain = true;
            begin_home(ctx->arena, home);
        }
        return true;
    }
    if (!is_redirect(answer))
        return answer->status != 200 || read_home(ctx, home, answer);
    const char *next = uri_web_join(ctx->arena, home->url, answer->location);
    if (next && home->redirects++ < CRAWL_HOPS_MAX && !leads_away(ctx, home, next)) {
        aim(ctx->arena, home, next);
        home->done = home->done || (home->origin.known &&
                                    !robots_allowed(&home->origin.robots, ctx->arena, next));
    }
    return true;
}

bool
discovery_fetch_homes(struct ctx *ctx, struct http *http, struct job *job,
                      struct discovery_home *homes, size_t n)
{
    size_t next = 0;
    for (size_t i = 0; i < n; i++)
        begin_home(ctx->arena, &homes[i]);
    while ((next < n && job->stop == JOB_GO) || http_running(http) > 0) {
        while (next < n && job->stop == JOB_GO && http_room(http) > 0)
            if (!homes[next++].done && !start_home(ctx, http, &homes[next - 1]))
                return false;
        struct http_answer *answer;
        if (!http_next(ctx, http, WAIT_MS, &answer) ||
            !job_heartbeat(ctx, job, job->done, job->total))
            return false;
        if (!answer)
            continue;
        struct discovery_home *home = answer->own;
        if (!take_home(ctx, home, answer))
            return false;
        if (!home->done && !start_home(ctx, http, home))
            return false;
    }
    return true;
}
