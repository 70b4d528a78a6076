/* Web addresses as browsers read them (the WHATWG URL standard), http and https only: links of pages,
 * redirects, sitemaps. Called by what fetches and reads pages. uri.h reads what people write in
 * cells. Pure: resolves and fetches nothing. */
#ifndef LEADGEN_BASE_URI_WEB_H
#define LEADGEN_BASE_URI_WEB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Most bytes of an address that is read. */
enum { URI_WEB_MAX = 64 * 1024 };

struct uri_web {
    const char *scheme; /* "http" or "https" */
    const char *user, *password;
    const char *host;     /* ASCII, lower case; IPv6 in brackets */
    int port;             /* -1: the scheme's own */
    const char *path;     /* begins with "/", escaped, without dots */
    const char *query;    /* without "?"; NULL when none */
    const char *fragment; /* without "#"; NULL when none */
};

/* Reads `length` bytes, relative to `base` (may be NULL). False: no address, or one of another scheme.
 * The parts live in the arena; those taken over from `base` live as long as base does. */
bool uri_web_read(struct arena *arena, const char *text, size_t length, const struct uri_web *base,
                  struct uri_web *out);

/* The address as browsers show it; with the fragment. */
const char *uri_web_href(struct arena *arena, const struct uri_web *uri);

/* What is asked for: no user, no fragment. Two addresses of one page are equal in this form. */
const char *uri_web_page(struct arena *arena, const struct uri_web *uri);

/* `link` resolved against the page `base`, as uri_web_page; NULL when it leads to no page. */
const char *uri_web_join(struct arena *arena, const char *base, const char *link);

#endif
