/* What a page of a company's web site is for, as its address and the words of links to it tell, in
 * ten languages. Called by the crawler to choose pages and by who weighs what they say. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_PAGE_KIND_H
#define LEADGEN_DOMAIN_PAGE_PAGE_KIND_H

#include "base/arena.h"

/* Stored: numbers never change. */
enum page_kind {
    PAGE_OTHER = 0,
    PAGE_HOME = 1,
    PAGE_ABOUT = 2,
    PAGE_TEAM = 3,
    PAGE_PRODUCT = 4,
    PAGE_PRICING = 5,
    PAGE_CAREERS = 6,
    PAGE_DOCS = 7,
    PAGE_SECURITY = 8,
    PAGE_BLOG = 9,
    PAGE_LEGAL = 10,
    PAGE_CONTACT = 11,
    PAGE_KINDS
};

/* "home", "about", ...: for storage in JSON and for programs. */
const char *page_kind_name(enum page_kind kind);

/* The kind of that name, or PAGE_KINDS when there is none. */
enum page_kind page_kind_named(const char *name);

/* What a link leads to: `url` absolute, `anchor` its text (may be NULL). *certainty is 0 for
 * PAGE_OTHER, else 1 to 100: how surely, higher for the whole last part of a short path than for a
 * word in a long one. */
enum page_kind page_kind_of_link(struct arena *arena, const char *url, const char *anchor,
                                 int *certainty);

#endif
