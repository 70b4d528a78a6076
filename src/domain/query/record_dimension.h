/* THE table of what lists can be narrowed by: each dimension once for the list of companies and once
 * for that of contacts, with how it is asked for and what it compares. The filter, its SQL, the
 * columnar snapshot, the panel of filters, smart lists and the API read it; nobody keeps a second
 * list. Custom fields are dimensions too, made at run time from their rows (record_filter.c). */
#ifndef LEADGEN_DOMAIN_RECORD_DIMENSION_H
#define LEADGEN_DOMAIN_RECORD_DIMENSION_H

#include "domain/record/record_field.h"

/* What a dimension compares, and what its values look like in an address. */
enum record_dimension_kind {
    DIMENSION_CODE,    /* a closed list: names of record_choices, "none" for 0 */
    DIMENSION_COUNTRY, /* a code of a country: "DE", "none" */
    DIMENSION_ID,      /* a reference: ids, "none" */
    DIMENSION_IDS,     /* a set of references: ids, "none" */
    DIMENSION_TEXT, /* folded text that holds one of the values, or, after "=", is one (job title) */
    DIMENSION_VALUE,  /* text that is one of the values, capitals aside (source); "none" */
    DIMENSION_NUMBER, /* from and to: "40..70", "40..", "..70" */
    DIMENSION_DAY,    /* from and to, days of the tenant's calendar: "2026-01-01..2026-03-31" */
    DIMENSION_AGE,    /* days since: "30..", "..7", "30..60": at least 30, less than 60 */
    DIMENSION_SET /* touched by a change set: its id; "12c" created by it, "12u" updated by it */
};

enum {
    DIMENSION_FACET = 1, /* shown in the panel with counts */
    DIMENSION_OPEN = 2,  /* its panel is open at first */
    DIMENSION_ONE = 4    /* at most one value (ranges, company, set) */
};

struct record_dimension {
    const char *name;        /* in addresses and files: "industry" */
    const char *label;       /* what people read */
    enum record_entity list; /* whose list is narrowed */
    enum record_entity of;   /* whose column it is: a company's in the list of contacts too */
    enum record_dimension_kind kind;
    int place;          /* CODE, COUNTRY, NUMBER: in codes; -1: `column` */
    const char *column; /* the others, and of a NUMBER where it has one: of the table */
    const struct record_choices *choices; /* CODE */
    unsigned flags;
    int16_t zero; /* NUMBER: the code of 0, where 0 is the code of unknown; else 0 */
};

/* The codes that a range of a NUMBER stands for; of one with `zero` the unknown is never among them.
 * INT64_MIN and INT64_MAX stand for an open end. */
void record_dimension_codes(const struct record_dimension *dimension, int64_t from, int64_t to,
                            int64_t *low, int64_t *high);

/* The dimensions of a list in order of display; *n gets their number. */
const struct record_dimension *record_dimensions(enum record_entity list, size_t *n);

/* A dimension by name, or NULL. */
const struct record_dimension *record_dimension_get(enum record_entity list, const char *name);

#endif
