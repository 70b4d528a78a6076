/* What part of a page an element is by its tag, role and the words of its class: navigation, footer,
 * comments, a cookie notice. Called by page_text.c. Pure; a first look that page_text.c weighs. */
#ifndef LEADGEN_DOMAIN_PAGE_ROLE_H
#define LEADGEN_DOMAIN_PAGE_ROLE_H

#include <stdbool.h>

#include "base/markup.h"

enum {
    PAGE_ROLE_FRAME = 1,  /* navigation, header, footer, notices: no page's text */
    PAGE_ROLE_ASIDE = 2,  /* beside an article: related stories, comments, sharing, promotion */
    PAGE_ROLE_HIDDEN = 4, /* not shown */
    PAGE_ROLE_SURE = 8,   /* by its tag or role: no doubt by size */
    PAGE_ROLE_BODY = 16,  /* named as the body of an article */
    PAGE_ROLE_NAMED = 64, /* so plainly that nothing else is asked */
    PAGE_ROLE_HEADER = 32 /* a header: what people write in it may be the page's own words */
};

/* PAGE_ROLE_ bits of the element itself, not of what it stands in. */
unsigned page_role_of(const struct markup_node *node);

#endif
