/* Asking sites for discovery. See discovery_fetch.h. */
#include "domain/discovery/discovery_fetch.h"

#include <string.h>

#include "base/robots.h"
#include "base/uri_web.h"
#include "domain/company/company_domain.h"
#include "domain/discovery/discovery_sift.h"
#include "domain/page/page.h"

enum { REDIRECTS_MOST = 5, PAGE_BYTES = 4 * 1024 * 1024, HOME_BYTES = 1024 * 1024, WAIT_MS = 1000 };
enum { STEP_ROBOTS, STEP_HOME };
#define AGENT "leadgen"

static const char *
robots_of(struct arena *arena, const char *url)
{
    return uri_web_join(arena, url, "/robots.txt");
}

/* A missing or unreadable file allows everything, a server in trouble nothing. */
static bool
allows(struct arena *arena, const struct http_answer *answer, const char *url)
{
    if (answer->end != HTTP_ANSWERED)
        return true;
    if (answer->status >= 500)
        return false;
    if (answer->status != 200)
        return true;
    struct robots robots;
    robots_read(arena, answer->body, answer->length, AGENT, &robots);
    return robots_allowed(&robots, arena, url);
}

static bool
is_redirect(const struct http_answer *answer)
{
    return answer->end == HTTP_ANSWERED && answer->status >= 300 && answer->status < 400 &&
           answer->location;
}

bool
discovery_fetch_page(struct ctx *ctx, struct http *http, const char *url,
                     struct http_answer **answer, const char **why, const char **cause)
{
    struct uri_web uri;
    const char *at = uri_web_read(ctx->arena, url, strlen(url), NULL, &uri)
                         ? uri_web_page(ctx->arena, &uri)
                         : NULL;
    *why = *cause = NULL;
    for (int i = 0; at && i <= REDIRECTS_MOST; i++) {
        struct http_answer *robots;
        if (!http_fetch(ctx, http, ctx->arena,
                        &(struct http_request){.url = robots_of(ctx->arena, at)}, &robots))
            return false;
        if (!allows(ctx->arena, robots, at)) {
            *why = "The site does not want this page to be read by programs.";
            *cause = "robots";
            return true;
        }
        if (!http_fetch(ctx, http, ctx->arena,
                        &(struct http_request){.url = at, .max_body = PAGE_BYTES}, answer))
            return false;
        if (!is_redirect(*answer))
            break;
        at = uri_web_join(ctx->arena, at, (*answer)->location);
    }
    if (!at) {
        *why = "This is no address that can be read.";
        *cause = "address";
    } else if ((*answer)->end != HTTP_ANSWERED) {
        *why = (*answer)->message;
        *cause = http_end_name((*answer)->end);
    } else if ((*answer)->status != 200) {
        *why = arena_printf(ctx->arena, "The site answers %d.", (*answer)->status);
        *cause = arena_printf(ctx->arena, "http_%d", (*answer)->status);
    }
    return true;
}

/* Home pages of many. ------------------------------------------------------------------------ */

static void
begin_home(struct arena *arena, struct discovery_home *home)
{
    home->url = arena_printf(arena, "%s://%s/", home->plain ? "http" : "https", home->domain);
    home->step = STEP_ROBOTS;
}

static bool
start_home(struct ctx *ctx, struct http *http, struct discovery_home *home)
{
    static const char *const html[] = {"text/html", "application/xhtml", NULL};
    bool robots = home->step == STEP_ROBOTS;
    return http_start(
        ctx, http, ctx->arena,
        &(struct http_request){.url = robots ? robots_of(ctx->arena, home->url) : home->url,
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
    if (answer->end == HTTP_DNS) {
        home->reason = "There is no site of this name.";
        return true;
    }
    if (answer->end != HTTP_ANSWERED) {
        bool again = !home->plain && home->step == STEP_ROBOTS;
        if (again) {
            home->plain = true;
            home->done = false;
            begin_home(ctx->arena, home);
        }
        return true;
    }
    if (home->step == STEP_ROBOTS) {
        home->done = !allows(ctx->arena, answer, home->url);
        home->step = STEP_HOME;
        return true;
    }
    if (!is_redirect(answer))
        return answer->status != 200 || read_home(ctx, home, answer);
    const char *next = uri_web_join(ctx->arena, home->url, answer->location);
    if (next && home->redirects++ < REDIRECTS_MOST && !leads_away(ctx, home, next)) {
        home->url = next;
        home->done = false;
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
            if (!start_home(ctx, http, &homes[next++]))
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
