/* robots.txt as Google reads it (RFC 9309: the longest rule wins, allow wins ties), for one agent.
 * Called by whoever fetches pages, before each of them, and by `inspect robots`. Pure: fetches
 * nothing. */
#ifndef LEADGEN_BASE_ROBOTS_H
#define LEADGEN_BASE_ROBOTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Bytes of a robots.txt that count; the rest is not read. */
enum { ROBOTS_BYTES_MAX = 512 * 1024, ROBOTS_SITEMAPS_MAX = 100 };

struct robots_rule {
    const char *pattern; /* escaped; "*" any bytes, "$" at the end: the end */
    bool allow;
};

/* What the file says to one agent. */
struct robots {
    struct robots_rule *rules; /* of the agent's own group, else of "*" */
    size_t n_rules;
    double delay;                              /* seconds between requests; -1 when none is given */
    const char *sitemaps[ROBOTS_SITEMAPS_MAX]; /* as written; may be relative */
    size_t n_sitemaps;
};

/* Reads the file for `agent`: a product token ("leadgen"), or a whole User-Agent of which the product
 * tokens count. UTF-16 with a byte-order mark is read too. *out and its texts live in the arena. */
void robots_read(struct arena *arena, const char *bytes, size_t length, const char *agent,
                 struct robots *out);

/* Whether the agent may fetch `url`: an address, or a path with its query. Non-ASCII bytes of the
 * rules are compared in their %XX form, so hand in an escaped address. */
bool robots_allowed(const struct robots *robots, struct arena *arena, const char *url);

#endif
