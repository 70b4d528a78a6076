/* What stages found out about a record: the value of a field, where it stands and how sure it is,
 * whether or not it was filled in. Written by record_fill.c; read by the record pages to answer "How do
 * you know?". */
#ifndef LEADGEN_DOMAIN_RECORD_FACT_H
#define LEADGEN_DOMAIN_RECORD_FACT_H

#include <stdint.h>

#include "base/err.h"
#include "domain/record/record_field.h"

/* Stored: numbers never change. */
enum record_fact_kind {
    RECORD_FACT_VALUE = 1,  /* it may be filled in */
    RECORD_FACT_HINT = 2,   /* says something about the field, but is no value for it */
    RECORD_FACT_UNSURE = 3, /* sources say different things; the value names them */
    RECORD_FACT_TAKEN = 4   /* another record has it */
};

struct record_fact {
    const struct record_field *field;
    enum record_fact_kind kind;
    const char *value;
    int64_t confidence;        /* 1 to 100 */
    const char *url, *snippet; /* NULL: no public place */
    const char *stage;
    int64_t seen_ms;
};

/* Of one record, by field. */
MUST_CHECK bool record_fact_list(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                 struct record_fact **out, size_t *n);

/* Notes these, over what was known of the fields. */
MUST_CHECK bool record_fact_put(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                const char *stage, const struct record_fact *facts, size_t n);

/* Forgets what the stage noted of fields that are not among these `n`. */
MUST_CHECK bool record_fact_forget(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                   const char *stage, const struct record_fact *facts, size_t n);

#endif
