/* The e-mail addresses that stand on a page, written out, as links, or so that machines do not see
 * them. Called by page.c. Pure; nothing is guessed. */
#ifndef LEADGEN_DOMAIN_PAGE_EMAIL_H
#define LEADGEN_DOMAIN_PAGE_EMAIL_H

#include "base/markup.h"
#include "domain/page/page_text.h"

enum { PAGE_EMAILS_MAX = 300 };

struct page_email {
    const char *address; /* as email_address_read gives it */
    const char *context; /* the block it stands in, or the link's words; at most 300 bytes */
    const struct markup_node *node; /* the block's element, or the link */
    bool linked;                    /* a mailto: link */
    bool hidden;                    /* was written for people only: "x [at] y" */
    bool role;                      /* a desk, not a person */
    bool frame;
};

/* Each address once, the first with a context. Placeholders ("name@example.com") are left out. `url`
 * is the page's: "sales at acme.com" is an address on Acme's own pages only. */
size_t page_email_list(struct arena *arena, const char *url, const struct markup_node *root,
                       const struct page_text *text, struct page_email **out);

#endif
