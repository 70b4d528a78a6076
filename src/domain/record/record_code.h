/* The closed lists by which people narrow companies and contacts: industry, size, region, seniority
 * and the like. Each record stores one small number per list (its column `codes`, an array by
 * place), made from its facts whenever it is written, so that lists, counts and filters compare
 * numbers. 0 stands for unknown or none. Called by company_class.c, contact_class.c and by whatever
 * shows or filters records. Const tables; a number is stored, so it is never given a new meaning. */
#ifndef LEADGEN_DOMAIN_RECORD_CODE_H
#define LEADGEN_DOMAIN_RECORD_CODE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* An entry of a list. */
struct record_choice {
    int16_t code;      /* 1 and up */
    const char *name;  /* stands in addresses, files and columns: "software_saas" */
    const char *label; /* what people read: "Software / SaaS" */
};

/* A list in order of display; `of` has n entries. */
struct record_choices {
    const struct record_choice *of;
    size_t n;
};

/* Places in company.codes and contact.codes. New ones come last. */
enum company_code {
    COMPANY_CODE_INDUSTRY,
    COMPANY_CODE_SIZE,
    COMPANY_CODE_REGION,
    COMPANY_CODE_REVENUE,
    COMPANY_CODE_COUNTRY, /* record_code_of_country */
    COMPANY_CODE_STATUS,
    COMPANY_CODE_TIER,
    COMPANY_CODE_QUALITY, /* 0 to 100 */
    COMPANY_CODE_DOMAIN,  /* 1: known; so the next two */
    COMPANY_CODE_LINKEDIN,
    COMPANY_CODE_PHONE,
    COMPANY_CODE_SCORE, /* 0: unknown, else RECORD_SCORE_ZERO + the score, within 1 to 255; made by
                           the database from the column score */
    COMPANY_N_CODES
};
enum contact_code {
    CONTACT_CODE_SENIORITY,
    CONTACT_CODE_DEPARTMENT,
    CONTACT_CODE_ACTIVITY, /* on LinkedIn */
    CONTACT_CODE_EMAIL,    /* what kind of address */
    CONTACT_CODE_STATUS,
    CONTACT_CODE_COUNTRY,  /* the person's own */
    CONTACT_CODE_QUALITY,  /* 0 to 100 */
    CONTACT_CODE_LINKEDIN, /* 1: known; so the next one */
    CONTACT_CODE_PHONE,
    CONTACT_CODE_RANK,        /* how much they decide: 1 to 10 (decision_rank.h) */
    CONTACT_CODE_EMAIL_STATE, /* enum email_state; its place stands in 0055_email.sql too */
    CONTACT_CODE_EMPLOYMENT,  /* enum people_employment; its place stands in 0054_people.sql too */
    CONTACT_N_CODES
};
enum { RECORD_MOST_CODES = 16, RECORD_SCORE_ZERO = 101 };

/* The lists. */
extern const struct record_choices record_industries; /* 22 */
extern const struct record_choices record_sizes;      /* micro to enterprise, by head count */
extern const struct record_choices record_regions;    /* by country */
extern const struct record_choices record_revenues;   /* micro to enterprise, by amount */
extern const struct record_choices record_company_statuses;
extern const struct record_choices record_tiers;
extern const struct record_choices record_seniorities;
extern const struct record_choices record_departments;
extern const struct record_choices record_ranks;       /* of decision makers */
extern const struct record_choices record_employments; /* whether somebody still works there */
extern const struct record_choices record_activities;  /* on LinkedIn */
extern const struct record_choices record_email_kinds;
extern const struct record_choices record_email_states; /* what checking an address said */
extern const struct record_choices record_contact_statuses;
extern const struct record_choices record_known; /* 1: known */

/* The entry of a name or label, capitals aside; NULL when the list has none. */
const struct record_choice *record_code_named(const struct record_choices *list, const char *name);

/* The entry of a code; NULL for 0 and unknown ones. */
const struct record_choice *record_code_get(const struct record_choices *list, int64_t code);

/* A country as a code: 'A' 'A' is 1; 0 for NULL and for what is no pair of capitals. And back: NULL
 * for 0. */
int16_t record_code_of_country(const char *iso2);
const char *record_code_country(struct arena *arena, int64_t code);

/* Codes as PostgreSQL writes a smallint[]: "{3,0,2}". */
const char *record_code_array(struct arena *arena, const int16_t *codes, size_t n);

#endif
