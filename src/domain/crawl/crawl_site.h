/* The fetch of one company's web site, one request at a time: robots.txt, home page, sitemap, the
 * pages that matter. Called by crawl.c, which sends the requests of many sites side by side. It decides
 * and reads; it sends nothing and writes nothing. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_SITE_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_SITE_H

#include "base/http.h"
#include "domain/crawl/crawl_choice.h"
#include "domain/crawl/crawl_robots.h"
#include "domain/crawl/page_store.h"

enum { CRAWL_PAGES_MAX = 24, CRAWL_PAGES_DEFAULT = 9, CRAWL_ORIGINS_MAX = 8, CRAWL_STARTS_MAX = 4 };

enum crawl_end {
    CRAWL_OPEN,    /* not ended */
    CRAWL_DONE,    /* every page that was chosen was read */
    CRAWL_PARTIAL, /* the home page was read; something else was not */
    CRAWL_MOVED,   /* it leads to another domain */
    CRAWL_PARKED,  /* a domain for sale, a host's placeholder */
    CRAWL_REFUSED, /* robots.txt or the kind of the content forbids it for good */
    CRAWL_AGAIN,   /* worth another try: too slow, overloaded, nobody there */
    CRAWL_FAILED   /* not worth another try soon */
};

enum crawl_step { CRAWL_HOME, CRAWL_MAP, CRAWL_PAGE };

struct crawl_site {
    /* Asked for. */
    int64_t company_id;
    struct arena *arena;              /* of the site's results */
    const char *address;              /* web address or domain, as the company has it */
    const struct page_stored *stored; /* pages of an earlier fetch */
    size_t n_stored;
    size_t max_pages; /* the home page counted; 0: CRAWL_PAGES_DEFAULT */
    int64_t delay_ms; /* least time between two requests */

    /* What came of it. */
    enum crawl_end end;
    const char *cause;    /* one word: "dns", "robots", "http_404"; NULL when all went well */
    const char *message;  /* for people */
    const char *moved_to; /* registrable domain, of CRAWL_MOVED */
    const char *host;     /* that was asked */
    int64_t retry_seconds;
    const struct page_fresh *fresh; /* to be stored, of the answer taken last; NULL: nothing */
    size_t n_pages;                 /* that were to be stored */
    int64_t checked[CRAWL_PAGES_MAX], gone[CRAWL_PAGES_MAX * 4];
    size_t n_checked, n_gone;
    size_t n_requests, n_bytes;

    /* On the way. */
    struct crawl_scope scope;
    struct crawl_origin origins[CRAWL_ORIGINS_MAX], *asking;
    size_t n_origins;
    const char *starts[CRAWL_STARTS_MAX];
    size_t n_starts, start;
    enum crawl_step step;
    const char *target, *home, *map;
    int hops, maps;
    bool nobody;         /* no start so far led to anybody */
    enum page_kind kind; /* of the target */
    struct crawl_candidate *candidates;
    size_t n_candidates;
    struct crawl_choice *choices;
    size_t n_choices, choice;
    const char *seen[CRAWL_PAGES_MAX * 2]; /* keys of what was fetched */
    size_t n_seen;
    const char *hashes[CRAWL_PAGES_MAX]; /* of the pages that were to be stored */
    bool *kept;                          /* of stored: still there, or not known to be gone */
    size_t words;                        /* bytes of text on all pages that were sent */
    bool unread;                         /* a page was not sent again: it has not changed */
};

/* Begins; the site may end at once, when its address is none. */
void crawl_site_open(struct crawl_site *site);

/* The next request of the site; its texts live in site->arena, `arena` is for what is needed on the
 * way. False: the site has ended. */
bool crawl_site_want(struct crawl_site *site, struct arena *arena, struct http_request *out);

/* Takes the answer to the request wanted last, in ctx->arena, which may be reset behind it when `fresh`
 * is stored. BUG only. */
MUST_CHECK bool crawl_site_take(struct ctx *ctx, struct crawl_site *site,
                                const struct http_answer *answer);

/* Ends the site with what it has: its time is over. */
void crawl_site_stop(struct crawl_site *site);

#endif
