/* Import: which records the rows of a batch are about. */
#ifndef LEADGEN_DOMAIN_IMPORT_MATCH_H
#define LEADGEN_DOMAIN_IMPORT_MATCH_H

#include "domain/import/import_batch.h"

/* Reads the companies that the rows may be about into the batch: one look-up (two in a preview). */
MUST_CHECK bool import_match_load_companies(struct ctx *ctx, struct import_batch *batch);

/* The company of a row among those of the batch, or NULL: by domain, then by name only where a
 * domain is missing on one side and nothing contradicts; *reason gets why. */
struct import_record *import_match_company(struct ctx *ctx, struct import_batch *batch,
                                           const struct import_entry *entry, const char **reason);

/* Reads the contacts that the rows may be about; the rows' companies must be resolved. */
MUST_CHECK bool import_match_load_contacts(struct ctx *ctx, struct import_batch *batch);

/* The contact of a row among those of the batch, or NULL: by LinkedIn, by e-mail, by name and
 * company, by name and another equal fact where neither side has a company; *reason and *detail get
 * why. */
struct import_record *import_match_contact(struct ctx *ctx, struct import_batch *batch,
                                           const struct import_entry *entry, const char **reason,
                                           const char **detail);

/* Sets the verdict "rejected" on rows that the suppression list forbids. */
MUST_CHECK bool import_match_suppression(struct ctx *ctx, struct import_batch *batch);

#endif
