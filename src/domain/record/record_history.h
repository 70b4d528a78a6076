/* What happened to a record, read off the change log: the timeline with values before and after, and
 * for each field where its present value comes from. Called by the record pages. */
#ifndef LEADGEN_DOMAIN_RECORD_HISTORY_H
#define LEADGEN_DOMAIN_RECORD_HISTORY_H

#include "domain/record/record.h"

enum { RECORD_HISTORY_MOST = 300 }; /* changes looked at */

/* A value that a change replaced. */
struct record_step {
    const struct record_field *field;
    const char *before, *after; /* NULL: empty */
};

struct record_event {
    int64_t set_id, at_ms;
    int64_t kind;             /* enum change_kind */
    const char *set_kind;     /* "import", "edit", ... */
    const char *source, *who; /* who NULL: the system */
    bool undone;
    struct record_step *steps;
    size_t n_steps;
};

/* Where the present value of a field comes from; event NULL: nobody wrote it down. */
struct record_origin {
    const struct record_event *event;
    const char *before;
};

struct record_history {
    struct record_event *events; /* newest first */
    size_t n;
    struct record_origin origins[RECORD_MOST_FIELDS]; /* by place */
};

MUST_CHECK bool record_history_read(struct ctx *ctx, const struct record *record,
                                    struct record_history *out);

/* A custom field of the record with its label. */
struct record_custom_fact {
    const char *label, *value;
};
MUST_CHECK bool record_history_custom(struct ctx *ctx, const struct record *record,
                                      struct record_custom_fact **out, size_t *n);

#endif
