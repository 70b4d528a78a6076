/* The custom fields of one record: what it holds, in the order of display, and changing it. Called by
 * the record's page and its form, by the API and whoever shows or writes one record. */
#ifndef LEADGEN_DOMAIN_CUSTOM_RECORD_H
#define LEADGEN_DOMAIN_CUSTOM_RECORD_H

#include "domain/label/custom_field.h"
#include "domain/record/record.h"

struct custom_fact {
    struct custom_field field;
    const char *value; /* as stored; NULL: none */
    const char *shown; /* as people read it; "" for none */
};

/* All fields of the record's entity but the archived ones, with the record's values; values whose
 * field is gone come last, under their key. */
MUST_CHECK bool custom_record_facts(struct ctx *ctx, const struct record *record,
                                    struct custom_fact **out, size_t *n);

/* What a form or a program says of one field: the key, and the text, "" to empty it. */
struct custom_text {
    const char *key, *text;
};

/* The record's custom column with those fields changed, as record_update takes it: *custom is NULL
 * when nothing is left, *changed false when it stays as it is. Each wrong text is told to on_error
 * ("custom.<key>", message); *ok is then false. NOT_FOUND: there is no such field (archived ones
 * count as none). */
MUST_CHECK bool custom_record_merge(struct ctx *ctx, const struct record *record,
                                    const struct custom_text *texts, size_t n_texts,
                                    record_error_fn *on_error, void *arg, const char **custom,
                                    bool *changed, bool *ok);

/* The same, and writes it: *set_id, version and the errors are those of record_update. */
MUST_CHECK bool custom_record_save(struct ctx *ctx, const struct record *record, int64_t version,
                                   const struct custom_text *texts, size_t n_texts,
                                   record_error_fn *on_error, void *arg, int64_t *set_id,
                                   bool *changed, bool *ok);

#endif
