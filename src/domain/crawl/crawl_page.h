/* A fetched answer as a page to store. Called by crawl_site.c. Fetches nothing. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_PAGE_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_PAGE_H

#include "base/http.h"
#include "domain/crawl/page_store.h"
#include "domain/page/page.h"

/* Most bytes of each text that are stored. */
enum {
    CRAWL_TEXT_MAX = 200 * 1024,
    CRAWL_FRAME_MAX = 50 * 1024,
    CRAWL_LINE_MAX = 2000,
    CRAWL_LINKS_MAX = 16 * 1024
};

/* The hash under which a body is known. */
const char *crawl_page_hash(struct arena *arena, const struct http_answer *answer);

/* Reads the answer in ctx->arena; *out gets what is stored of it. `read` is left for who wants links. */
MUST_CHECK bool crawl_page_read(struct ctx *ctx, const struct http_answer *answer,
                                enum page_kind kind, struct page *read, struct page_fresh *out);

/* Where a page without words of its own sends its visitors after a moment (<meta refresh>), absolute;
 * NULL when it does not. */
const char *crawl_page_refresh(struct arena *arena, const struct page *page);

#endif
