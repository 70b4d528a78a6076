/* What a site is built with, by what anybody who opens it sees: the generator it names, whose scripts
 * it loads, its cookies and headers. Called by page.c and by the company's page. The table is our own.
 * Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_TECHNOLOGY_H
#define LEADGEN_DOMAIN_PAGE_TECHNOLOGY_H

#include <stddef.h>

#include "base/arena.h"
#include "base/markup.h"

enum technology_group {
    TECHNOLOGY_CMS,
    TECHNOLOGY_SHOP,
    TECHNOLOGY_ANALYTICS,
    TECHNOLOGY_ADS,
    TECHNOLOGY_MARKETING, /* CRM, e-mail marketing, forms */
    TECHNOLOGY_CHAT,
    TECHNOLOGY_PAYMENT,
    TECHNOLOGY_FRAMEWORK,
    TECHNOLOGY_HOSTING,
    TECHNOLOGY_CAREERS,
    TECHNOLOGY_CONSENT,
    TECHNOLOGY_SCHEDULING,
    TECHNOLOGY_MONITORING,
    TECHNOLOGY_GROUPS
};

struct page_technology {
    const char *key, *name; /* "wordpress", "WordPress" */
    enum technology_group group;
    const char *version;  /* "" when not said */
    const char *evidence; /* what was seen: "script js.stripe.com", "generator WordPress 6.4" */
};

/* "Content management": for people. "cms": for programs. */
const char *technology_group_label(enum technology_group group);
const char *technology_group_name(enum technology_group group);

/* Each once, in the table's order. */
size_t page_technology_list(struct arena *arena, const struct markup_node *root,
                            const char *const *headers, size_t n_headers,
                            struct page_technology **out);

/* The name and group of a key; NULL when there is none such now. */
const char *page_technology_name(const char *key, enum technology_group *group);

#endif
