/* What one page of a web site says: its text apart from its frame, links, and the facts on it with
 * where they stand. Pure. Called by the crawler for each fetched page, and by the stages that read
 * stored pages. It decides nothing about a company: that takes all of its pages (site_facts.h). */
#ifndef LEADGEN_DOMAIN_PAGE_H
#define LEADGEN_DOMAIN_PAGE_H

#include <stdint.h>

#include "base/err.h"
#include "base/json.h"
#include "base/markup.h"
#include "domain/page/page_address.h"
#include "domain/page/page_claim.h"
#include "domain/page/page_data.h"
#include "domain/page/page_email.h"
#include "domain/page/page_kind.h"
#include "domain/page/page_link.h"
#include "domain/page/page_phone.h"
#include "domain/page/page_social.h"
#include "domain/page/page_technology.h"
#include "domain/page/page_verdict.h"

struct page_source {
    const char *url;  /* where it was fetched in the end; absolute */
    const char *body; /* as it came, decompressed */
    size_t length;
    const char *content_type;   /* NULL or "" when none was sent */
    const char *const *headers; /* "Name: value"; may be NULL */
    size_t n_headers;
    int64_t status; /* of HTTP; 0 when unknown */
};

/* Everything lives in ctx->arena; texts are valid UTF-8, NULL where the page does not say it. */
struct page {
    const char *url;
    const struct markup_node *root; /* the tree, for who looks for more */
    const char *charset;
    const char *title, *description, *site_name;
    const char *language; /* two letters; "" when unknown */
    const char *country; /* that its address or language tag names: "DE" of "de-DE"; "" when none */
    const char *canonical;
    const char *image, *icon; /* og:image and the site's own icon */
    const char *text;         /* what the page itself says, a line a block */
    const char *frame_text;   /* navigation, header, footer and what else surrounds it */
    enum page_kind kind;
    struct page_verdict verdict; /* is it a page of a company's own site? */
    struct page_link *links;     /* of the same page once, in order */
    size_t n_links;
    struct jsn **data; /* objects of JSON-LD and microdata that have a type, nested ones included */
    size_t n_data;
    struct page_email *emails;
    size_t n_emails;
    struct page_phone *phones;
    size_t n_phones;
    struct page_address *addresses;
    size_t n_addresses;
    struct page_social *socials;
    size_t n_socials;
    struct page_claim *claims;
    size_t n_claims;
    struct page_technology *technologies;
    size_t n_technologies;
    const struct page_block *blocks; /* what is shown, in order, text and frame */
    size_t n_blocks;
};

/* Reads a page. Never fails for what is in it: broken, empty and hostile pages give less. BUG only. */
bool page_read(struct ctx *ctx, const struct page_source *source, struct page *out) MUST_CHECK;

/* The same without the facts on it (e-mails to technologies) and without a verdict: head, texts,
 * language, kind, data and links, in a third of the time. */
bool page_read_words(struct ctx *ctx, const struct page_source *source,
                     struct page *out) MUST_CHECK;

/* True for a Content-Type, or bytes where none was sent, that page_read reads: HTML. */
bool page_is_html(const char *content_type, const char *body, size_t length);

#endif
