/* Import: one row of the file as values of our fields. import_plan.c makes it from cells; the batch
 * matches and decides it; the ledger keeps what came of it. Lives in the batch's arena. */
#ifndef LEADGEN_DOMAIN_IMPORT_ENTRY_H
#define LEADGEN_DOMAIN_IMPORT_ENTRY_H

#include "domain/cleaning/value_note.h"
#include "domain/company/company_keys.h"
#include "domain/contact/contact_keys.h"
#include "domain/import/import_mapping.h"
#include "domain/import/import_options.h"
#include "domain/record/record_value.h"

/* Verdicts as stored in import_row.verdict. */
enum import_verdict {
    IMPORT_CREATED = 'c',
    IMPORT_UPDATED = 'u',
    IMPORT_SKIPPED = 's',
    IMPORT_REJECTED = 'r'
};

/* What is worth knowing about a row; stored in import_row.flags. */
enum import_flag {
    IMPORT_FLAG_ROLE = 1 << 0,       /* e-mail of a desk */
    IMPORT_FLAG_FREE = 1 << 1,       /* free-mail provider */
    IMPORT_FLAG_DISPOSABLE = 1 << 2, /* thrown away after minutes */
    IMPORT_FLAG_TYPO = 1 << 3,       /* domain looks mistyped */
    IMPORT_FLAG_SHORT = 1 << 4,      /* fewer cells than columns: the missing ones are blank */
    IMPORT_FLAG_DROPPED = 1 << 5,    /* a value could not be used and was left out */
    IMPORT_FLAG_KEPT = 1 << 6,       /* differing values of the record were kept */
    IMPORT_FLAG_REPAIRED = 1 << 7,   /* split otherwise than the dialect says */
    IMPORT_FLAG_SHARED = 1 << 8,     /* what says the company is a host of many */
    IMPORT_FLAG_CHANGED = 1 << 9     /* cleaning changed more of a value than its form */
};

struct import_record;

struct import_custom {
    const char *key, *value;
    struct import_custom *next;
};

struct import_entry {
    int64_t row_no, line_no;
    const char *raw; /* the row as one RFC 4180 line */
    const char *company[IMPORT_MAX_FIELDS], *contact[IMPORT_MAX_FIELDS]; /* normalised, or NULL */
    struct import_custom *company_custom, *contact_custom;
    const char **tags;             /* of the row, folded display names; NULL-terminated or NULL */
    bool has_company, has_contact; /* a value for any field of that entity */
    struct company_keys company_keys;
    struct contact_keys contact_keys;
    const char *email_domain; /* registrable domain of the e-mail when it is a company's own */
    const char *mail_host;    /* free-mail host of the e-mail or the web site, or NULL */
    const char *shared_host;  /* host of many that stands for the company, or NULL */
    const char *shared_site;  /* web site at a host of many, which stood where a domain belongs */
    const char *shared_text, *shared_column;
    const char *site_text, *site_column; /* the web site as it was written, and where */
    bool has_facts;                      /* of a company, in columns of their own */
    unsigned flags;
    struct value_note *notes; /* what IMPORT_FLAG_DROPPED and IMPORT_FLAG_CHANGED are about */

    char verdict; /* 0 while undecided; set early when the row is rejected as it stands */
    const char *reason, *detail;
    struct import_record *company_record, *contact_record;
    bool company_created, company_updated; /* beside the main verdict, for a contact row */
    struct jsn *changes;                   /* field -> [before, after] */
};

#endif
