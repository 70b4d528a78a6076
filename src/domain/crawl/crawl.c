/* Many sites side by side. See crawl.h. */
#include "domain/crawl/crawl.h"

#include "base/clock.h"

enum { TURNS = 8, LONGEST_WAIT_MS = 500, ALIVE_MS = 1000 };

/* A site on its way. */
struct way {
    struct crawl_site *site;
    struct arena *arena; /* of the present request, and its answer as it came */
    int64_t due, until;  /* milliseconds: the next request, the end of its time */
    bool waiting;        /* for an answer */
};

struct ways {
    struct way *items;
    size_t n;
    size_t next;           /* of crawl->sites, not begun */
    struct arena *reading; /* of the answer that is being read: one at a time */
};

bool
crawl_client(struct ctx *ctx, struct arena *arena, struct http **out)
{
    const struct http_limits limits = {.running = CRAWL_SIDE_BY_SIDE, .turns = TURNS};
    return http_open(ctx, arena, &limits, out);
}

static void
begin_sites(struct crawl *crawl, struct ways *ways, int64_t now)
{
    while (ways->n < CRAWL_SIDE_BY_SIDE && ways->next < crawl->n_sites) {
        struct crawl_site *site = &crawl->sites[ways->next++];
        crawl_site_open(site);
        if (site->end != CRAWL_OPEN)
            continue;
        bool own = http_is_own(crawl->http, site->host);
        if (!own && site->delay_ms < CRAWL_PAUSE_MS)
            site->delay_ms = CRAWL_PAUSE_MS;
        ways->items[ways->n++] = (struct way){
            .site = site, .arena = arena_new(), .due = now, .until = now + CRAWL_SITE_MS};
    }
}

/* Sends what is due; *wait gets the time until something else is. */
static bool
send_due(struct ctx *ctx, struct crawl *crawl, struct ways *ways, int *wait)
{
    int64_t now = clock_steady_ms(), next = now + LONGEST_WAIT_MS;
    for (size_t i = 0; i < ways->n; i++) {
        struct way *way = &ways->items[i];
        struct http_request request;
        if (way->waiting)
            continue;
        if (now > way->until)
            crawl_site_stop(way->site);
        if (way->due > now && way->site->end == CRAWL_OPEN) {
            next = way->due < next ? way->due : next;
            continue;
        }
        if (!crawl_site_want(way->site, way->arena, &request)) {
            arena_free(way->arena);
            ways->items[i--] = ways->items[--ways->n];
            next = now; /* its place is free */
            continue;
        }
        int64_t left = (way->until - now) / 1000;
        if (left < request.seconds || !request.seconds)
            request.seconds = left < 30 ? (int)left + 1 : 30;
        if (!http_start(ctx, crawl->http, way->arena, &request))
            return false;
        way->waiting = true;
    }
    *wait = (int)(next > now ? next - now : 0);
    return true;
}

static bool
take(struct ctx *ctx, struct crawl *crawl, struct ways *ways, const struct http_answer *answer)
{
    struct arena *arena = ctx->arena;
    bool done = true;
    for (size_t i = 0; i < ways->n; i++) {
        struct way *way = &ways->items[i];
        if (way->site != answer->own)
            continue;
        ctx->arena = ways->reading;
        done = crawl_site_take(ctx, way->site, answer) &&
               (!way->site->fresh || crawl->store(ctx, crawl->arg, way->site));
        ctx->arena = arena;
        arena_reset(ways->reading);
        arena_reset(way->arena);
        way->waiting = false;
        way->due = clock_steady_ms() + way->site->delay_ms;
        break;
    }
    return done;
}

static bool
run(struct ctx *ctx, struct crawl *crawl, struct ways *ways)
{
    int64_t beat = 0;
    for (;;) {
        int wait;
        int64_t now = clock_steady_ms();
        bool stop = false;
        if (crawl->alive && now - beat >= ALIVE_MS) {
            beat = now;
            if (!crawl->alive(ctx, crawl->arg, &stop))
                return false;
        }
        begin_sites(crawl, ways, now);
        if (stop || (ways->n == 0 && ways->next == crawl->n_sites))
            return true;
        if (!send_due(ctx, crawl, ways, &wait))
            return false;
        struct http_answer *answer;
        if (http_running(crawl->http) == 0)
            clock_sleep_ms(wait);
        else if (!http_next(ctx, crawl->http, wait, &answer) ||
                 (answer && !take(ctx, crawl, ways, answer)))
            return false;
    }
}

bool
crawl_run(struct ctx *ctx, struct crawl *crawl)
{
    struct ways ways = {.items = ARENA_ARRAY(ctx->arena, CRAWL_SIDE_BY_SIDE, struct way),
                        .reading = arena_new()};
    bool done = run(ctx, crawl, &ways);
    /* what still runs is given up before the memory that it writes to */
    http_stop(crawl->http);
    for (size_t i = 0; i < ways.n; i++)
        arena_free(ways.items[i].arena);
    arena_free(ways.reading);
    return done;
}
