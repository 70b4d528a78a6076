/* What a page says of itself for machines: JSON-LD and microdata of schema.org as JSON objects.
 * Called by page.c and by who looks for organisations and people in them. Pure. */
#ifndef LEADGEN_DOMAIN_PAGE_DATA_H
#define LEADGEN_DOMAIN_PAGE_DATA_H

#include "base/json.h"
#include "base/markup.h"

enum { PAGE_DATA_MAX = 500 };

/* The objects with a type, those inside others too, in order. JSON that is broken in the usual ways
 * (comments, stray commas, line ends in texts, cut off) is read as far as it goes. BUG only. */
bool page_data_list(struct ctx *ctx, const struct markup_node *root, struct jsn ***out,
                    size_t *n) MUST_CHECK;

/* True when one of its types has this name: "Person" for "schema:Person", "http://schema.org/Person"
 * and ["Person", "x"]. */
bool page_data_is(const struct jsn *object, const char *type);

/* A text of a member: itself, its "name", "@value" or "@id", or the first of an array; "" when none. */
const char *page_data_text(const struct jsn *object, const char *key);

/* True for an organisation's types: Organization, Corporation, LocalBusiness and its kinds. */
bool page_data_is_organization(const struct jsn *object);

/* JSON text with the usual breaks mended; *length gets the bytes. */
char *page_data_mend(struct arena *arena, const char *text, size_t *length);

#endif
