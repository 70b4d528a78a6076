/* Candidates for the fields of a company with what speaks for each: the same value on more pages
 * counts more. Called by site_facts.c and site_gather.c only. Pure. */
#ifndef LEADGEN_DOMAIN_SITE_SITE_VOTE_H
#define LEADGEN_DOMAIN_SITE_SITE_VOTE_H

#include "domain/page/page.h"
#include "domain/record/record_field.h"

enum { SITE_VOTES_MAX = 400 };

/* Places beside those of enum company_field: a whole address, a country by all that speaks for it, a
 * number whose country the page did not tell. */
enum { SITE_ADDRESS = COMPANY_N_FIELDS, SITE_COUNTRY, SITE_PHONE, SITE_PLACES };

struct site_vote {
    int place;
    const char *key;   /* two candidates with one key are one */
    const char *value; /* as the surest page writes it */
    int weight;        /* 1 to 100 */
    const char *url, *snippet;
    const struct page_address *address; /* of SITE_ADDRESS */
    bool firm;                          /* of SITE_COUNTRY: said, not only likely */
};

struct site_votes {
    struct arena *arena;
    struct site_vote of[SITE_VOTES_MAX];
    size_t n;
};

/* Adds one; everything is copied into the votes' arena. `key` NULL: the value, folded. */
void site_vote_add(struct site_votes *votes, const struct site_vote *vote);

/* The surest of a place, and the next one with another key; NULL where there is none. */
const struct site_vote *site_vote_best(const struct site_votes *votes, int place,
                                       const struct site_vote **next);

#endif
