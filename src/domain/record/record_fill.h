/* Fills the blank fields of one record with what a stage found, and notes where it stands. What a
 * field holds is never replaced: where it is another value, both are there to be seen. Called by
 * stages, inside their write transaction. */
#ifndef LEADGEN_DOMAIN_RECORD_FILL_H
#define LEADGEN_DOMAIN_RECORD_FILL_H

#include "domain/record/record_fact.h"

/* What became of a fact. */
enum record_fill_end {
    RECORD_FILL_NEW,        /* the field was blank and has it now */
    RECORD_FILL_SAME,       /* the field has it already */
    RECORD_FILL_OTHER,      /* the field keeps another value: a conflict to be shown */
    RECORD_FILL_EMPTIED,    /* a person took the field's value out: it stays blank */
    RECORD_FILL_TAKEN,      /* another record has that key */
    RECORD_FILL_SUPPRESSED, /* the address must not be contacted: not stored anywhere */
    RECORD_FILL_UNREADABLE, /* the value is none of its field's kind */
    RECORD_FILL_NOTED       /* a hint or a contradiction: only shown */
};

struct record_found {
    int place;                  /* enum company_field or contact_field */
    enum record_fact_kind kind; /* 0 is RECORD_FACT_VALUE */
    const char *value;          /* as found; made canonical here */
    int confidence;             /* 1 to 100 */
    const char *url, *snippet;  /* where it stands; NULL: no public place */

    enum record_fill_end end; /* answered */
    const char *kept;         /* of RECORD_FILL_OTHER: what the field holds */
};

struct record_fill {
    enum record_entity entity;
    int64_t record_id;
    const char *stage;   /* its name; what it noted before and does not find now is forgotten */
    const char *source;  /* in words, for the change log: "www.acme.com" */
    const char *country; /* reads national telephone numbers; NULL: the record's own */
    struct record_found *found;
    size_t n_found;

    int64_t filled; /* answered: bits of the fields that were */
    int64_t set_id; /* the change set, 0 when nothing was filled */
};

/* Of several facts for one field the first counts. *fill gets the answers. NOT_FOUND: the record is
 * gone. CONFLICT as record_update. */
MUST_CHECK bool record_fill(struct ctx *ctx, struct record_fill *fill);

#endif
