/* Links of a page to profiles in social networks, in one form. Called by page.c. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_SOCIAL_H
#define LEADGEN_DOMAIN_PAGE_SOCIAL_H

#include "base/json.h"
#include "domain/page/page_link.h"

enum { PAGE_SOCIALS_MAX = 100 };

enum page_network {
    PAGE_LINKEDIN,
    PAGE_X,
    PAGE_FACEBOOK,
    PAGE_INSTAGRAM,
    PAGE_YOUTUBE,
    PAGE_GITHUB,
    PAGE_CRUNCHBASE,
    PAGE_XING,
    PAGE_TIKTOK,
    PAGE_NETWORKS
};

struct page_social {
    enum page_network network;
    const char *url;    /* canonical */
    const char *handle; /* what tells profiles of the network apart, lower case */
    bool person;        /* LinkedIn and Xing tell people from organisations */
    bool frame;         /* linked from the frame: rather the site's own than a mention */
    bool data;          /* named by the page's own data about itself (sameAs) */
};

/* "linkedin": for programs; "LinkedIn": for people. */
const char *page_network_name(enum page_network network);
const char *page_network_label(enum page_network network);

/* Reads an address; false: no profile of a network ("share" links, posts, front pages). */
bool page_social_read(struct arena *arena, const char *url, struct page_social *out);

/* The profiles that the links and the data name, each once. */
size_t page_social_list(struct arena *arena, const struct page_link *links, size_t n_links,
                        struct jsn *const *data, size_t n_data, struct page_social **out);

#endif
