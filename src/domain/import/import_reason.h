/* Import: why a row got its verdict, as a code in the ledger and in words for people. */
#ifndef LEADGEN_DOMAIN_IMPORT_REASON_H
#define LEADGEN_DOMAIN_IMPORT_REASON_H

#include "base/arena.h"

/* Codes as stored in import_row.reason. */
#define IMPORT_NEW "new"               /* nothing known matches */
#define IMPORT_NEW_PERSON "new_person" /* a new person at a known company */
#define IMPORT_NEW_BOTH "new_both"     /* a new person and a new company */
#define IMPORT_KEPT_TWIN "kept_twin"   /* created anyway, points at its twin */
#define IMPORT_BY_DOMAIN "by_domain"   /* matched, detail: the domain */
#define IMPORT_BY_NAME "by_name"       /* matched by name, nothing contradicts */
#define IMPORT_BY_LINKEDIN "by_linkedin"
#define IMPORT_BY_EMAIL "by_email"
#define IMPORT_BY_PERSON "by_person"       /* same name at the same company */
#define IMPORT_BY_FACTS "by_facts"         /* same name and same phone, birthday or address */
#define IMPORT_REPEATS "repeats"           /* same as an earlier row, detail: its line */
#define IMPORT_COMPLETE "complete"         /* matched, nothing to change */
#define IMPORT_LEFT "left"                 /* matched, left as it is by choice */
#define IMPORT_BLANK "blank"               /* the row is empty */
#define IMPORT_BAD_EMAIL "bad_email"       /* detail: the value */
#define IMPORT_NOBODY "nobody"             /* nothing says who it is */
#define IMPORT_NO_COMPANY "no_company"     /* nothing says which company it is */
#define IMPORT_SHARED_HOST "shared_host"   /* the only key is a domain that hosts many */
#define IMPORT_SUPPRESSED "suppressed"     /* detail: the reason of the list */
#define IMPORT_TOO_LONG "too_long"         /* more cells than columns */
#define IMPORT_TOO_LARGE "too_large"       /* cell or row past the limits */
#define IMPORT_UNCLOSED "unclosed"         /* a quote is never closed */
#define IMPORT_BAD_BYTES "bad_bytes"       /* bytes that the encoding does not know */
#define IMPORT_NUL "nul"                   /* holds NUL bytes */
#define IMPORT_SECOND_TABLE "second_table" /* belongs to another table */

/* The reason as a sentence, with its detail. */
const char *import_reason_text(struct arena *arena, const char *reason, const char *detail);

/* The reason without detail, for sums: "E-mail is not an address". */
const char *import_reason_label(const char *reason);

#endif
