/* THE field table: every fact of a company and a contact, once. Import mapping, lists, record
 * pages, edit, change log, undo and export read it; nobody keeps a second list of fields.
 * The bit of a field is its place in change.fields (a bitmap) and is never reused or renumbered. */
#ifndef LEADGEN_DOMAIN_RECORD_FIELD_H
#define LEADGEN_DOMAIN_RECORD_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/record/record_code.h"

enum record_entity { RECORD_COMPANY = 1, RECORD_CONTACT = 2 };

/* How a value is understood, normalised and shown. */
enum record_type {
    RECORD_TEXT,      /* one line */
    RECORD_LONG_TEXT, /* several lines */
    RECORD_NAME,      /* part of a name: case repaired only by the name parser */
    RECORD_DOMAIN,    /* registrable domain, lower case */
    RECORD_URL,       /* canonical web address */
    RECORD_LINKEDIN,  /* canonical LinkedIn address */
    RECORD_EMAIL,
    RECORD_PHONE,   /* E.164 where the country is known, else as written */
    RECORD_COUNTRY, /* ISO 3166-1 alpha-2 */
    RECORD_SIZE,    /* employees: "11-50", "1200", "50+" */
    RECORD_YEAR,
    RECORD_DAY,    /* YYYY-MM-DD where it says which day; else as written (no year, two readings) */
    RECORD_MONEY,  /* as written, normalised spacing */
    RECORD_CHOICE, /* name out of a closed list */
    RECORD_ID,     /* reference to another row */
    RECORD_IDS,    /* set of references */
    RECORD_CUSTOM  /* the jsonb of custom fields */
};

enum {
    RECORD_IMPORT = 1, /* a column of a file may become it */
    RECORD_EDIT = 2,   /* people may edit it on the record page */
    RECORD_KEY = 4,    /* takes part in identity */
    RECORD_SHORT = 8,  /* shown in lists by default */
    RECORD_OURS = 16   /* our own arrangement: says nothing about how fresh the facts are */
};

struct record_field {
    const char *name;  /* column in the table and name everywhere */
    const char *label; /* what people read */
    enum record_entity entity;
    int bit;
    enum record_type type;
    unsigned flags;
    size_t max;                           /* most code points */
    const struct record_choices *choices; /* of a RECORD_CHOICE */
};

/* The fields of an entity in order of display; *n gets their number. */
const struct record_field *record_fields(enum record_entity entity, size_t *n);

/* A field by name, or NULL. */
const struct record_field *record_field_get(enum record_entity entity, const char *name);

/* A field by bit, or NULL. */
const struct record_field *record_field_at(enum record_entity entity, int bit);

/* "company" or "contact". */
const char *record_entity_name(enum record_entity entity);

/* Places of the fields in record_fields(): the index of a field's value in an array of values. */
enum company_field {
    COMPANY_NAME,
    COMPANY_LEGAL_FORM,
    COMPANY_DOMAIN,
    COMPANY_WEBSITE_URL,
    COMPANY_LINKEDIN_URL,
    COMPANY_INDUSTRY,
    COMPANY_KEYWORDS,
    COMPANY_EMPLOYEES,
    COMPANY_REVENUE,
    COMPANY_FOUNDED_YEAR,
    COMPANY_DESCRIPTION,
    COMPANY_PHONE,
    COMPANY_EMAIL,
    COMPANY_ADDRESS,
    COMPANY_CITY,
    COMPANY_REGION,
    COMPANY_POSTAL_CODE,
    COMPANY_COUNTRY,
    COMPANY_REGISTRY_NUMBER,
    COMPANY_LOGO_URL,
    COMPANY_CRUNCHBASE_URL,
    COMPANY_SOURCE,
    COMPANY_NOTES,
    COMPANY_OWNER_ID,
    COMPANY_TAG_IDS,
    COMPANY_LIST_IDS,
    COMPANY_CUSTOM,
    COMPANY_STATUS,
    COMPANY_TIER,
    COMPANY_N_FIELDS
};
enum contact_field {
    CONTACT_NAME_PREFIX,
    CONTACT_FIRST_NAME,
    CONTACT_LAST_NAME,
    CONTACT_NAME_SUFFIX,
    CONTACT_JOB_TITLE,
    CONTACT_COMPANY_ID,
    CONTACT_EMAIL,
    CONTACT_OTHER_EMAILS,
    CONTACT_PHONE,
    CONTACT_MOBILE_PHONE,
    CONTACT_OTHER_PHONES,
    CONTACT_LINKEDIN_URL,
    CONTACT_SENIORITY,
    CONTACT_DEPARTMENT,
    CONTACT_ADDRESS,
    CONTACT_CITY,
    CONTACT_REGION,
    CONTACT_POSTAL_CODE,
    CONTACT_COUNTRY,
    CONTACT_LANGUAGE,
    CONTACT_BIRTHDAY,
    CONTACT_SOURCE,
    CONTACT_NOTES,
    CONTACT_OWNER_ID,
    CONTACT_TAG_IDS,
    CONTACT_LIST_IDS,
    CONTACT_CUSTOM,
    CONTACT_STATUS,
    CONTACT_LINKEDIN_ACTIVITY,
    CONTACT_N_FIELDS
};

#endif
