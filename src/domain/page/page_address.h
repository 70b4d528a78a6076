/* Postal addresses on a page: in its data for machines, in elements made for them, and in the text by
 * the form of postal codes. Called by page.c. Pure; a country that nothing names stays open. */
#ifndef LEADGEN_DOMAIN_PAGE_ADDRESS_H
#define LEADGEN_DOMAIN_PAGE_ADDRESS_H

#include "base/json.h"
#include "domain/page/page_text.h"

enum { PAGE_ADDRESSES_MAX = 50 };

/* Where it was found, the surest first. */
enum page_address_from { PAGE_ADDRESS_DATA, PAGE_ADDRESS_TEXT };

struct page_address {
    const char *street, *postal_code, *city, *region; /* "" when not said */
    const char *country;                              /* two letters; "" when unsure */
    const char *snippet;                              /* as it stands on the page */
    enum page_address_from from;
    bool own; /* of the data: the address of an organisation, not of an event or a job */
};

/* Each once. Postal codes that several countries write alike are read by `country` (two letters, or
 * ""), else by the countries in which `language` is spoken where only one of them writes them so. */
size_t page_address_list(struct arena *arena, const struct page_text *text, struct jsn *const *data,
                         size_t n_data, const char *country, const char *language,
                         struct page_address **out);

#endif
