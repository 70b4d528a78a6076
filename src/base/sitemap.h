/* Sitemaps and feeds: the addresses in an XML sitemap, a sitemap index, a list of lines, RSS or Atom.
 * Called by the crawler and by discovery. Forgiving: wrong namespaces, missing <loc>, stray "&" and a
 * cut end are read as far as they go. Pure: fetches nothing, resolves no entity. */
#ifndef LEADGEN_BASE_SITEMAP_H
#define LEADGEN_BASE_SITEMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum {
    SITEMAP_BYTES_MAX = 16 * 1024 * 1024, /* unpacked; what follows is not read */
    SITEMAP_LINKS_MAX = 50000             /* the protocol's own limit */
};

enum sitemap_kind {
    SITEMAP_NONE,  /* nothing of the kind */
    SITEMAP_PAGES, /* its links are pages */
    SITEMAP_INDEX, /* its links are sitemaps */
    SITEMAP_TEXT,  /* one page a line */
    SITEMAP_FEED   /* RSS or Atom: its links are articles */
};

struct sitemap_link {
    const char *url;     /* resolved against the sitemap's own address */
    const char *title;   /* of a feed's entry; NULL */
    const char *changed; /* as written: lastmod, pubDate, updated; NULL */
};

struct sitemap {
    enum sitemap_kind kind;
    struct sitemap_link *links; /* in their order; http and https only */
    size_t n_links;
    const char *home; /* the site that a feed belongs to; NULL */
    bool cut;         /* a limit was reached */
};

/* Reads the bytes that came from `url` (gzip too) into the arena. INPUT: they cannot be unpacked. */
bool sitemap_read(struct ctx *ctx, const char *url, const char *bytes, size_t length,
                  struct sitemap *out) MUST_CHECK;

#endif
