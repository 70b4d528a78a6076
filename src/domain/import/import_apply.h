/* Import: puts a row's values into a record by the strategies, and notes what changed. Pure. */
#ifndef LEADGEN_DOMAIN_IMPORT_APPLY_H
#define LEADGEN_DOMAIN_IMPORT_APPLY_H

#include "domain/import/import_batch.h"

/* Applies the row's values of the record's entity, and the import's owner, tags and list. Fields of
 * a new record are all set; of a known one blanks are filled or values replaced by the strategy of
 * the field; a key that another record has stays away. *n_changes counts changed fields; for a
 * known record the entry's `changes` say from what to what. INPUT: a record's custom fields are
 * damaged. */
MUST_CHECK bool import_apply(struct ctx *ctx, struct import_batch *batch,
                             struct import_record *record, struct import_entry *entry,
                             size_t *n_changes);

/* The same for the linked company of a contact row: no owner, tags or list; changes are noted as
 * "company.<field>". */
MUST_CHECK bool import_apply_company(struct ctx *ctx, struct import_batch *batch,
                                     struct import_record *record, struct import_entry *entry,
                                     size_t *n_changes);

/* Notes one change in the entry. */
void import_apply_note(struct arena *arena, struct import_entry *entry, const char *field,
                       const char *before, const char *after);

/* Who a record is, for people: "Marta Lindqvist", "Acme", else the e-mail. */
const char *import_record_label(struct arena *arena, const struct import_record *record);

#endif
