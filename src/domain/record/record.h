/* One company or contact as people see and correct it: read, create, change, delete, each with its
 * change set. Called by pages and jobs of one record; import writes in bulk by itself. */
#ifndef LEADGEN_DOMAIN_RECORD_H
#define LEADGEN_DOMAIN_RECORD_H

#include "base/err.h"
#include "domain/record/record_field.h"

enum { RECORD_MOST_FIELDS = 29 }; /* of either entity */
_Static_assert(RECORD_MOST_FIELDS >= (int)COMPANY_N_FIELDS &&
                   RECORD_MOST_FIELDS >= (int)CONTACT_N_FIELDS,
               "an array of values holds every field");

struct record {
    enum record_entity entity;
    int64_t record_id, version;
    int64_t created_ms, updated_ms;
    int64_t checked_ms;  /* when its facts were last written or confirmed */
    int64_t people;      /* of a company: its contacts */
    int64_t email_state; /* of a contact: enum email_state */
    int64_t duplicates;  /* how many kept duplicates point at it */
    int64_t duplicate_of;
    const char *duplicate_label;
    int64_t company; /* of a contact: its company, 0 when none or deleted */
    const char *company_name, *company_domain;
    const char
        *company_codes; /* of the company itself or the contact's; as PostgreSQL writes them */
    const char *owner_name;
    const char *tags, *lists; /* names, one a line */
    const char *label;        /* what it is called */
    const char
        *values[RECORD_MOST_FIELDS]; /* by place; arrays and jsonb in PostgreSQL's text form */
};

/* Most that a record is likely the same as. */
struct record_twin {
    int64_t record_id;
    const char *label, *detail; /* its name, and what else tells it apart */
    const char *field;          /* the field that is the same */
};

/* NOT_FOUND: no such record, deleted, or of another tenant. */
MUST_CHECK bool record_get(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                           struct record *out);

/* Those of the ids that are there, in the ids' order. */
MUST_CHECK bool record_get_many(struct ctx *ctx, enum record_entity entity, const int64_t *ids,
                                size_t n_ids, struct record **out, size_t *n);

/* Is there one already? `values` are normalised; `but` is the record itself or 0. */
MUST_CHECK bool record_twin(struct ctx *ctx, enum record_entity entity, const char *const *values,
                            int64_t but, struct record_twin *twin, bool *found);

/* Does another record have a key that this change gives? A name alone says nothing, and what is kept
 * as a duplicate already is asked no more. `values` by place, those with a bit in `mask` count. */
MUST_CHECK bool record_twin_of_change(struct ctx *ctx, const struct record *record, int64_t mask,
                                      const char *const *values, struct record_twin *twin,
                                      bool *found);

/* Writes a new record into an open change set. `values` are normalised, by place; duplicate_of is
 * the twin it is knowingly kept beside, or 0. INPUT on the name's field when nothing says who it is;
 * CONFLICT when another has its domain, address or profile. */
MUST_CHECK bool record_create(struct ctx *ctx, enum record_entity entity, int64_t set_id,
                              const char *const *values, int64_t duplicate_of, int64_t *record_id);

/* Changes the fields whose bits are in `mask` to `values` (normalised; NULL empties). *set_id is the
 * open set to write into; 0 opens one of kind "edit" when something changes. *changed gets the bits
 * that did. `version` is the one that was shown, or 0 for whichever is there. NOT_FOUND; INPUT when
 * nothing would say who it is or the owner is no member here; CONFLICT without a field when the record
 * has another version by now and one of the fields would change, with a field when another record has
 * that key (the transaction is lost then). */
MUST_CHECK bool record_update(struct ctx *ctx, enum record_entity entity, int64_t *set_id,
                              int64_t record_id, int64_t version, int64_t mask,
                              const char *const *values, int64_t duplicate_of, int64_t *changed);

/* Deletes within an open set; an undo of the set brings it back. NOT_FOUND. */
MUST_CHECK bool record_delete(struct ctx *ctx, enum record_entity entity, int64_t set_id,
                              int64_t record_id);

/* Notes that somebody looked at the facts and found them right, in a set of its own that the timeline
 * shows: how stale a record is counts from here. NOT_FOUND. */
MUST_CHECK bool record_check(struct ctx *ctx, enum record_entity entity, int64_t record_id);

/* The people who can own a record. */
struct record_owner {
    int64_t user_id;
    const char *name;
};
MUST_CHECK bool record_owners(struct ctx *ctx, struct record_owner **out, size_t *n);

/* The company that a contact's form names, by domain or name; a new one, written into the set, when
 * there is none. *company_id is 0 for an empty text. *set_id as in record_update; with set_id NULL
 * nothing is created and *company_id is 0 for one that is not there. INPUT on "company"
 * when several have the name. */
MUST_CHECK bool record_company(struct ctx *ctx, int64_t *set_id, const char *text,
                               int64_t *company_id);

/* The values by place, from what a form or a file gives: each is normalised; a wrong one is told to
 * on_error with the field's name and message (which lasts as long as ctx->arena) and reads as NULL. False: at least one was wrong. */
typedef void record_error_fn(void *arg, const char *field, const char *message);
bool record_normalise(struct ctx *ctx, enum record_entity entity, const char *const *texts,
                      const char **values, record_error_fn *on_error, void *arg);

#endif
