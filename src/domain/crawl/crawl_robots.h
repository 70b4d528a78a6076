/* What the robots.txt of a scheme, host and port says, wherever it leads. Called by crawl_site.c and by
 * discovery, which send the requests. Pure; sends nothing. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_ROBOTS_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_ROBOTS_H

#include <stdint.h>

#include "base/http.h"
#include "base/robots.h"

/* Redirects that are followed, of robots.txt and of pages. */
enum { CRAWL_HOPS_MAX = 5, CRAWL_ROBOTS_BYTES = 1024 * 1024 };

/* A scheme, host and port with what its robots.txt says. */
struct crawl_origin {
    const char *name; /* "https://www.acme.com" */
    const char *robots_url;
    struct robots robots;
    bool known, closed; /* closed: its robots.txt cannot be read, so nothing is fetched */
    int hops;
};

/* The origin of a web address, nothing known of it yet; false: it is no web address. */
bool crawl_robots_begin(struct arena *arena, const char *url, struct crawl_origin *out);

/* True: nobody has answered at all where the origin itself was asked. */
bool crawl_robots_silent(const struct crawl_origin *origin, const struct http_answer *answer);

/* Takes the answer to robots_url. Not known afterwards: it leads on, robots_url is to be asked again.
 * What is kept lives in the arena. */
void crawl_robots_take(struct arena *arena, struct crawl_origin *origin,
                       const struct http_answer *answer);

/* The pause between two requests that it asks for, in milliseconds; 0: none, at most half a minute. */
int64_t crawl_robots_delay(const struct crawl_origin *origin);

#endif
