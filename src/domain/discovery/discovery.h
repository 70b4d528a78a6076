/* Where a workspace looks for new companies: its queries with state and yield, what they found, and the
 * domains that never become companies. Called by the pages, the job and the task; the looking itself is
 * discovery_run.h. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_H
#define LEADGEN_DOMAIN_DISCOVERY_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define DISCOVERY_SEARCH "search"
#define DISCOVERY_PAGE "page" /* a directory, a list, a sitemap or a feed */
#define DISCOVERY_LIST "list" /* pasted or uploaded domains */

enum { DISCOVERY_WORDS_MOST = 400, DISCOVERY_LIST_MOST = 1000000 /* bytes */ };

struct discovery_query {
    int64_t query_id, repeat_days, runs;
    const char *source, *words, *origin, *why, *state;
    int64_t results, created, known, blocked, suppressed, no_company, total_created;
    const char *cause, *message, *who;
    int64_t set_id, ended_ms, next_ms;
};

/* Newest first, of a state ("" all), older than `before` (0: from the newest). */
MUST_CHECK bool discovery_list(struct ctx *ctx, const char *state, int64_t before, int64_t limit,
                               struct discovery_query **out, size_t *n);
/* NOT_FOUND. */
MUST_CHECK bool discovery_get(struct ctx *ctx, int64_t query_id, struct discovery_query *out);

struct discovery_counts {
    int64_t all, pending, done, dry, failed; /* queries; pending includes the running one */
    int64_t created;                         /* companies */
    bool is_on;                              /* runs by itself every day */
    int64_t per_day, job_id;
};
MUST_CHECK bool discovery_counts(struct ctx *ctx, struct discovery_counts *out);

/* Adds the lines of a text: an address is a page to read, everything else a search. *added and *there
 * count. INPUT on "queries". */
MUST_CHECK bool discovery_add(struct ctx *ctx, const char *text, int64_t *added, int64_t *there);

/* Adds a query that was made of what worked; *added false: there is one of the same words. */
MUST_CHECK bool discovery_add_expanded(struct ctx *ctx, const char *words, const char *why,
                                       bool *added);

/* The same for the address of a page, for the next day or whoever runs what waits. */
MUST_CHECK bool discovery_add_page(struct ctx *ctx, const char *url, const char *why, bool *added);

/* Adds a list of domains under a name. INPUT on "domains" when no line holds one. */
MUST_CHECK bool discovery_add_list(struct ctx *ctx, const char *name, const char *text,
                                   int64_t *query_id);

/* Puts the job that runs what waits into the queue; one at a time. */
MUST_CHECK bool discovery_start(struct ctx *ctx);

/* Lets a query (or with 0 all of a state) run again. */
MUST_CHECK bool discovery_again(struct ctx *ctx, int64_t query_id, const char *state);

/* Days after which a query is asked again; 0: never. INPUT on "repeat_days"; NOT_FOUND. */
MUST_CHECK bool discovery_repeat(struct ctx *ctx, int64_t query_id, int64_t days);

/* Removes a query with what it found; companies stay. CONFLICT while it runs. */
MUST_CHECK bool discovery_remove(struct ctx *ctx, int64_t query_id);

/* Whether discovery runs by itself. INPUT on "per_day". */
MUST_CHECK bool discovery_set(struct ctx *ctx, bool is_on, int64_t per_day);

struct discovery_find {
    const char *key, *url, *title, *verdict, *reason, *company;
    int64_t rank, company_id, found_ms;
};
/* What the last run found, by rank, of a verdict ("" all), behind a rank. */
MUST_CHECK bool discovery_finds(struct ctx *ctx, int64_t query_id, const char *verdict,
                                int64_t behind, int64_t limit, struct discovery_find **out,
                                size_t *n);

/* From where a company came; query_id 0: it was not discovered. */
struct discovery_origin {
    int64_t query_id, rank;
    const char *source, *words;
};
MUST_CHECK bool discovery_origin(struct ctx *ctx, int64_t company_id, struct discovery_origin *out);

struct discovery_block {
    const char *domain, *reason, *who;
    int64_t created_ms;
};
MUST_CHECK bool discovery_blocks(struct ctx *ctx, struct discovery_block **out, size_t *n);
/* INPUT on "domain". */
MUST_CHECK bool discovery_block(struct ctx *ctx, const char *domain, const char *reason);
MUST_CHECK bool discovery_unblock(struct ctx *ctx, const char *domain);

#endif
