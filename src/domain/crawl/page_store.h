/* The pages of companies' web sites as they were last fetched, and what became of each site.
 * Called inside a tenant's transaction, but for page_store_send: by the crawl, which writes, and by
 * what reads what companies say of themselves. Fetches nothing. */
#ifndef LEADGEN_DOMAIN_CRAWL_PAGE_STORE_H
#define LEADGEN_DOMAIN_CRAWL_PAGE_STORE_H

#include <stdint.h>

#include "base/err.h"
#include "domain/page/page_kind.h"

/* What a reader asks for beside the head of each page; add them up. */
enum page_wants {
    PAGE_WANTS_HEAD = 0,
    PAGE_WANTS_TEXT = 1, /* text and frame_text */
    PAGE_WANTS_BODY = 2, /* body, unpacked: for many companies ask in portions */
    PAGE_WANTS_GONE = 4  /* also pages that the server no longer has */
};

/* A body is at most this long; longer ones are cut when they are fetched. */
enum { PAGE_STORE_BODY_MAX = 4 * 1024 * 1024 };

struct page_stored {
    int64_t company_id, page_id;
    int64_t kind; /* enum page_kind */
    const char *url;
    int64_t http_status;
    int64_t fetched_at, checked_at, changed_at; /* seconds since 1970 */
    const char *etag, *last_modified;           /* NULL when the server gave none */
    const char *sha256;                         /* of the body, in hexadecimal */
    const char *title, *description, *language; /* NULL when the page says none */
    const char *text, *frame_text;              /* NULL unless wanted */
    const char *body;                           /* UTF-8, NUL-terminated; NULL unless wanted */
    size_t body_length;
    const char *packed; /* for page_store.c */
    bool gone;
};

/* The pages of these companies, those of one beside each other, the home page first, then by kind and
 * address. In ctx->arena. */
MUST_CHECK bool page_store_read(struct ctx *ctx, const int64_t *company_ids, size_t n_companies,
                                unsigned wants, struct page_stored **pages, size_t *n_pages);

/* What became of a site when it was last fetched. */
struct site_stored {
    int64_t company_id;
    const char *host;
    const char *state;    /* "done", "partial", "failed", "moved", "parked" */
    const char *cause;    /* one word, NULL when all went well: "dns", "timeout", "robots" */
    const char *message;  /* for people; NULL when all went well */
    const char *moved_to; /* the other registrable domain it leads to; else NULL */
    int64_t failures, n_pages;
    int64_t crawled_at, next_crawl_at; /* seconds since 1970 */
};

/* The sites of those companies that were ever fetched, by company. */
MUST_CHECK bool page_store_sites(struct ctx *ctx, const int64_t *company_ids, size_t n_companies,
                                 struct site_stored **sites, size_t *n_sites);

/* --- writing: the crawl only ------------------------------------------------------------------ */

/* Writes a page by its address: a new one, or over what was there. */
struct page_fresh {
    int64_t company_id;
    enum page_kind kind;
    const char *url;
    int64_t http_status;
    const char *etag, *last_modified, *sha256;
    const char *title, *description, *language, *text, *frame_text;
    const char *links;  /* addresses, one a line; NULL: none */
    const char *packed; /* the body, by page_store_pack */
    size_t packed_length;
};

/* Packs a body of UTF-8 for storage. */
void page_store_pack(struct arena *arena, const char *body, size_t length, struct page_fresh *out);

/* Pages on their way to the database, a few in one transaction: while the server stores them, the caller
 * does what needs no database. */
struct page_sender {
    int64_t tenant_id, actor;
    size_t n; /* in the transaction that is open; 0: none is */
};

/* Sends a page. It need not last before what is recorded of its site does, which comes later. */
MUST_CHECK bool page_store_send(struct ctx *ctx, struct page_sender *sender,
                                const struct page_fresh *page);

/* Waits until they are stored; to be called before anything else is asked of the database. CONFLICT: a
 * company is gone. */
MUST_CHECK bool page_store_sent(struct ctx *ctx, struct page_sender *sender);

/* The same body was there again: only the time it was checked changes. */
MUST_CHECK bool page_store_checked(struct ctx *ctx, int64_t company_id, const int64_t *page_ids,
                                   size_t n_pages);

/* The server no longer has these pages. The task page_refresh forgets them after 90 days. */
MUST_CHECK bool page_store_gone(struct ctx *ctx, int64_t company_id, const int64_t *page_ids,
                                size_t n_pages);

/* Records how the fetch of a site ended, after its pages are written. `next_seconds` from now it is
 * due again. failures counts up with "failed" and is 0 otherwise; crawled_at and n_pages are set
 * here. */
MUST_CHECK bool page_store_site(struct ctx *ctx, const struct site_stored *site,
                                int64_t next_seconds);

#endif
