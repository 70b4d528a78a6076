/* A workspace at a glance, for its start page: how much is there, what came in lately, how good the
 * data is, what waits for a person. */
#ifndef LEADGEN_DOMAIN_OVERVIEW_H
#define LEADGEN_DOMAIN_OVERVIEW_H

#include "domain/query/record_query.h"

enum { OVERVIEW_DAYS = 14, OVERVIEW_STALE = 90 };

struct overview {
    int64_t companies, contacts;                                           /* exact */
    int64_t added_companies[OVERVIEW_DAYS], added_contacts[OVERVIEW_DAYS]; /* by day, today last */
    const char *added_since; /* the first of those days, as in addresses: "2026-01-31" */
    int64_t no_email;        /* contacts without an address */
    int64_t work_email;      /* contacts with an address at a company */
    int64_t stale_contacts, stale_companies; /* not checked for OVERVIEW_STALE days */
    /* What waits. An import's id, or 0. */
    int64_t rejected, rejected_import, undecided, undecided_import, dead_jobs;
    int64_t drafts;                        /* messages of campaigns that wait for review */
    int64_t twin_contacts, twin_companies; /* pairs that are likely the same; at most 10,000 */
    int64_t members;                       /* people who work here */
    const struct record_facet *seniority, *industry; /* of the contacts; of the companies */
};

/* zone: an IANA name, for what a day is. */
MUST_CHECK bool overview_read(struct ctx *ctx, const char *zone, struct overview *out);

#endif
