/* Which pages of a site are worth fetching: the best of each kind among the links of its home page, its
 * sitemap and what is stored. Called by crawl_site.c. Pure. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_CHOICE_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "domain/page/page_kind.h"

/* The own site: one registrable domain, "www." or not, http or https, and below a path where one host
 * serves many. */
struct crawl_scope {
    const char *domain; /* registrable domain, or the host itself where one domain serves many */
    bool exact;         /* no other host of the domain belongs to it */
    const char *path;   /* "/" or the folder of the site; ends with "/" */
};

/* True when the address is one of the site's pages. */
bool crawl_choice_is_own(struct arena *arena, const struct crawl_scope *scope, const char *url);

/* What two addresses of one page have in common: no scheme, no "www.", no slash at the end. */
const char *crawl_choice_key(struct arena *arena, const char *url);

struct crawl_candidate {
    const char *url;  /* absolute, without fragment */
    const char *text; /* words of the link; NULL */
    bool frame;       /* in navigation, header or footer: the site itself thinks it matters */
    bool stored;      /* was fetched before */
};

struct crawl_choice {
    const char *url;
    enum page_kind kind;
    int worth; /* higher is fetched first */
};

/* The best address of each kind, at most `max`, the most valuable kind first; `home` is not among
 * them. Addresses of files (PDF, pictures), of logins and carts, and of foreign sites are left out.
 * Returns how many there are in *out. */
size_t crawl_choice_make(struct arena *arena, const struct crawl_scope *scope, const char *home,
                         const struct crawl_candidate *candidates, size_t n_candidates, size_t max,
                         struct crawl_choice **out);

/* True for what crawl_choice_fill may take, whatever its kind: a page that a short link of the home page
 * leads to or that is stored, no deeper than two folders. */
bool crawl_choice_is_spare(struct arena *arena, const struct crawl_scope *scope,
                           const struct crawl_candidate *candidate);

/* Fills the n choices up to `max` with what else the site leads its visitors to, in its own order: small
 * sites call their pages as they like.
 * `choices` has room for `max`. Returns how many there are now. */
size_t crawl_choice_fill(struct arena *arena, const struct crawl_scope *scope, const char *home,
                         const struct crawl_candidate *candidates, size_t n_candidates, size_t max,
                         struct crawl_choice *choices, size_t n);

#endif
