/* The robots.txt of an origin. See crawl_robots.h. */
#include "domain/crawl/crawl_robots.h"

#include <string.h>

#include "base/uri_web.h"

enum { DELAY_MAX_MS = 30 * 1000 };

bool
crawl_robots_begin(struct arena *arena, const char *url, struct crawl_origin *out)
{
    struct uri_web uri;
    if (!uri_web_read(arena, url, strlen(url), NULL, &uri))
        return false;
    uri.path = "";
    uri.query = NULL;
    *out = (struct crawl_origin){.name = uri_web_page(arena, &uri)};
    out->robots_url = arena_printf(arena, "%s/robots.txt", out->name);
    return true;
}

static bool
is_silent(const struct http_answer *answer)
{
    return answer->end != HTTP_ANSWERED && answer->end != HTTP_TOO_LARGE;
}

bool
crawl_robots_silent(const struct crawl_origin *origin, const struct http_answer *answer)
{
    return origin->hops == 0 && is_silent(answer);
}

void
crawl_robots_take(struct arena *arena, struct crawl_origin *origin,
                  const struct http_answer *answer)
{
    if (is_silent(answer) && origin->hops > 0) {
        origin->known = true; /* it was sent somewhere that does not exist: there is none */
        return;
    }
    if (answer->location && origin->hops++ < CRAWL_HOPS_MAX) {
        origin->robots_url = arena_strdup(arena, answer->location);
        return;
    }
    origin->known = true;
    bool overloaded = answer->status == 429 || answer->status >= 500;
    origin->closed = answer->end != HTTP_ANSWERED || overloaded;
    if (answer->status < 200 || answer->status > 299 || origin->closed)
        return;
    /* the rules outlive the answer */
    const char *text = arena_strndup(
        arena, answer->body, answer->length < ROBOTS_BYTES_MAX ? answer->length : ROBOTS_BYTES_MAX);
    robots_read(arena, text, strlen(text), "leadgen", &origin->robots);
}

int64_t
crawl_robots_delay(const struct crawl_origin *origin)
{
    double ms = origin->robots.delay * 1000;
    return ms > DELAY_MAX_MS ? DELAY_MAX_MS : ms > 0 ? (int64_t)ms : 0;
}
