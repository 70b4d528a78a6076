/* What a page claims about the company in words: its legal name, registry and tax numbers, the year it
 * was founded, how many people work there. Called by page.c. Pure; claims, not facts: each with the
 * words it stands in. */
#ifndef LEADGEN_DOMAIN_PAGE_CLAIM_H
#define LEADGEN_DOMAIN_PAGE_CLAIM_H

#include "base/json.h"
#include "domain/page/page_text.h"

enum { PAGE_CLAIMS_MAX = 100 };

enum page_claim_kind {
    PAGE_CLAIM_NAME,       /* what the page's data calls the organisation */
    PAGE_CLAIM_LEGAL_NAME, /* with its legal form */
    PAGE_CLAIM_REGISTRY,   /* "HRB 12345", "IČO 12345678" */
    PAGE_CLAIM_VAT,
    PAGE_CLAIM_FOUNDED,   /* a year */
    PAGE_CLAIM_EMPLOYEES, /* "120", "50+": a hint */
    PAGE_CLAIM_LOGO,
    PAGE_CLAIM_DESCRIPTION,
    PAGE_CLAIMS
};

struct page_claim {
    enum page_claim_kind kind;
    const char *value;
    const char *snippet; /* the words it stands in, at most 200 bytes */
    bool data;           /* of the page's data for machines */
    bool weak;           /* of a year: only "since", which may be said of anything */
};

/* "legal_name": for programs. */
const char *page_claim_name(enum page_claim_kind kind);

/* `description`: the page's own, or NULL. */
size_t page_claim_list(struct arena *arena, const struct page_text *text, const char *description,
                       struct jsn *const *data, size_t n_data, struct page_claim **out);

#endif
