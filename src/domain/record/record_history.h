/* What happened to a record, read off the change log and the notes: the timeline with values before
 * and after, page by page, and for each field where its present value comes from. Called by the
 * record pages. */
#ifndef LEADGEN_DOMAIN_RECORD_HISTORY_H
#define LEADGEN_DOMAIN_RECORD_HISTORY_H

#include "domain/record/record.h"

enum { RECORD_EVENT_NOTE = 'n' }; /* beside enum change_kind */

/* A value that a change replaced. */
struct record_step {
    const struct record_field *field;
    const char *before, *after; /* as people read them; NULL: empty */
};

struct record_event {
    int64_t id;   /* of the change set; of a note its own */
    int64_t kind; /* enum change_kind, or RECORD_EVENT_NOTE */
    int64_t at_ms;
    int64_t edited_ms;    /* of a note, or 0 */
    int64_t actor;        /* 0: the system */
    const char *set_kind; /* "import", "edit", ...; "note" */
    const char *source;   /* in words; the text of a note */
    const char *who;      /* NULL: the system */
    bool undone;
    int64_t facts; /* how many fields it was about */
    struct record_step *steps;
    size_t n_steps;
};

/* What is asked for. */
struct record_history_ask {
    const char *show;  /* "", "edit" (what people and jobs changed), "import" or "note" */
    const char *older; /* cursor, or "" for the newest */
    int64_t limit;
};

struct record_history {
    struct record_event *events; /* newest first */
    size_t n;
    const char *older; /* cursor of the rest, or NULL */
};

/* INPUT on "older" when the cursor is none of ours. */
MUST_CHECK bool record_history_read(struct ctx *ctx, const struct record *record,
                                    const struct record_history_ask *ask,
                                    struct record_history *out);

/* How many changes and notes there are. */
struct record_history_numbers {
    int64_t changes, notes;
};
MUST_CHECK bool record_history_count(struct ctx *ctx, const struct record *record,
                                     struct record_history_numbers *out);

/* Where the present value of a field comes from; set_id 0: nobody wrote it down. */
struct record_origin {
    const char *field;
    int64_t set_id, at_ms;
    const char *set_kind, *source, *who; /* who NULL: the system */
    const char *before;                  /* the value it replaced, as people read it */
};

/* Of all fields, by place. */
MUST_CHECK bool record_history_origins(struct ctx *ctx, enum record_entity entity,
                                       int64_t record_id,
                                       struct record_origin origins[RECORD_MOST_FIELDS]);

/* A custom field of the record with its label. */
struct record_custom_fact {
    const char *label, *value;
};
MUST_CHECK bool record_history_custom(struct ctx *ctx, const struct record *record,
                                      struct record_custom_fact **out, size_t *n);

#endif
