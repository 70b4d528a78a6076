/* Is this a page of a company's own site, or a news article, a directory, a parked domain? Called by
 * page.c; discovery asks it before a site becomes a company. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_VERDICT_H
#define LEADGEN_DOMAIN_PAGE_VERDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"
#include "base/markup.h"
#include "domain/page/page_text.h"

enum page_class {
    PAGE_COMPANY,   /* a company, or an organisation, speaks for itself */
    PAGE_ARTICLE,   /* a news story, a post, a review */
    PAGE_NEWS,      /* the front of a newspaper, a magazine, a blog */
    PAGE_DIRECTORY, /* lists many others */
    PAGE_PROFILE,   /* a profile in a network, a shop on a market place */
    PAGE_PARKED,    /* for sale, a host's placeholder, under construction */
    PAGE_ERROR,     /* not found, forbidden, a check for robots, a form to sign in */
    PAGE_PERSONAL,  /* one person's own site */
    PAGE_EMPTY,     /* says too little to tell */
    PAGE_CLASSES
};

struct page_verdict {
    enum page_class page_class;
    bool is_company;
    const char *reason; /* a sentence for people */
};

struct page;

/* "company", "article": for programs. */
const char *page_class_name(enum page_class page_class);

/* Does the page say of itself that it is an article: by its data, its <meta>, its address? `url` is
 * the page's. *sure: the data or a date of publication says so, not only the address. */
bool page_verdict_article(struct arena *arena, const char *url, const struct markup_node *root,
                          struct jsn *const *data, size_t n_data, bool *sure);

/* Judges a page of which all else was read. `status` of HTTP, 0 when unknown. */
void page_verdict_read(struct arena *arena, const struct page *page, const struct page_text *text,
                       int64_t status, struct page_verdict *out);

#endif
