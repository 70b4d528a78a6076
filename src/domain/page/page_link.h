/* The links of a page, absolute, with their words and where they stand. Called by page.c. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_LINK_H
#define LEADGEN_DOMAIN_PAGE_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/markup.h"

enum { PAGE_LINKS_MAX = 3000, PAGE_LINK_TEXT_MAX = 300 };

struct page_link {
    const char *href;               /* http or https, absolute, without fragment */
    const char *text;               /* the anchor's words, else its title, or its picture's */
    const struct markup_node *node; /* the <a> */
    bool frame;                     /* stands in navigation, header or footer */
    bool nofollow;
};

struct page_text;

/* The links of a document whose address is `url` (its <base> is heeded); `text` says what is frame. */
size_t page_link_list(struct arena *arena, const char *url, const struct markup_node *root,
                      const struct page_text *text, struct page_link **out);

#endif
