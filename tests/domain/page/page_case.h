/* A page out of a few words of HTML, for the tests of what is found on it. */
#ifndef LEADGEN_TESTS_DOMAIN_PAGE_CASE_H
#define LEADGEN_TESTS_DOMAIN_PAGE_CASE_H

#include "support/test.h"

#include "domain/page/page.h"

static inline void
page_case(struct arena *arena, const char *url, const char *html, struct page *page)
{
    struct ctx ctx = {.arena = arena};
    struct page_source source = {.url = url, .body = html, .length = strlen(html)};
    assert_true(page_read(&ctx, &source, page));
}

#endif
