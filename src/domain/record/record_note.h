/* Notes that people leave on a company or a contact, each with its author and time. The timeline
 * (record_history.h) reads them; these write them. Called by the pages of one record. */
#ifndef LEADGEN_DOMAIN_RECORD_NOTE_H
#define LEADGEN_DOMAIN_RECORD_NOTE_H

#include "base/err.h"
#include "domain/record/record_field.h"

struct record_note {
    int64_t note_id, author; /* author 0: the system */
    const char *body;
};

/* Adds a note of the session's actor. NOT_FOUND: no such record. INPUT on "body" when nothing is
 * written or more than 20,000 characters. */
MUST_CHECK bool record_note_add(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                const char *body, int64_t *note_id);

/* NOT_FOUND: no such note on this record. */
MUST_CHECK bool record_note_get(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                int64_t note_id, struct record_note *out);

/* Writes one's own note again. DENIED: somebody else's. */
MUST_CHECK bool record_note_edit(struct ctx *ctx, int64_t note_id, const char *body);

/* Deletes one's own note; `any`: that of others too. DENIED. */
MUST_CHECK bool record_note_delete(struct ctx *ctx, int64_t note_id, bool any);

#endif
