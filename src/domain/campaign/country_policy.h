/* On which basis people in a country may be written to for the first time by e-mail for business: a
 * table of what the countries' laws say about mail between companies, as far as we know it, and what a
 * workspace decided otherwise. It helps to decide; it is no legal advice, and it says so where people
 * read it. What is not in the table counts as needing consent. Called by the conflict check, the gate
 * of exports and the page under Settings. */
#ifndef LEADGEN_DOMAIN_COUNTRY_POLICY_H
#define LEADGEN_DOMAIN_COUNTRY_POLICY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { COUNTRY_POLICY_NOTE_MOST = 500 };

/* A basis: "allowed", "role_only", "consent", "blocked". NULL name last. */
struct country_basis {
    const char *name, *label, *about;
    const char *look; /* of the class status-<look> */
};
extern const struct country_basis country_bases[];

/* NULL when there is none of that name. */
const struct country_basis *country_basis_of(const char *name);

/* A row of the table: what the law of a country says. */
struct country_law {
    const char *country, *basis;
    const char *law;    /* its name */
    const char *source; /* where it can be read */
    const char *about;  /* one sentence */
};
extern const struct country_law country_laws[]; /* by code; NULL country last */

/* NULL: the table says nothing of it. */
const struct country_law *country_law_of(const char *country);

struct country_policy {
    const char *country;           /* two letters in capitals */
    const char *basis;             /* what holds */
    const struct country_law *law; /* NULL: not in the table */
    const char *note;              /* why the workspace decided otherwise; NULL: the table holds */
    const char *by;                /* who; NULL: nobody known */
    int64_t at_ms;
};

/* What holds for a country, by its two letters; NULL, "" or a code that is none: consent. */
MUST_CHECK bool country_policy_of(struct ctx *ctx, const char *country, struct country_policy *out);

/* All of the table, and what the workspace decided beyond it, by code. */
MUST_CHECK bool country_policies(struct ctx *ctx, struct country_policy **out, size_t *n);

/* Decides for the workspace; audited. INPUT on "country", "basis", "note" (a reason is needed). */
MUST_CHECK bool country_policy_set(struct ctx *ctx, const char *country, const char *basis,
                                   const char *note);

/* Lets the table hold again; harmless when it does. INPUT on "country". */
MUST_CHECK bool country_policy_reset(struct ctx *ctx, const char *country);

#endif
