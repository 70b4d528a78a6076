/* The change log: every act of a person or a job is a change set, and one change row tells what it did
 * to one record. Provenance, timeline, audit and undo read it. Called by whatever writes companies
 * and contacts: a writer without a change row is a fault.
 *
 * A row's fields is a bitmap of the field table's bits; previous holds the values before by field
 * name as to_jsonb gives them (absent: was empty; app.change_values makes it). Of a created record
 * fields are those it was created with and previous is NULL; of a deleted or restored one fields is
 * 0. A row is written after the record is locked, with clock_timestamp(), so that the order of the
 * rows of a record is the order of what happened. */
#ifndef LEADGEN_DOMAIN_CHANGE_H
#define LEADGEN_DOMAIN_CHANGE_H

#include "base/err.h"
#include "domain/record/record_field.h"

enum change_kind {
    CHANGE_CREATED = 'c',
    CHANGE_UPDATED = 'u',
    CHANGE_DELETED = 'd',
    CHANGE_RESTORED = 'r'
};

/* Beside the fields: that the record is there at all. Only in bitmaps of voided and undo. */
#define CHANGE_EXISTS ((int64_t)1 << 62)

/* Opens a set of the session's actor. kind: "import", "create", "edit", "delete",
 * "restore", "bulk", "merge".
 * source: where the values come from, in words ("startups.csv", "Typed in"). */
MUST_CHECK bool change_set_open(struct ctx *ctx, const char *kind, const char *source,
                                int64_t *set_id);

/* Writes one row; previous is JSON text or NULL. */
MUST_CHECK bool change_write(struct ctx *ctx, int64_t set_id, enum record_entity entity,
                             int64_t record_id, enum change_kind kind, int64_t fields,
                             const char *previous);

/* Names of an entity's fields in the order of their bits: what app.change_values and the statements
 * of undo take. *n gets their number. */
const char *const *change_names(struct arena *arena, enum record_entity entity, size_t *n);

/* The bit of a field. */
#define CHANGE_BIT(field) ((int64_t)1 << (field)->bit)

#endif
