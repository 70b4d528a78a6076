/* The people of companies between their stored pages and the contacts: who is there already, who is new,
 * who is no longer shown. Called by pipeline/stage_people.c, and by the pages that show where somebody was
 * seen. */
#ifndef LEADGEN_DOMAIN_PEOPLE_STORE_H
#define LEADGEN_DOMAIN_PEOPLE_STORE_H

#include "domain/enrich/people.h"
#include "domain/enrich/people_focus.h"

/* Codes of record_employments; stored. */
enum people_employment {
    PEOPLE_EMPLOYMENT_UNKNOWN,
    PEOPLE_EMPLOYMENT_THERE,         /* a page of the company shows them */
    PEOPLE_EMPLOYMENT_PROBABLY_LEFT, /* gone from its pages at two looks */
    PEOPLE_EMPLOYMENT_LEFT           /* a person said so */
};

/* A page of a company that was looked at. */
struct people_page {
    const char *url;
    int64_t checked_at; /* seconds since 1970 */
    size_t n;           /* people on it */
    bool gone;
};

/* Somebody on one of the pages. */
struct people_seen {
    size_t person; /* place in people */
    size_t page;
    const char *title;
    int confidence;
};

struct people_company {
    int64_t company_id;
    const char *name, *domain, *country; /* NULL where unknown */
    struct people people;                /* the same person once, who decides most first */
    struct people_page *pages;
    size_t n_pages;
    struct people_seen *seen;
    size_t n_seen;

    size_t n_created, n_filled; /* answered by people_store_write */
    int64_t *created;           /* ids of the new contacts */
};

/* What the stored pages of a company show, in ctx->arena; bodies are read in `scratch`, which is reset.
 * Inside a read transaction. */
MUST_CHECK bool people_store_read(struct ctx *ctx, struct arena *scratch, int64_t company_id,
                                  struct people_company *out);

/* Writes it: blank fields of contacts that are there (by profile, address, or name), new contacts within
 * `most` of the focus, where each was seen, and who has probably left. Suppressed people are left out,
 * those in the trash too; nobody is deleted. The same again changes nothing. CONFLICT: somebody else wrote
 * the same contacts meanwhile. */
MUST_CHECK bool people_store_write(struct ctx *ctx, const struct people_focus *focus,
                                   struct people_company *company);

/* Where a contact was seen, the latest first. */
struct people_sighting {
    const char *url, *title;
    int64_t confidence, first_seen_ms, seen_ms, checked_ms, missed;
    bool current; /* on a page of the company that the contact is at now */
};
MUST_CHECK bool people_store_sightings(struct ctx *ctx, int64_t contact_id,
                                       struct people_sighting **out, size_t *n);

/* NOT_FOUND. */
MUST_CHECK bool people_store_employment(struct ctx *ctx, int64_t contact_id, int64_t *employment,
                                        int64_t *last_seen_ms);

/* A person says that a contact works there or has left. NOT_FOUND. INPUT for another state. */
MUST_CHECK bool people_store_say(struct ctx *ctx, int64_t contact_id,
                                 enum people_employment employment);

#endif
