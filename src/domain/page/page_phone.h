/* The telephone numbers that stand on a page: links, numbers with a country code, numbers behind a
 * word for telephone, and what stands apart in a short line and is a number of the country. Called by
 * page.c. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_PHONE_H
#define LEADGEN_DOMAIN_PAGE_PHONE_H

#include "base/markup.h"
#include "domain/page/page_text.h"

enum { PAGE_PHONES_MAX = 100 };

struct page_phone {
    const char *number;  /* E.164; as written when its country is unknown */
    const char *country; /* two letters; "" when unknown */
    const char *context; /* the block it stands in, or the link's words; at most 300 bytes */
    const struct markup_node *node; /* the block's element, or the link */
    bool e164, linked, fax, frame;
};

/* Each number once. `country` reads national numbers: two letters, or "". */
size_t page_phone_list(struct arena *arena, const struct markup_node *root,
                       const struct page_text *text, const char *country, struct page_phone **out);

#endif
